import type { PartState } from '../analysis/types.js';
import { CRITERIA_RULE } from '../content/rule-names.js';
import type { Question, Severity } from '../content/types.js';
import { weakness } from './outcome.js';
import type { Turn } from './types.js';

/** One question of the session, by the last version of its answer. */
export interface SummaryLine {
  readonly question: Question;
  /** Parts of the last version, in the order of the framework; none where no structure is asked for. */
  readonly parts: readonly (readonly [part: string, state: PartState])[];
  readonly figures: number;
  readonly findings: Readonly<Record<Severity, number>>;
  /** What the interviewer listens for in the last version. */
  readonly criteria: { readonly touched: number; readonly asked: number };
  /** Versions; a reply to a follow-up question is none. */
  readonly attempts: number;
  readonly words: number;
  readonly speakingSeconds: number;
  /** Seconds at the prompt, all versions together. */
  readonly seconds: number;
}

/** What a session ends with. */
export interface Summary {
  readonly lines: readonly SummaryLine[];
  /** Rules that reported in two answers or more, most frequent first, at most three; no `info`. */
  readonly recurring: readonly { readonly rule: string; readonly answers: number }[];
  /** Questions to practise next: the weakest answers that are not clean, at most three. */
  readonly again: readonly Question[];
}

/** @param turns the answered ones */
export function summarise(turns: readonly Turn[]): Summary {
  const last = turns.flatMap(({ question, attempts }) => {
    const attempt = attempts.at(-1);
    return attempt ? [{ question, attempts, outcome: attempt.outcome }] : [];
  });
  const counts = new Map<string, number>();
  for (const { outcome } of last) {
    const serious = outcome.findings.filter(({ severity }) => severity !== 'info');
    for (const rule of new Set(serious.map((finding) => finding.rule)))
      counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return {
    lines: last.map(({ question, attempts, outcome }) => ({
      question,
      parts: Object.entries(outcome.parts),
      figures: outcome.figures,
      findings: {
        error: outcome.findings.filter(({ severity }) => severity === 'error').length,
        warn: outcome.findings.filter(({ severity }) => severity === 'warn').length,
        // What is not heard of the criteria is counted beside.
        info: outcome.findings.filter(({ severity, rule }) => severity === 'info' && rule !== CRITERIA_RULE)
          .length,
      },
      criteria: {
        touched: Object.values(outcome.criteria).filter((touched) => touched).length,
        asked: Object.keys(outcome.criteria).length,
      },
      attempts: attempts.filter(({ replyTo }) => replyTo === undefined).length,
      words: outcome.words,
      speakingSeconds: outcome.speakingSeconds,
      seconds: attempts.reduce((sum, { seconds }) => sum + seconds, 0),
    })),
    recurring: [...counts]
      .map(([rule, answers]) => ({ rule, answers }))
      // Once is not often.
      .filter(({ answers }) => answers > 1)
      .sort((a, b) => b.answers - a.answers)
      .slice(0, 3),
    again: last
      .filter(({ outcome }) => weakness(outcome) > 0)
      .sort((a, b) => weakness(b.outcome) - weakness(a.outcome))
      .slice(0, 3)
      .map(({ question }) => question),
  };
}
