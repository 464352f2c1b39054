import type { Answer } from '../answers/types.js';
import { ownCopy } from '../text/words.js';

/** What there is to tell of an answer: remembered where the same answer was read lately, else made. */
export type AnswerMemory<T> = (answer: Answer, make: (answer: Answer) => T) => T;

/** Characters of the texts of one generation: as many as the largest file has. */
const GENERATION = 2_000_000;

/**
 * Remembers the answers that were asked for last. A document that is typed in differs in one of its answers from what
 * it was, and so does one that a comment is tried on.
 *
 * @param limit characters after which a new generation begins; of the one before, what is asked for again stays
 */
export function rememberAnswers<T>(limit = GENERATION): AnswerMemory<T> {
  let recent = new Map<string, T>();
  let older: ReadonlyMap<string, T> = new Map();
  let size = 0;
  const told = new WeakMap<Answer, T>();
  const remembered: AnswerMemory<T> = (answer, make) => {
    const { text, question, framework, language, rules, markedHeadings } = answer;
    // All that an answer is read by; places of names are none of it.
    const key = JSON.stringify([text, question, framework?.id ?? null, language, rules, markedHeadings]);
    const known = recent.get(key);
    if (known !== undefined) return known;
    // Pieces of the text must not hold on to the whole file.
    const made = older.get(key) ?? make({ ...answer, text: ownCopy(text) });
    if (size > limit) {
      older = recent;
      recent = new Map();
      size = 0;
    }
    recent.set(key, made);
    size += key.length;
    return made;
  };
  return (answer, make) => {
    const known = told.get(answer) ?? remembered(answer, make);
    told.set(answer, known);
    return known;
  };
}
