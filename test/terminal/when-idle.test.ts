import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readWhenIdle, workAhead } from '../../src/terminal/when-idle.js';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test('a text is read once the keys pause', () => {
  const read = vi.fn();
  const idle = readWhenIdle(read);
  idle.touched();
  vi.advanceTimersByTime(50);
  idle.touched();
  vi.advanceTimersByTime(79);
  expect(read).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(read).toHaveBeenCalledTimes(1);
});

test('and now and then where they do not', () => {
  const read = vi.fn();
  const idle = readWhenIdle(read);
  for (let key = 0; key < 100; key++) {
    idle.touched();
    vi.advanceTimersByTime(20);
  }
  expect(read.mock.calls.length).toBeGreaterThanOrEqual(4);
});

test('a text that takes long to read is read the less often', () => {
  const read = vi.fn(() => void vi.advanceTimersByTime(100));
  const idle = readWhenIdle(read);
  idle.touched();
  vi.advanceTimersByTime(80);
  expect(read).toHaveBeenCalledTimes(1);
  idle.touched();
  vi.advanceTimersByTime(799);
  expect(read).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1);
  expect(read).toHaveBeenCalledTimes(2);
});

test('work ahead is done piece by piece until none is left', () => {
  let left = 3;
  const piece = vi.fn(() => left-- > 0);
  workAhead(piece);
  expect(piece).not.toHaveBeenCalled();
  vi.advanceTimersByTime(80);
  expect(piece).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1000);
  expect(piece).toHaveBeenCalledTimes(4);
});

test('and no more of it once it is ended', () => {
  const piece = vi.fn(() => true);
  const stop = workAhead(piece);
  vi.advanceTimersByTime(100);
  stop();
  const done = piece.mock.calls.length;
  expect(done).toBeGreaterThan(0);
  vi.advanceTimersByTime(1000);
  expect(piece).toHaveBeenCalledTimes(done);
});
