import type { PartState } from '../../src/analysis/types.js';
import type { Analysis } from '../../src/analyze.js';

/** What the analyzer says of a labelled answer, in the letters of the corpus. */
export interface Prediction {
  readonly id: string;
  /** One of S T A R O for each given sentence, by largest overlap. */
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

export function predictionOf(
  id: string,
  analysis: Analysis,
  places: readonly { readonly start: number; readonly end: number }[],
): FullPrediction {
  const letters = letterOf(analysis);
  const clauses = analysis.sentences.flatMap((sentence) => sentence.clauses);
  const labelled = places.map((place) => {
    const shares = new Map<string, number>();
    const told = new Set<string>();
    for (const { start, end, label, posterior } of clauses) {
      const overlap = Math.min(end, place.end) - Math.max(start, place.start);
      if (overlap <= 0) continue;
      told.add(letters(label));
      // As the reading of a sentence: a clause counts for each label as far as it is likely.
      analysis.framework.labels.forEach((name, index) => {
        const letter = letters(name);
        shares.set(letter, (shares.get(letter) ?? 0) + overlap * (posterior[index] ?? 0));
      });
    }
    return [...told].sort((a, b) => (shares.get(b) ?? 0) - (shares.get(a) ?? 0));
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
