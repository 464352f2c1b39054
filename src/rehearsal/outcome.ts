import type { PartState } from '../analysis/types.js';
import type { Analysis } from '../analyze.js';
import type { Severity } from '../content/types.js';

/** What a rehearsal remembers of one reading of an answer. Plain data: goes into the journal. */
export interface Outcome {
  readonly language: string | null;
  /** Id of the framework's part → state; empty where the question asks for no structure. */
  readonly parts: Readonly<Record<string, PartState>>;
  readonly findings: readonly OutcomeFinding[];
  /** Figures that measure something. */
  readonly figures: number;
  /** True where a figure quantifies the result. */
  readonly resultNumber: boolean;
  readonly words: number;
  readonly speakingSeconds: number;
  /** Id of a criterion of the question → whether it was touched; empty where that was not kept. */
  readonly criteria: Readonly<Record<string, boolean>>;
}

interface OutcomeFinding {
  readonly rule: string;
  readonly severity: Severity;
  /** The candidate's words it is about; empty where something is absent. */
  readonly evidence: string;
}

export interface OutcomeOptions {
  /** Whether the question asks for the parts of a framework. */
  readonly structured: boolean;
  /** Id of a criterion of the question → whether the answer touches it. */
  readonly criteria: Readonly<Record<string, boolean>>;
}

export function outcomeOf(analysis: Analysis, { structured, criteria }: OutcomeOptions): Outcome {
  const optional = analysis.framework.parts.filter((part) => part.optional).map(({ id }) => id);
  // An answer that does without an optional part lacks nothing.
  const parts = structured
    ? analysis.parts.filter(({ part, state }) => state !== 'missing' || !optional.includes(part))
    : [];
  return {
    language: analysis.document.language,
    parts: Object.fromEntries(parts.map(({ part, state }) => [part, state])),
    findings: analysis.findings.map(({ rule, severity, evidence }) => ({ rule, severity, evidence })),
    figures: analysis.quantities.filter(({ kind }) => kind !== 'excluded').length,
    resultNumber: analysis.resultNumber,
    words: analysis.document.wordCount,
    speakingSeconds: Math.round(analysis.speakingSeconds),
    criteria,
  };
}

/** What a revision did: names of rules. */
export interface Revision {
  readonly closed: readonly string[];
  readonly fresh: readonly string[];
  readonly open: readonly string[];
}

/** Compares two readings of answers to one question, rule by rule, in the order of the findings. */
export function compareOutcomes(before: Outcome, after: Outcome): Revision {
  const names = (outcome: Outcome) => [...new Set(outcome.findings.map(({ rule }) => rule))];
  const earlier = names(before);
  const later = names(after);
  return {
    closed: earlier.filter((rule) => !later.includes(rule)),
    fresh: later.filter((rule) => !earlier.includes(rule)),
    open: later.filter((rule) => earlier.includes(rule)),
  };
}

const WEIGHT: Readonly<Record<Severity, number>> = { error: 4, warn: 2, info: 0 };

/** How far an outcome is from a clean one: 0 is clean. Orders questions, is shown to nobody. */
export function weakness(outcome: Outcome): number {
  return outcome.findings.reduce((sum, { severity }) => sum + WEIGHT[severity], 0);
}
