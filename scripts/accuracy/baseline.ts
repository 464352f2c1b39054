import { readFileSync, writeFileSync } from 'node:fs';
import { createRandom, shuffle } from '../../src/rehearsal/random.js';
import type { LabelledAnswer } from './corpus.js';
import { measure } from './measure.js';
import { predict, type Reader } from './readers.js';

/** Where the short form of the measurement keeps what it compares with. */
const BASELINE = 'test/accuracy/baseline.json';

/** Answers a language that the short form reads. */
const SAMPLE = 200;

/** Figures of one language; the ids say of which answers, so that a growing corpus changes nothing. */
export interface Baseline {
  readonly figures: Readonly<Record<string, number>>;
  readonly ids: readonly string[];
}

/** The figures of the short form, all of them better when higher, in [0, 1]. */
export function shortFigures(answers: readonly LabelledAnswer[], reader: Reader): Record<string, number> {
  const measured = measure(answers.map((answer) => ({ answer, prediction: predict(answer, reader) })));
  return {
    sentenceF1: rounded(measured.sentenceF1),
    missingF1: rounded(measured.missingF1),
    completeUnflagged: rounded(1 - measured.completeFlagged),
    storyF1: rounded(measured.story.f1),
    resultNumberF1: rounded(measured.resultNumber.f1),
    numbersPrecision: rounded(measured.figures.precision),
    numbersRecall: rounded(measured.figures.recall),
  };
}

/** Figures as they were stored last, by the code of the language. */
export function readBaseline(): Record<string, Baseline> {
  return JSON.parse(readFileSync(BASELINE, 'utf8'));
}

/** Draws the answers anew and stores their figures. */
export function writeBaseline(corpora: ReadonlyMap<string, readonly LabelledAnswer[]>, reader: Reader): void {
  const baselines = [...corpora].map(([code, answers]): [string, Baseline] => {
    const drawn = new Set(
      shuffle(answers, createRandom(1))
        .slice(0, SAMPLE)
        .map(({ id }) => id),
    );
    const sample = answers.filter(({ id }) => drawn.has(id));
    return [code, { figures: shortFigures(sample, reader), ids: sample.map(({ id }) => id) }];
  });
  writeFileSync(BASELINE, `${JSON.stringify(Object.fromEntries(baselines), null, 2)}\n`);
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
