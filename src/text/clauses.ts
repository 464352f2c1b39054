import { CLAUSE_RULES, type ClausePlace } from './clause-rules.js';
import { readSubject } from './forms/index.js';
import { isPredicate } from './predicates.js';
import type { Clause, LanguageCode, Token } from './types.js';

interface Cut {
  readonly at: number;
  readonly name: string;
  /** True where the words before the cut need no predicate. */
  readonly afterSetting: boolean;
}

/**
 * Cuts the tokens of one sentence (heading and list marker left out) into clauses: where a named rule
 * opens one, and only if there is a predicate on both sides (but for the words that only say where it was). Empty for no tokens; one clause in a language
 * without rules.
 */
export function cutClauses(tokens: readonly Token[], language: LanguageCode | null): readonly Clause[] {
  if (tokens.length === 0) return [];
  const predicates = countPredicates(tokens, language);
  const candidates = findCandidates(tokens, language);
  const clauses: Clause[] = [];
  let from = 0;
  let cutBy = 'sentence';
  for (const [index, { at, name, afterSetting }] of candidates.entries()) {
    const next = candidates[index + 1]?.at ?? tokens.length;
    const isLeft = afterSetting || (predicates[at] ?? 0) > (predicates[from] ?? 0);
    const isRight = (predicates[next] ?? 0) > (predicates[at] ?? 0);
    if (!isLeft || !isRight) continue;
    clauses.push(buildClause(tokens.slice(from, at), cutBy, language));
    from = at;
    cutBy = name;
  }
  clauses.push(buildClause(tokens.slice(from), cutBy, language));
  return clauses;
}

/** Predicates before each index. */
function countPredicates(tokens: readonly Token[], language: LanguageCode | null): readonly number[] {
  const counts = [0];
  for (let at = 0; at < tokens.length; at += 1) {
    counts.push((counts[at] ?? 0) + (isPredicate(tokens, at, language) ? 1 : 0));
  }
  return counts;
}

/** Words before which a clause may open without a mark. */
const JOINERS: ReadonlySet<string> = new Set(['и', 'and', 'so', 'but']);

/** Where some rule opens a clause, outside brackets. */
function findCandidates(tokens: readonly Token[], language: LanguageCode | null): readonly Cut[] {
  const rules = (language !== null && CLAUSE_RULES[language]) || [];
  const cuts: Cut[] = [];
  const isLong = isLongWithoutMarks(tokens);
  let open = 0;
  let last = 0;
  for (let at = 1; at < tokens.length; at += 1) {
    const before = tokens[at - 1]?.norm;
    if (before === '(') open += 1;
    else if (before === ')' && open > 0) open -= 1;
    if (open > 0) continue;
    const atGap = isLong || tokens[at - 1]?.kind === 'mark' || JOINERS.has(tokens[at]?.norm ?? '');
    if (!atGap && last > 0) continue;
    const place: ClausePlace = { tokens, at, from: last, isLong };
    const rule = rules.find(({ opens, afterSetting }) => (atGap || afterSetting === true) && opens(place));
    if (rule === undefined) continue;
    cuts.push({ at, name: rule.name, afterSetting: rule.afterSetting === true });
    last = at;
  }
  return cuts;
}

/** A sentence of so many words without a mark was typed without commas. */
const LONG = 14;

function isLongWithoutMarks(tokens: readonly Token[]): boolean {
  let words = 0;
  for (const { kind, norm } of tokens) {
    if (kind === 'word') words += 1;
    else if (norm === ',' || norm === ';' || norm === ':' || norm === '—' || norm === '(') return false;
  }
  return words >= LONG;
}

function buildClause(tokens: readonly Token[], cutBy: string, language: LanguageCode | null): Clause {
  const first = tokens[0];
  const last = tokens.at(-1);
  let forms = 0;
  for (const { word } of tokens) forms |= word?.forms ?? 0;
  const { subject, verb } = readSubject(tokens, language);
  return {
    start: first?.start ?? 0,
    end: last?.end ?? 0,
    tokens,
    continues: cutBy !== 'sentence' && cutBy !== 'setting',
    subject,
    verb,
    forms,
    cutBy,
  };
}
