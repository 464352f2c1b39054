import { localText } from './localized.js';
import type { Question } from './types.js';

/** Questions that are suggested for a name that none has. */
const MOST = 3;

/** Shortest word that tells ids apart, which begin with two letters for their bank; and texts. */
const LEAST_LETTERS = { id: 3, text: 4 } as const;

/**
 * Ids of the questions that share a word, in their id or their text, with an id that does not exist. Those that share one
 * of their id come first, then those whose ids begin alike, then those that share a rare one.
 *
 * @param language of the texts
 */
export function questionsLike(id: string, questions: readonly Question[], language: string): string[] {
  const [prefix] = id.split('-');
  const told = questions.map((question) => ({
    id: question.id,
    names: wordsOf(question.id, LEAST_LETTERS.id),
    words: wordsOf(localText(question.text, language), LEAST_LETTERS.text),
    kin: question.id.split('-')[0] === prefix ? 0.5 : 0,
    score: 0,
  }));
  for (const word of wordsOf(id, LEAST_LETTERS.id)) {
    const named = told.filter(({ names }) => names.some((name) => areAlike(word, name)));
    const spoken = told.filter(({ words }) => words.some((other) => areAlike(word, other)));
    for (const one of named) one.score += 1 + 1 / named.length;
    // What every third question says tells nothing of this one.
    if (spoken.length <= Math.max(MOST, told.length / 3))
      for (const one of spoken) one.score += 1 / spoken.length;
  }
  return told
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score + b.kin - a.score - a.kin)
    .slice(0, MOST)
    .map((one) => one.id);
}

function wordsOf(text: string, least: number): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words.filter(({ length }) => length >= least))];
}

/** The same, or with another ending: `client` and `clients`, «клиент» and «клиентом». */
function areAlike(a: string, b: string): boolean {
  const shared = Math.max(4, Math.min(a.length, b.length) - 2);
  const isNearlyAsLong = Math.abs(a.length - b.length) <= 3;
  return a === b || (isNearlyAsLong && a.length >= shared && a.slice(0, shared) === b.slice(0, shared));
}
