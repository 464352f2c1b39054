import { createRandom, shuffle } from '../../src/rehearsal/random.js';
import { gapFeatures, mayOpen, predicatesOf, type RunOn } from '../../src/text/run-on.js';
import { scan } from '../../src/text/scan.js';
import type { RunOnWeights } from '../../src/text/types.js';
import { type LabelledAnswer, textOf } from '../accuracy/corpus.js';
import { type Typed, withCommas, withoutMarks } from '../accuracy/manners.js';

/** Chosen on held-out slices (docs/accuracy-log.md). */
const SETTINGS = {
  epochs: 6,
  rate: 0.15,
  /** Pull of every weight to nothing, by its absolute value. */
  pull: 0.01,
  /** A feature must stand at so many gaps. */
  leastSeen: 100,
  /** Features that weigh less are left out. */
  leastWeight: 0.4,
  step: 0.1,
  /** Of five answers so many are read in lower case: who types no full stops seldom types capitals. */
  lowerOfFive: 3,
  /** Added to the log odds of an end: a sentence cut in two is still read right, two in one are not. */
  favour: 1.7,
};

/**
 * Where a text without marks ends its sentences: logistic regression over the gaps of labelled answers whose marks
 * are taken away, by AdaGrad (Duchi, Hazan, Singer 2011) with an absolute pull (L1), in an order with a fixed seed.
 */
export function fitRunOn(answers: readonly LabelledAnswer[], language: string): RunOnWeights {
  const gaps = answers.flatMap((answer, index) => [
    ...gapsOf(answer, language, index % 5 < SETTINGS.lowerOfFive ? lowerWithoutMarks : withoutMarks),
    ...gapsOf(answer, language, withCommas),
  ]);
  const seen = new Map<string, number>();
  for (const { features } of gaps) for (const name of features) seen.set(name, (seen.get(name) ?? 0) + 1);
  const names = [...seen.keys()].filter((name) => (seen.get(name) ?? 0) >= SETTINGS.leastSeen).sort();
  const places = new Map(names.map((name, place) => [name, place + 1]));
  const rows = gaps.map(({ features, isEnd }) => ({
    isEnd,
    // The first is of every gap: the bias.
    places: [0, ...features.flatMap((name) => places.get(name) ?? [])],
  }));
  const [bias = 0, ...weights] = regress(rows, names.length + 1);
  return {
    bias: rounded(bias + SETTINGS.favour),
    features: Object.fromEntries(
      names
        .map((name, index): [string, number] => [name, rounded(weights[index] ?? 0)])
        .filter(([, weight]) => Math.abs(weight) >= SETTINGS.leastWeight),
    ),
  };
}

/** The text of a run-on.yaml: one row a feature. */
export function runOnYaml({ bias, features }: RunOnWeights): string {
  const rows = Object.entries(features).map(([name, weight]) => `  ${JSON.stringify(name)}: ${weight}`);
  return `${[
    '# How likely a sentence ends before a word, where a text has no marks: log odds that add up.',
    '# Written by `npm run fit` from test/corpus/; not by hand.',
    `bias: ${bias}`,
    'features:',
    ...rows,
  ].join('\n')}\n`;
}

const lowerWithoutMarks: Typed = (text) => withoutMarks(text).toLowerCase();

interface Gap {
  readonly features: readonly string[];
  readonly isEnd: boolean;
}

/** Of the gaps where a sentence may open: everywhere without marks, after commas where they stand for full stops. */
function gapsOf({ sentences }: LabelledAnswer, language: string, manner: Typed): Gap[] {
  const { text, places } = textOf(
    sentences.map((sentence) => ({ ...sentence, text: manner(sentence.text.trim()) })),
  );
  const tokens = scan(text, language, []);
  const hasCommas = manner === withCommas;
  const run: RunOn = { text, tokens, from: 0, to: tokens.length, language, hasCommas };
  const predicates = predicatesOf(run);
  const opens = new Set(places.map(({ start }) => start));
  const gaps: Gap[] = [];
  let start = 0;
  for (let at = 1; at < tokens.length; at += 1) {
    if (!mayOpen(run, at)) continue;
    const isEnd = opens.has(tokens[at]?.start ?? -1);
    gaps.push({ features: gapFeatures(run, { at, start, predicates }), isEnd });
    if (isEnd) start = at;
  }
  return gaps;
}

interface Row {
  readonly isEnd: boolean;
  readonly places: readonly number[];
}

function regress(rows: readonly Row[], size: number): Float64Array {
  const { epochs, rate, pull } = SETTINGS;
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1e-6);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (const { isEnd, places } of shuffle(rows, createRandom(epoch))) {
      const sum = places.reduce((all, place) => all + (weights[place] ?? 0), 0);
      const error = 1 / (1 + Math.exp(-sum)) - (isEnd ? 1 : 0);
      for (const place of places) {
        squares[place] = (squares[place] ?? 0) + error * error;
        const by = rate / Math.sqrt(squares[place] ?? 1);
        const moved = (weights[place] ?? 0) - by * error;
        weights[place] = Math.sign(moved) * Math.max(0, Math.abs(moved) - by * pull);
      }
    }
  }
  return weights;
}

function rounded(weight: number): number {
  return Math.round(Math.round(weight / SETTINGS.step) * SETTINGS.step * 100) / 100;
}
