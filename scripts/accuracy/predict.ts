import type { PartState } from '../../src/analysis/types.js';
import type { Analysis } from '../../src/analyze.js';

/** What the analyzer says of a labelled answer, in the letters of the corpus. */
export interface Prediction {
  readonly id: string;
  /**
   * One of S T A R O for each given sentence: the first part that its clauses carry. A clause belongs to the sentence
   * with which it shares most text.
   */
  readonly labels: readonly string[];
  readonly also: readonly (string | null)[];
  readonly parts: Readonly<Record<string, PartState>>;
  readonly story: boolean;
  readonly resultNumber: boolean;
  readonly findings: readonly string[];
}

/** A prediction with what outside files do not hold. */
export interface FullPrediction extends Prediction {
  /** Parts that are reported as missing or as named but empty. */
  readonly reported: readonly string[];
  /** Places of all numbers, those that measure nothing too. */
  readonly figures: readonly PredictedFigure[];
}

export interface PredictedFigure {
  readonly start: number;
  readonly end: number;
  readonly effect: boolean;
  /** False for a number that measures nothing: a date, a name, "one" as a word. */
  readonly measures: boolean;
}

/** The fixed interface of `--predictions`: these keys and no others. */
export function interfaceOf(prediction: FullPrediction): Prediction {
  const { id, labels, also, parts, story, resultNumber, findings } = prediction;
  return { id, labels, also, parts, story, resultNumber, findings };
}

/**
 * What the reading of an answer says of it, sentence by sentence.
 *
 * @param places of the labelled sentences in the text
 */
export function predictionOf(id: string, analysis: Analysis, places: readonly Stretch[]): FullPrediction {
  const letters = letterOf(analysis);
  const clauses = analysis.sentences.flatMap((sentence) => sentence.clauses);
  const owners = clauses.map((clause) => mostShared(clause, places));
  const labelled = places.map((place, index) => {
    const own = clauses.filter((_, clause) => owners[clause] === index);
    const nearest = clauses[mostShared(place, clauses) ?? -1];
    const told = new Set((own.length === 0 && nearest ? [nearest] : own).map(({ label }) => letters(label)));
    // As the reading of a sentence: the first part that it tells, and what tells none of them last.
    return told.delete('O') ? [...told, 'O'] : [...told];
  });
  return {
    id,
    labels: labelled.map(([label]) => label ?? 'O'),
    also: labelled.map(([, also]) => (also === undefined || also === 'O' ? null : also)),
    parts: Object.fromEntries(
      analysis.parts.map(({ part, state }) => [
        analysis.framework.parts.find(({ id }) => id === part)?.letter ?? part,
        state,
      ]),
    ),
    reported: analysis.framework.parts
      .filter(({ id }) => isReported(id, analysis))
      .map(({ letter }) => letter),
    story: analysis.story.kind === 'story',
    resultNumber: analysis.resultNumber,
    findings: [...new Set(analysis.findings.map(({ rule }) => rule))],
    figures: analysis.quantities.map(({ start, end, role, kind }) => ({
      start,
      end,
      effect: role === 'effect',
      measures: kind !== 'excluded',
    })),
  };
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Which of the others shares most text with one; the first of equals, null where none shares any. */
export function mostShared(one: Stretch, others: readonly Stretch[]): number | null {
  let best: number | null = null;
  let most = 0;
  others.forEach((other, index) => {
    const shared = Math.min(one.end, other.end) - Math.max(one.start, other.start);
    if (shared <= most) return;
    most = shared;
    best = index;
  });
  return best;
}

/** Labels of the framework as the corpus writes them: a lesson is part of the result. */
function letterOf({ framework }: Analysis): (label: string) => string {
  return (label) =>
    framework.parts.find((part) => part.label === label || part.shows.includes(label))?.letter ?? 'O';
}

/** An implied part is missing only where its rule says so. */
function isReported(id: string, { parts, findings }: Analysis): boolean {
  const state = parts.find(({ part }) => part === id)?.state;
  if (state !== 'implied') return state !== 'present';
  return findings.some(({ rule }) => rule === `missing-${id}`);
}
