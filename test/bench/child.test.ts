import { tmpdir } from 'node:os';
import { describe, expect, test } from 'vitest';
import { measure, usageOfTime } from '../../scripts/bench/child.js';
import { bundledPackages } from '../../scripts/bench/peers/npx.js';
import { median } from '../../scripts/bench/statistics.js';

/** A script that keeps the processor busy for some milliseconds of its time. */
const busy = (milliseconds: number) =>
  `const at=process.cpuUsage();for(;;){const {user,system}=process.cpuUsage(at);if(user+system>${milliseconds}e3)break}`;

describe('what a process used', () => {
  const run = (script: string) => measure(['-e', script], tmpdir()).cpu;

  test('its time and its memory', () => {
    const { cpu, peak } = measure(['-e', `const kept=Buffer.alloc(80e6,1);${busy(150)}`], tmpdir());
    expect(cpu).toBeGreaterThan(150);
    expect(peak).toBeGreaterThan(80e6);
  });

  test.runIf(process.platform === 'linux')('the time of programs that it starts', () => {
    const inner = JSON.stringify(busy(300));
    expect(run(`require('child_process').spawnSync(process.execPath,['-e',${inner}])`)).toBeGreaterThan(290);
  });

  test('the time of its threads, told once', () => {
    const inner = JSON.stringify(busy(200));
    expect(run(`new (require('worker_threads').Worker)(${inner},{eval:true})`)).toBeGreaterThan(200);
  });

  test('a program that fails is no figure', () => {
    expect(() => run('process.exit(3)')).toThrow('ended with 3');
    expect(measure(['-e', 'process.exit(3)'], tmpdir(), { codes: null }).cpu).toBeGreaterThan(0);
  });
});

describe('GNU time', () => {
  test('says seconds and kilobytes', () => {
    expect(usageOfTime('1.25 0.50 2048\n')).toEqual({ cpu: 1750, peak: 2048 * 1024 });
  });

  test.each(['', 'Command exited', '1.0 2.0'])('anything else is refused: %j', (report) => {
    expect(() => usageOfTime(report)).toThrow('GNU time said');
  });
});

test.each([
  { values: [3, 1, 2], middle: 2 },
  { values: [4, 1], middle: 2.5 },
  { values: [7], middle: 7 },
])('the median of $values', ({ values, middle }) => {
  expect(median(values)).toBe(middle);
});

test('of what is in the bundle only that counts which the project asks for', () => {
  const notices = 'Packages\n\nyaml 2.9.1\n----\n\ninner 1.0.0\nzod 4.6.7\n';
  expect(bundledPackages(notices, { yaml: '2.9.1', zod: '4.6.7', vitest: '4.1.12' })).toEqual({
    yaml: '2.9.1',
    zod: '4.6.7',
  });
});
