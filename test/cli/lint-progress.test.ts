import { expect, test } from 'vitest';
import type { IO } from '../../src/cli/context.js';
import { showProgress } from '../../src/cli/lint-progress.js';

/** A clock that goes on by 100 ms at each look, and a screen that keeps what it is told. */
function world(isTTY: boolean) {
  const told: string[] = [];
  let time = 0;
  const screen = { write: (text: string) => told.push(text) > 0 };
  const now = () => {
    time += 100;
    return time;
  };
  return { told, io: { counter: () => (isTTY ? screen : null), now } as unknown as IO };
}

test('the count is shown now and then, and taken off at the end', () => {
  const { told, io } = world(true);
  const progress = showProgress(7, io);
  for (let file = 0; file < 7; file += 1) progress?.step();
  progress?.end();
  expect(told).toEqual(['\r\u001b[K3 / 7', '\r\u001b[K6 / 7', '\r\u001b[K']);
});

test('what is done at once shows no count', () => {
  const { told, io } = world(true);
  const progress = showProgress(1, io);
  progress?.step();
  progress?.end();
  expect(told).toEqual([]);
});

test('where stderr is no terminal, nothing is counted', () => {
  expect(showProgress(7, world(false).io)).toBeNull();
});
