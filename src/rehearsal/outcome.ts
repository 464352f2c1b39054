import type { PartState } from '../analysis/types.js';
import type { Analysis } from '../analyze.js';
import { ANY_PART_RULE, CRITERIA_RULE, NO_ANSWER_RULE } from '../content/rule-names.js';
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

/** What is kept of an analysis of one version of an answer. */
export function outcomeOf(analysis: Analysis, { structured, criteria }: OutcomeOptions): Outcome {
  const optional = analysis.framework.parts.filter((part) => part.optional).map(({ id }) => id);
  // An answer that does without an optional part lacks nothing.
  const parts = structured
    ? states(analysis).filter(({ part, state }) => state !== 'missing' || !optional.includes(part))
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

/** Where no answer is found in the text at all, the parts that it looks like are none. */
function states({
  parts,
  findings,
}: Analysis): readonly { readonly part: string; readonly state: PartState }[] {
  if (!findings.some(({ rule }) => rule === NO_ANSWER_RULE)) return parts;
  return parts.map(({ part }) => ({ part, state: 'missing' }));
}

/** What an outcome holds against an answer. */
export interface Complaint {
  readonly rule: string;
  /** Id of the part that a rule for any part misses; else null. */
  readonly part: string | null;
}

/** What a revision did. */
export interface Revision {
  readonly closed: readonly Complaint[];
  readonly fresh: readonly Complaint[];
  readonly open: readonly Complaint[];
  /** Ids of criteria that are touched now and were not. */
  readonly heard: readonly string[];
  /** Ids of criteria that were touched and are not now. */
  readonly lost: readonly string[];
}

/** Compares two readings of answers to one question, complaint by complaint, in the order of the findings. */
export function compareOutcomes(before: Outcome, after: Outcome): Revision {
  const earlier = complaintsOf(before);
  const later = complaintsOf(after);
  const among = (list: readonly Complaint[], { rule, part }: Complaint) =>
    list.some((known) => known.rule === rule && known.part === part);
  const touchedOnlyIn = (one: Outcome, other: Outcome) =>
    Object.keys(one.criteria).filter((id) => one.criteria[id] === true && other.criteria[id] === false);
  const isOpen = (complaint: Complaint) =>
    among(earlier, complaint) || lackedUntold(complaint, { before, after });
  return {
    closed: earlier.filter((complaint) => !among(later, complaint)),
    fresh: later.filter((complaint) => !isOpen(complaint)),
    open: later.filter(isOpen),
    heard: touchedOnlyIn(after, before),
    lost: touchedOnlyIn(before, after),
  };
}

/** True for what an answer lacked before, too, and was not told: something else was to be mended first. */
function lackedUntold(
  { rule, part }: Complaint,
  { before, after }: { readonly before: Outcome; readonly after: Outcome },
): boolean {
  const lacks = (state: PartState | undefined) => state === 'missing' || state === 'empty';
  const about = part ?? Object.keys(before.parts).find((id) => rule === `missing-${id}`);
  if (about !== undefined) return lacks(before.parts[about]);
  const isAbsent = after.findings.some((finding) => finding.rule === rule && finding.evidence === '');
  return isAbsent && Object.values(before.parts).some(lacks);
}

function complaintsOf({ findings, parts, criteria }: Outcome): Complaint[] {
  const missing = Object.keys(parts).filter((part) => parts[part] === 'missing');
  // A part that the rule leaves out would be told as missed.
  const tells = findings.filter(({ rule }) => rule === ANY_PART_RULE).length === missing.length;
  const told = Object.keys(criteria).length > 0;
  return [...new Set(findings.map(({ rule }) => rule))]
    .filter((rule) => !(told && rule === CRITERIA_RULE))
    .flatMap((rule): Complaint[] =>
      rule === ANY_PART_RULE && tells ? missing.map((part) => ({ rule, part })) : [{ rule, part: null }],
    );
}

const WEIGHT: Readonly<Record<Severity, number>> = { error: 4, warn: 2, info: 0 };

/** How far an outcome is from a clean one: 0 is clean. Orders questions, is shown to nobody. */
export function weakness(outcome: Outcome): number {
  const gaps = missesMost(outcome) ? WEIGHT.warn : 0;
  return gaps + outcome.findings.reduce((sum, { severity }) => sum + WEIGHT[severity], 0);
}

/**
 * True where less than a quarter of what the interviewer listens for is heard. Weak samples of the banks that no rule
 * reports touch nothing, and this alone tells them apart; about half of what strangers say in words of their own
 * is heard, so a higher limit would lower good answers.
 */
export function missesMost({ criteria }: Outcome): boolean {
  const touched = Object.values(criteria);
  return touched.filter((yes) => yes).length * 4 < touched.length;
}
