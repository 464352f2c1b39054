import type { ClauseReading, Reading } from '../analysis/types.js';
import type { Criterion, FrameworkPart, LanguageModel } from '../content/types.js';
import { matchPatterns, patternSet } from '../text/patterns.js';
import { spanOf } from '../text/span.js';
import type { Span, Token } from '../text/types.js';
import type { RuleContext } from './types.js';
import { patternsOf } from './wording.js';

/** What must be read of an answer before its criteria are heard. */
export type Heard = Pick<Reading, 'document' | 'framework' | 'sentences' | 'parts'>;

/** True where the answer touches the criterion. */
export function touches(heard: Heard, criterion: Criterion, languages: readonly LanguageModel[]): boolean {
  return whereTouched(heard, criterion, languages) !== null;
}

/** True where the answer speaks of the criterion at all, if only as of something that was wanted. */
export function mentions({ document }: Heard, criterion: Criterion): boolean {
  const patterns = patternsOf(criterion.cues, document.language ?? '');
  return document.sentences.some(({ clauses }) =>
    clauses.some(({ tokens }) => matchPatterns(patterns, tokens).length > 0),
  );
}

/**
 * The clause that touches a criterion most plainly, in UTF-16 offsets into the answer; null where none does. Of a
 * criterion that belongs to a part, what is only wanted counts for nothing, and neither does anything where the part
 * is missing: what is said of the part and what is said of the criterion would contradict each other.
 *
 * @param languages models of the languages an answer may be in
 */
export function whereTouched(
  heard: Heard,
  criterion: Criterion,
  languages: readonly LanguageModel[],
): Span | null {
  const part = heard.framework.parts.find(({ id }) => id === criterion.part) ?? null;
  if (part !== null && isAbsent(heard, part)) return null;
  const patterns = patternsOf(criterion.cues, heard.document.language ?? '');
  const language = languages.find(({ code }) => code === heard.document.language);
  let best: Span | null = null;
  let most = 0;
  for (const { clauses } of heard.sentences)
    for (const clause of clauses) {
      const matches = matchPatterns(patterns, clause.clause.tokens).filter(
        ({ from }) => !isDenial(clause.clause.tokens[from - 1]),
      );
      if (matches.length === 0 || (part !== null && !maySay(part, clause, heard, language))) continue;
      const { tokens } = clause.clause;
      const words = matches.map(
        ({ from, to }) => to - from + (tokens.slice(from, to).some(isFigure) ? FIGURE : 0),
      );
      const plain = words.reduce((sum, count) => sum + count, says(part, clause) ? SAYS : 0);
      if (plain > most) {
        best = spanOf(clause);
        most = plain;
      }
    }
  return best;
}

/** True where every word is a stock word of the language: «В итоге мы справились», "we solved the problem". */
function isHollow({ clause: { tokens } }: ClauseReading, { stock }: LanguageModel): boolean {
  const words = patternSet(stock);
  return tokens.every(
    (token) => token.kind === 'mark' || (token.kind === 'word' && matchPatterns(words, [token]).length > 0),
  );
}

/** The word before denies what follows («не наша вина»); a cue that denies begins with it. */
function isDenial(before: Token | undefined): boolean {
  return before !== undefined && (DENIALS.has(before.norm) || before.norm.endsWith("n't"));
}

const DENIALS: ReadonlySet<string> = new Set(['не', 'ни', 'not', 'never']);

/** A clause of the part itself is quoted rather than any other, however many words of another fit. */
const SAYS = 1_000;

/** A figure says more than so many words. */
const FIGURE = 3;

function isFigure({ kind }: Token): boolean {
  return kind === 'number';
}

function isAbsent({ parts }: Heard, { id }: FrameworkPart): boolean {
  return parts.some(({ part, state }) => part === id && (state === 'missing' || state === 'empty'));
}

function says(part: FrameworkPart | null, { label }: ClauseReading): boolean {
  return part !== null && (label === part.label || part.shows.includes(label));
}

/** What leads up to the part is said before it: its label belongs to a part that comes earlier, deeds aside. */
function maySay(
  part: FrameworkPart,
  clause: ClauseReading,
  { framework }: Heard,
  language: LanguageModel | undefined,
): boolean {
  // What was learnt is said after the outcome, and speaks of next time.
  if (part.shows.includes(clause.label)) return true;
  if (language !== undefined && (isAim(clause, language) || isHollow(clause, language))) return false;
  const at = framework.parts.findIndex(({ label }) => label === clause.label);
  return at < 0 || at >= framework.parts.indexOf(part) - 1;
}

function isAim({ clause: { tokens } }: ClauseReading, language: LanguageModel): boolean {
  return matchPatterns(patternSet(language.aims), tokens).length > 0;
}

/** Id of a criterion of the question → whether the answer touches it. */
export function touchedCriteria(
  heard: Heard,
  { question, languages }: RuleContext,
): Readonly<Record<string, boolean>> {
  const criteria = question?.criteria ?? [];
  return Object.fromEntries(
    criteria.map((criterion) => [criterion.id, touches(heard, criterion, languages)]),
  );
}

/** The text of a criterion as an item of a list: without the full stop. */
export function trimStop(text: string): string {
  return text.endsWith('.') ? text.slice(0, -1) : text;
}
