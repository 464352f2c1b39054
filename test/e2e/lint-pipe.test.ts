import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtProgram } from './built.js';

let cwd = '';
let program = '';

beforeAll(async () => {
  program = await builtProgram();
  cwd = realpathSync(mkdtempSync(join(tmpdir(), 'star coach %')));
  writeFileSync(join(cwd, 'a.md'), `## A\n\n${'Write to anna.p@north-bakery.net about it. '.repeat(800)}\n`);
  mkdirSync(join(cwd, 'loop'));
  symlinkSync('..', join(cwd, 'loop/up'));
});

afterAll(() => rmSync(cwd, { recursive: true, force: true }));

/** Runs a line of bash in which `coach` is the program, and `lint` its command. */
function bash(line: string) {
  const { status, stdout, stderr } = spawnSync(
    'bash',
    [
      '-c',
      `set -o pipefail; coach() { '${process.execPath}' '${program}' "$@"; }; lint() { coach lint "$@"; }; ${line}`,
    ],
    {
      cwd,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: { PATH: process.env.PATH, HOME: cwd, STAR_COACH_CODE_CACHE: 'off' },
    },
  );
  return { status, stdout, stderr };
}

const ALL = '. -f unix --only private-data';

test('a slow reader gets the whole of a report larger than its pipe', () => {
  expect(bash(`lint ${ALL} -o all.txt`).status).toBe(1);
  const whole = readFileSync(join(cwd, 'all.txt'), 'utf8');
  expect(whole.split('\n')).toHaveLength(801);
  expect(whole.length).toBeGreaterThan(65_536);
  rmSync(join(cwd, 'all.txt'));
  const { status, stdout, stderr } = bash(`lint ${ALL} | (sleep 1; cat)`);
  expect([status, stdout === whole, stderr]).toEqual([1, true, '']);
});

test('a reader that leaves ends the program without a word', () => {
  const { stdout, stderr } = bash(`lint ${ALL} | head -1`);
  expect([stdout.split('\n').length, stderr]).toEqual([2, '']);
});

test('stdout that is closed, or full, is no stack trace', () => {
  for (const line of [`lint ${ALL} >&-`, `lint ${ALL} --statistics 2>/dev/full`]) {
    const { stderr } = bash(line);
    expect(stderr).not.toMatch(/\n\s+at /);
  }
});

test('output that finds no room is told in one line', () => {
  const cases = [
    [`lint ${ALL} >/dev/full`, 'ENOSPC'],
    // A file that may have no more than a kilobyte.
    [`(trap '' XFSZ; ulimit -f 1; lint ${ALL} >small.txt)`, 'EFBIG'],
    [`coach --version >/dev/full`, 'ENOSPC'],
    [`(trap '' XFSZ; ulimit -f 0; coach --version >small.txt)`, 'EFBIG'],
  ];
  for (const [line = '', code] of cases) {
    const { status, stderr } = bash(line);
    expect(status).toBe(2);
    expect(stderr).toMatch(new RegExp(`^star-coach: the output cannot be written: ${code}: .+\\n$`));
  }
  rmSync(join(cwd, 'small.txt'));
});
