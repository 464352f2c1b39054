import { STEPS } from '../../src/content/packed-subjects.js';
import { SCALE } from '../../src/rules/subjects.js';

/** An answer as the fit sees it. */
export interface Told {
  /** Stems of its words, each once. */
  readonly stems: readonly string[];
  /** Competencies that its question asks for. */
  readonly asked: readonly string[];
}

/** Log odds of competencies by words. */
export interface Fitted {
  readonly competencies: readonly string[];
  /** Stem → a weight for each competency, in `STEPS`. */
  readonly words: ReadonlyMap<string, readonly number[]>;
}

/** Rarer words are names and chance. */
const LEAST_ANSWERS = 12;

/** How strongly weights are held near zero. */
const PENALTY = 15;

/** Steps until it shows which words weigh most, and until weights stand to a step; more change next to nothing. */
const ROUGH = 20;
const FINE = 60;

/**
 * A logistic regression for each competency over words, first with all of them, then with those that weigh most.
 *
 * @param most how many words are kept
 */
export function fitSubjects(answers: readonly Told[], competencies: readonly string[], most: number): Fitted {
  const counts = new Map<string, number>();
  for (const { stems } of answers) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const all = [...counts].filter(([, count]) => count >= LEAST_ANSWERS).map(([stem]) => stem);
  const rough = regress(answers, competencies, all, ROUGH);
  const k = competencies.length;
  const worth = (at: number) => {
    const share = (counts.get(all[at] as string) ?? 0) / answers.length;
    let sum = 0;
    for (let c = 0; c < k; c++) sum += (rough[at * k + c] as number) ** 2;
    return sum * share * (1 - share);
  };
  const kept = all
    .map((stem, at) => ({ stem, worth: worth(at) }))
    .sort((a, b) => b.worth - a.worth || (a.stem < b.stem ? -1 : 1))
    .slice(0, most)
    .map(({ stem }) => stem)
    .sort();
  const fine = regress(answers, competencies, kept, FINE);
  const words = kept.map((stem, at): [string, number[]] => [
    stem,
    competencies.map((_, c) => Math.round((fine[at * k + c] as number) * STEPS)),
  ]);
  return { competencies, words: new Map(words) };
}

/** Adam over all answers at once, from zero: nothing in it is left to chance. */
function regress(
  answers: readonly Told[],
  competencies: readonly string[],
  words: readonly string[],
  steps: number,
): Float64Array {
  const k = competencies.length;
  const place = new Map(words.map((word, at) => [word, at]));
  const rows = answers.map(({ stems }) =>
    Int32Array.from(
      stems.flatMap((stem) => {
        const at = place.get(stem);
        return at === undefined ? [] : [at * k];
      }),
    ),
  );
  const scales = answers.map(({ stems }) => SCALE / Math.sqrt(Math.max(1, stems.length)));
  const asked = answers.map((answer) =>
    Float64Array.from(competencies, (name) => (answer.asked.includes(name) ? 1 : 0)),
  );
  const size = (words.length + 1) * k;
  const weights = new Float64Array(size);
  const mean = new Float64Array(size);
  const spread = new Float64Array(size);
  const bias = words.length * k;
  for (let c = 0; c < k; c++) {
    const share = (asked.reduce((sum, row) => sum + (row[c] as number), 0) + 1) / (answers.length + 2);
    weights[bias + c] = Math.log(share / (1 - share));
  }
  const n = answers.length;
  const score = new Float64Array(k);
  for (let step = 1; step <= steps; step++) {
    const slope = new Float64Array(size);
    for (let i = 0; i < bias; i++) slope[i] = (PENALTY * (weights[i] as number)) / n;
    rows.forEach((row, i) => {
      const scale = scales[i] as number;
      for (let c = 0; c < k; c++) score[c] = 0;
      for (const from of row)
        for (let c = 0; c < k; c++) score[c] = (score[c] as number) + (weights[from + c] as number);
      for (let c = 0; c < k; c++) {
        const odds = (score[c] as number) * scale + (weights[bias + c] as number);
        score[c] = (1 / (1 + Math.exp(-odds)) - ((asked[i] as Float64Array)[c] as number)) / n;
        slope[bias + c] = (slope[bias + c] as number) + (score[c] as number);
      }
      for (let c = 0; c < k; c++) score[c] = scale * (score[c] as number);
      for (const from of row)
        for (let c = 0; c < k; c++) slope[from + c] = (slope[from + c] as number) + (score[c] as number);
    });
    for (let i = 0; i < size; i++) {
      const g = slope[i] as number;
      mean[i] = 0.9 * (mean[i] as number) + 0.1 * g;
      spread[i] = 0.99 * (spread[i] as number) + 0.01 * g * g;
      const m = (mean[i] as number) / (1 - 0.9 ** step);
      const v = (spread[i] as number) / (1 - 0.99 ** step);
      weights[i] = (weights[i] as number) - (0.05 * m) / (Math.sqrt(v) + 1e-8);
    }
  }
  return weights;
}
