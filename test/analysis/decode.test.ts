import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode, type ScoredClause, type Steps, stepsOf, stepWeight } from '../../src/analysis/decode.js';
import { type Phases, phasesOf } from '../../src/content/phases.js';

const LABELS = 3;
const ONE_PHASE = phasesOf(['a', 'b', 'c']);
const weight = fc.double({ min: -3, max: 3, noNaN: true });
const row = fc.array(weight, { minLength: LABELS, maxLength: LABELS });

/** Chains whose phase changes after the second label, and after the third to another one. */
const chain = fc
  .constantFrom<Phases>(ONE_PHASE, phasesOf(['a', 'b', 'c'], { b: 'done', c: 'over' }))
  .chain((phases) => {
    const size = LABELS * phases.names.length;
    return fc.record({
      weights: fc.record({
        phases: fc.constant(phases),
        transitions: fc.array(row, { minLength: size + 1, maxLength: size + 1 }),
        inside: fc.option(fc.array(row, { minLength: size, maxLength: size })),
        sameSentence: weight,
      }),
      clauses: fc.array(
        fc.record({
          scores: fc
            .array(weight, { minLength: size, maxLength: size })
            .map((scores) => Float64Array.from(scores)),
          continues: fc.boolean(),
        }),
        { minLength: 1, maxLength: 5 },
      ),
    });
  });

/** Every sequence of labels with its weight, one by one: slow and plainly right. */
function enumerate(
  clauses: readonly ScoredClause[],
  phases: Phases,
  steps: Steps,
): { labels: number[]; states: number[]; weight: number }[] {
  let paths = [{ labels: [] as number[], states: [] as number[], phase: 0, weight: 0 }];
  clauses.forEach(({ scores, continues }, index) => {
    paths = paths.flatMap(({ labels, states, phase, weight: sum }) =>
      [0, 1, 2].map((label) => {
        const state = phase * LABELS + label;
        const before = states.at(-1) ?? steps.size;
        const step = stepWeight(steps, index > 0 && continues, [before, label]);
        const behind = phases.behind[label] as number;
        return {
          labels: [...labels, label],
          states: [...states, state],
          phase: behind < 0 ? phase : behind,
          weight: sum + (scores[state] as number) + step,
        };
      }),
    );
  });
  return paths;
}

test('agrees with the sum over all sequences', () => {
  fc.assert(
    fc.property(chain, ({ weights, clauses }) => {
      const steps = stepsOf(weights);
      const { best, states, posteriors, absence } = decode(clauses, { steps });
      const paths = enumerate(clauses, weights.phases, steps);
      const total = paths.reduce((sum, path) => sum + Math.exp(path.weight), 0);
      const share = (chosen: typeof paths) =>
        chosen.reduce((sum, path) => sum + Math.exp(path.weight), 0) / total;

      clauses.forEach((_, index) => {
        const expected = Array.from({ length: LABELS }, (_, label) =>
          share(paths.filter(({ labels }) => labels[index] === label)),
        );
        expected.forEach((value, label) => {
          expect(posteriors[index]?.[label]).toBeCloseTo(value, 9);
        });
        expect(expected[best[index] as number]).toBeCloseTo(Math.max(...expected), 9);
        const likely = weights.phases.names.map((_, phase) => {
          const state = phase * LABELS + (best[index] as number);
          return { state, share: share(paths.filter((path) => path.states[index] === state)) };
        });
        const told = likely.find(({ state }) => state === states[index]);
        expect(told?.share).toBeCloseTo(Math.max(...likely.map((one) => one.share)), 9);
      });
      for (const labels of [[0], [1], [0, 2]]) {
        const expected = share(paths.filter((path) => !path.labels.some((label) => labels.includes(label))));
        expect(absence(labels)).toBeCloseTo(expected, 9);
      }
    }),
  );
});

test('after a deed the same clause is read as an outcome', () => {
  const phases = phasesOf(['deed', 'outcome', 'other'], { deed: 'acted' });
  const steps = stepsOf({
    phases,
    transitions: Array.from({ length: 7 }, () => [0, 0, 0]),
    inside: null,
    sameSentence: 0,
  });
  // The same clause twice: it weighs as an outcome in the second phase alone.
  const told = { scores: Float64Array.of(-9, -3, 0, -9, 3, 0), continues: false };
  const deed = { scores: Float64Array.of(9, 0, 0, 9, 0, 0), continues: false };
  const { best, states } = decode([told, deed, told], { steps });
  expect(best).toEqual([2, 0, 1]);
  expect(states).toEqual([2, 0, 4]);
});

test('no clauses carry nothing', () => {
  const steps = stepsOf({ phases: ONE_PHASE, transitions: [], inside: null, sameSentence: 0 });
  const { best, states, posteriors, absence } = decode([], { steps });
  expect({ best, states, posteriors }).toEqual({ best: [], states: [], posteriors: [] });
  expect(absence([0])).toBe(1);
});

test('ten thousand clauses neither overflow nor vanish', () => {
  const clauses = Array.from({ length: 10_000 }, (_, index) => ({
    scores: Float64Array.of(index % 7, 3, -2),
    continues: index % 3 === 1,
  }));
  const { posteriors, absence } = decode(clauses, {
    steps: stepsOf({
      phases: ONE_PHASE,
      transitions: [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
        [0, 0, 0],
      ],
      inside: null,
      sameSentence: 1,
    }),
  });
  for (const row of posteriors) expect([...row].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
  expect(absence([0])).toBeGreaterThanOrEqual(0);
});
