import { expect, test } from 'vitest';
import { agreementOf, readTwice } from '../../scripts/accuracy/second-reader.js';
import { labelled } from './labelled.js';

const answer = labelled(['S a', 'T b', 'A c', 'R d'], { result_metric: true });
const agreeing = {
  id: answer.id,
  labels: ['S', 'T', 'A', 'R'],
  also: [null, null, null, null],
  missing: [],
  story: true,
  result_metric: true,
};

test('two readers that say the same agree wholly', () => {
  const noTask = labelled(['S a', 'A b'], { id: 'x1-002' });
  const second = {
    ...agreeing,
    id: noTask.id,
    labels: ['S', 'A'],
    missing: ['T', 'R'],
    result_metric: false,
  };
  expect(
    agreementOf([
      { answer, second: agreeing },
      { answer: noTask, second },
    ]),
  ).toEqual({
    answers: 2,
    sentences: 6,
    kappa: 1,
    sentenceF1: 1,
    missingF1: 1,
    storyF1: 1,
    resultMetricF1: 1,
  });
});

test('what they differ on lowers its own figure', () => {
  const second = { ...agreeing, labels: ['S', 'S', 'A', 'R'], result_metric: false };
  const found = agreementOf([{ answer, second }]);
  // Agreed 3 of 4; chance (1·2 + 1·0 + 1·1 + 1·1) / 16 = .25.
  expect(found.kappa).toBeCloseTo((0.75 - 0.25) / 0.75, 10);
  // S: precision .5, T: never said.
  expect(found.sentenceF1).toBeCloseTo((2 / 3 + 0 + 1 + 1) / 4, 10);
  expect(found.resultMetricF1).toBe(0);
  expect(found.storyF1).toBe(1);
});

test.each(['ru', 'en'])('second readings of %s fit the corpus, and readers agree', (code) => {
  const pairs = readTwice(code);
  expect(pairs.length).toBeGreaterThanOrEqual(150);
  expect(new Set(pairs.map(({ second }) => second.id)).size).toBe(pairs.length);
  expect(agreementOf(pairs).kappa).toBeGreaterThan(0.75);
});
