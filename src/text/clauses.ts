import { afterPause, CLAUSE_RULES, type ClausePlace, type ClauseRule } from './clause-rules.js';
import { readSubject } from './forms/index.js';
import { isPredicate } from './predicates.js';
import { couldEnd, type Predicates, predicatesOf, type RunOn } from './run-on.js';
import type { Clause, LanguageCode, RunOnWeights, Token } from './types.js';

interface Cut {
  readonly at: number;
  readonly name: string;
  /** True where the words before the cut need no predicate. */
  readonly afterSetting: boolean;
}

/**
 * Cuts the tokens of one sentence (heading and list marker left out) into clauses: where a named rule opens one, or
 * a sentence could end by the weights of `runOn`, and only if there is a predicate on both sides (but for the words
 * that only say where it was). Empty for no tokens; one clause in a language without rules.
 *
 * @param text that the tokens stand in
 */
export function cutClauses(
  text: string,
  tokens: readonly Token[],
  language: LanguageCode | null,
  runOn: RunOnWeights | undefined,
): readonly Clause[] {
  if (tokens.length === 0) return [];
  const candidates = findCandidates(text, tokens, language, runOn);
  const clauses: Clause[] = [];
  let from = 0;
  let cutBy = 'sentence';
  // Whether there is a predicate after the last cut: no word is looked at twice.
  let isLeft = hasPredicate(tokens, 0, candidates[0]?.at ?? 0, language);
  for (let index = 0; index < candidates.length; index += 1) {
    const { at, name, afterSetting } = candidates[index] as Cut;
    const isRight = hasPredicate(tokens, at, candidates[index + 1]?.at ?? tokens.length, language);
    if (isRight && (isLeft || afterSetting)) {
      clauses.push(buildClause(tokens.slice(from, at), cutBy, language));
      from = at;
      cutBy = name;
    }
    isLeft ||= isRight;
  }
  clauses.push(buildClause(from === 0 ? tokens : tokens.slice(from), cutBy, language));
  return clauses;
}

function hasPredicate(
  tokens: readonly Token[],
  from: number,
  to: number,
  language: LanguageCode | null,
): boolean {
  for (let at = from; at < to; at += 1) if (isPredicate(tokens, at, language)) return true;
  return false;
}

/** Words before which a clause may open without a mark. */
const JOINERS: ReadonlySet<string> = new Set(['и', 'and', 'so', 'but']);

/** Marks after which a clause opens where each side could be a sentence. */
const PAUSES: ReadonlySet<string> = new Set([',', '—']);

/** Where some rule opens a clause, or a sentence could end at a comma or a dash, outside brackets. */
function findCandidates(
  text: string,
  tokens: readonly Token[],
  language: LanguageCode | null,
  runOn: RunOnWeights | undefined,
): readonly Cut[] {
  const rules = language === null ? undefined : CLAUSE_RULES[language];
  if (rules === undefined) return [];
  const cuts: Cut[] = [];
  const isLong = isLongWithoutMarks(tokens);
  const run: RunOn = { text, tokens, from: 0, to: tokens.length, language, hasCommas: true };
  let predicates: Predicates | undefined;
  const partsSentences = (at: number, start: number): boolean => {
    if (runOn === undefined) return false;
    predicates ??= predicatesOf(run);
    return couldEnd(run, runOn, { at, start, predicates });
  };
  /** Brackets that are open. */
  let open = 0;
  /** Where the last cut is, and the forms of the first word after it and of all words there. */
  let last = 0;
  let opening: number | null = null;
  let seen = 0;
  for (let at = 1; at < tokens.length; at += 1) {
    const before = tokens[at - 1] as Token;
    if (before.kind === 'word') {
      const forms = before.word?.forms ?? 0;
      opening ??= forms;
      seen |= forms;
    }
    if (before.kind === 'mark') {
      if (before.norm === '(') open += 1;
      else if (before.norm === ')' && open > 0) open -= 1;
    }
    if (open > 0) continue;
    const atGap = isLong || before.kind === 'mark' || JOINERS.has((tokens[at] as Token).norm);
    if (!atGap && last > 0) continue;
    const rule = firstThatOpens(atGap ? rules.atGap : rules.afterSetting, {
      tokens,
      at,
      from: last,
      opening: opening ?? 0,
      seen,
      isLong,
    });
    if (rule !== null) cuts.push({ at, name: rule.name, afterSetting: rule.afterSetting === true });
    else if (PAUSES.has(before.norm) && partsSentences(at, last)) {
      cuts.push({ at, name: 'could-end', afterSetting: false });
    } else continue;
    last = at;
    opening = null;
    seen = 0;
  }
  return cuts;
}

/** Rules that need a pause before the gap are passed over together where there is none: at most gaps. */
function firstThatOpens(rules: readonly ClauseRule[], place: ClausePlace): ClauseRule | null {
  const isPause = afterPause(place);
  for (let index = 0; index < rules.length; index += 1) {
    const rule = rules[index] as ClauseRule;
    if ((isPause || rule.afterPause !== true) && rule.opens(place)) return rule;
  }
  return null;
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
  for (let at = 0; at < tokens.length; at += 1) forms |= tokens[at]?.word?.forms ?? 0;
  const { subject, verb } = readSubject(tokens, forms, language);
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
