import { createHash } from 'node:crypto';
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
    // The first run measures nothing; after it three small inputs and a large one take turns.
    await counted(
      (size) => 5 * size,
      (run) => (run > 0 && run % 4 === 0 && run < 40 ? 10 : 1),
    );
  });

  test('time of the processor', async () => {
    await expectLinear((size) => () => hash(size, 1000), 1000);
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
    await expect(expectLinear((size) => () => hash(size, size), 1500)).rejects.toThrow('times the work');
  });
});

/** Work that costs the same whether coverage is counted or not. */
function hash(times: number, bytes: number): void {
  const block = Buffer.alloc(bytes);
  const sum = createHash('sha256');
  for (let time = 0; time < times; time += 1) sum.update(block);
}
