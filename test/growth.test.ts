import { describe, expect, test } from 'vitest';
import { expectLinear } from './support/growth.js';

/** Work of a number of steps, on a clock that counts them; `factor` says what a busy machine makes of one run. */
function counted(steps: (size: number) => number, factor: (run: number) => number = () => 1) {
  let time = 0;
  let runs = 0;
  return expectLinear(
    (size) => () => {
      time += steps(size) * factor(runs);
      runs += 1;
    },
    1000,
    () => time,
  );
}

describe('holds', () => {
  test.each<[string, (size: number) => number]>([
    ['nothing at all', () => 0],
    ['what is always the same', () => 90_000],
    ['the size', (size) => 5 * size],
    ['the size and its logarithm', (size) => size * Math.log2(size)],
  ])('%s', async (_, steps) => {
    await counted(steps);
  });

  test('the size, where most measurements of the larger input are ten times what they should be', async () => {
    // The first run measures nothing; after it small and large inputs take turns.
    await counted(
      (size) => 5 * size,
      (run) => (run % 2 === 0 && run < 22 ? 10 : 1),
    );
  });

  test('time of the processor', async () => {
    await expectLinear((size) => () => burn(size * 1000), 1000);
  });
});

describe('fails', () => {
  test.each<[string, (size: number) => number]>([
    ['the square', (size) => (size * size) / 1000],
    ['the square, beside what is linear', (size) => 5 * size + (size * size) / 100],
  ])('%s', async (_, steps) => {
    await expect(counted(steps)).rejects.toThrow(/^8 times the input takes \d\d times the work/);
  });

  test('time of the processor', async () => {
    await expect(expectLinear((size) => () => burn(size * size), 700)).rejects.toThrow('times the work');
  });
});

/** Steps that no compiler leaves out. */
function burn(steps: number): number {
  let mixed = 1;
  for (let step = 0; step < steps; step += 1) mixed = (Math.imul(mixed, 31) + step) | 0;
  return mixed;
}
