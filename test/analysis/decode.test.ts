import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode, type ScoredClause, type Steps, stepsOf, stepWeight } from '../../src/analysis/decode.js';

const SIZE = 3;

const weight = fc.double({ min: -3, max: 3, noNaN: true });
const chain = fc.record({
  transitions: fc.array(fc.array(weight, { minLength: SIZE, maxLength: SIZE }), {
    minLength: SIZE + 1,
    maxLength: SIZE + 1,
  }),
  sameSentence: weight,
  clauses: fc.array(
    fc.record({
      scores: fc.array(weight, { minLength: SIZE, maxLength: SIZE }).map((row) => Float64Array.from(row)),
      continues: fc.boolean(),
    }),
    { minLength: 1, maxLength: 5 },
  ),
});

/** Every sequence of labels with its weight, one by one: slow and plainly right. */
function enumerate(clauses: readonly ScoredClause[], steps: Steps): { labels: number[]; weight: number }[] {
  let paths: { labels: number[]; weight: number }[] = [{ labels: [], weight: 0 }];
  clauses.forEach(({ scores, continues }, index) => {
    paths = paths.flatMap(({ labels, weight: sum }) =>
      [...scores].map((score, label) => {
        const before = labels.at(-1) ?? SIZE;
        const step = stepWeight(steps, index > 0 && continues, [before, label]);
        return { labels: [...labels, label], weight: sum + score + step };
      }),
    );
  });
  return paths;
}

test('labels, probabilities and absence are those of all sequences written out', () => {
  fc.assert(
    fc.property(chain, ({ transitions, sameSentence, clauses }) => {
      const steps = stepsOf(transitions, sameSentence);
      const { best, posteriors, absence } = decode(clauses, { steps });
      const paths = enumerate(clauses, steps);
      const total = paths.reduce((sum, path) => sum + Math.exp(path.weight), 0);
      const share = (chosen: typeof paths) =>
        chosen.reduce((sum, path) => sum + Math.exp(path.weight), 0) / total;

      clauses.forEach((_, index) => {
        const expected = Array.from({ length: SIZE }, (_, label) =>
          share(paths.filter(({ labels }) => labels[index] === label)),
        );
        expected.forEach((value, label) => {
          expect(posteriors[index]?.[label]).toBeCloseTo(value, 9);
        });
        expect(expected[best[index] as number]).toBeCloseTo(Math.max(...expected), 9);
      });
      for (const labels of [[0], [1], [0, 2]]) {
        const expected = share(paths.filter((path) => !path.labels.some((label) => labels.includes(label))));
        expect(absence(labels)).toBeCloseTo(expected, 9);
      }
    }),
  );
});

test('no clauses carry nothing', () => {
  const { best, posteriors, absence } = decode([], { steps: stepsOf([[0], [0]], 0) });
  expect({ best, posteriors }).toEqual({ best: [], posteriors: [] });
  expect(absence([0])).toBe(1);
});

test('ten thousand clauses neither overflow nor vanish', () => {
  const clauses = Array.from({ length: 10_000 }, (_, index) => ({
    scores: Float64Array.of(index % 7, 3, -2),
    continues: index % 3 === 1,
  }));
  const { posteriors, absence } = decode(clauses, {
    steps: stepsOf(
      [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
        [0, 0, 0],
      ],
      1,
    ),
  });
  for (const row of posteriors) expect([...row].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
  expect(absence([0])).toBeGreaterThanOrEqual(0);
});
