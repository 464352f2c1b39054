import { expect } from 'vitest';

/** How many times larger the larger input is. */
const TIMES = 8;

/** Midway, as factors go, between eight times the work, which is linear, and sixty-four times, which is squared. */
const LIMIT = 24;

/** A machine that is busy makes single measurements larger, never all of them. */
const TRIES = 12;

/** Microseconds that a start, or a collection of garbage, may cost whatever the input is. */
const FLOOR = 1000;

/** Processor time of this process in microseconds: it stands still while other programs run. */
const cpuTime = () => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

/**
 * Holds that work grows no faster than its input, whatever else the machine does: the least of several measurements
 * counts, and those of one input are compared with those of an input eight times as large, never with a number of
 * milliseconds.
 *
 * @param prepare makes an input of a size, and gives the work on it; called for each measurement, and not measured
 * @param size of the smaller input; its work should take a millisecond or more
 * @param clock microseconds of work since any moment
 */
export async function expectLinear(
  prepare: (size: number) => (() => unknown) | Promise<() => unknown>,
  size: number,
  clock: () => number = cpuTime,
): Promise<void> {
  const cost = async (inputSize: number) => {
    const work = await prepare(inputSize);
    const before = clock();
    await work();
    return clock() - before;
  };
  // So that code is compiled.
  await cost(size);
  let least = { small: Number.POSITIVE_INFINITY, large: Number.POSITIVE_INFINITY };
  for (let tries = 0; tries < TRIES; tries += 1) {
    least = {
      // What is short suffers most from what else happens.
      small: Math.min(least.small, await cost(size), await cost(size), await cost(size)),
      large: Math.min(least.large, await cost(size * TIMES)),
    };
    if (least.large < LIMIT * Math.max(least.small, FLOOR)) return;
  }
  expect.fail(
    `${TIMES} times the input takes ${Math.round(least.large / least.small)} times the work: ` +
      `${least.large} µs instead of ${least.small} µs`,
  );
}
