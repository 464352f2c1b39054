import { describe, expect, test } from 'vitest';
import { benchmarkPage } from '../../scripts/bench/page.js';
import type { Figure, Figures } from '../../scripts/bench/peers/measure.js';
import type { NpxFigures } from '../../scripts/bench/peers/npx.js';
import { growthSection, peersSection } from '../../scripts/bench/peers/page.js';
import { kept, promises } from '../../scripts/bench/peers/promises.js';

const figure = (id: string, cpu: number, files: number): Figure => ({
  id,
  name: id,
  files,
  runs: 3,
  cpu,
  peak: 100e6,
});

/** Figures in which the program takes `own` milliseconds in each folder. */
const figures = (own: number, { many = 10_000, few = 2000 } = {}): Figures => ({
  folders: {
    answers: [
      figure('reading', 100, many),
      figure('own', own, many),
      figure('cached', 150, many),
      figure('markdownlint-cli2', 6000, many),
    ],
    'few-answers': [
      figure('reading', 20, few),
      figure('own', own / 5, few),
      figure('write-good', 2000, few),
      figure('alex', 3500, few),
    ],
    sources: [figure('reading', 100, many), figure('oxlint', 300, many)],
  },
  one: [figure('empty', 40, 1), figure('own', 60, 1), figure('alex', 900, 1)],
});
const npx: NpxFigures = {
  version: 400,
  nothing: 1200,
  tarball: 1600,
  installed: 8000,
  packages: 30,
  runs: 3,
};

const verdicts = (...given: Parameters<typeof promises>) =>
  Object.fromEntries(promises(...given).map((promise) => [promise.what, kept(promise)]));

describe('promises', () => {
  test('those that are kept, and those that are not', () => {
    expect(verdicts(figures(800), npx)).toEqual({
      'lint 10000 files ÷ reading them': true,
      'lint 10000 files, peak memory': true,
      'lint --cache again ÷ reading them': true,
      'lint one file ÷ an empty script': true,
      'markdownlint-cli2 ÷ star-coach, 10000 files': false,
      'write-good ÷ star-coach, 2000 files': true,
      'alex ÷ star-coach, 2000 files': true,
      'cold npx of the tarball ÷ npx --version': true,
      'cold npx with its dependencies to install ÷ without': false,
    });
    expect(verdicts(figures(900), null)).toMatchObject({
      'lint 10000 files ÷ reading them': false,
      'write-good ÷ star-coach, 2000 files': true,
      'alex ÷ star-coach, 2000 files': false,
    });
  });

  test('nothing is told of folders smaller than those they speak of', () => {
    const small = verdicts(figures(9000, { many: 200, few: 200 }), null);
    const { 'lint one file ÷ an empty script': one, ...folders } = small;
    expect(one).toBe(true);
    expect(new Set(Object.values(folders))).toEqual(new Set([null]));
  });

  test('where the registry was not reached, only what needs no registry', () => {
    expect(Object.keys(verdicts(figures(800), { ...npx, installed: null }))).not.toContain(
      'cold npx with its dependencies to install ÷ without',
    );
  });
});

describe('the section on others', () => {
  const section = peersSection(figures(800), { node: 'v20.0.0', npx });

  test('shows what is faster beside what is slower, the cheapest first', () => {
    const rows = section
      .slice(section.indexOf('### 10000'), section.indexOf('### 2000'))
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .map((line) => line.split(' | '));
    expect(rows.slice(2)).toMatchObject([
      ['| reading', '3', '0.10 s', '1 ×', '8 × faster', '100 MB |'],
      ['| cached', '3', '0.15 s', '1.50 ×', '5.33 × faster', '100 MB |'],
      ['| oxlint', '3', '0.30 s', '3 ×', '2.67 × faster', '100 MB |'],
      ['| **own**', '3', '0.80 s', '8 ×', '', '100 MB |'],
      ['| markdownlint-cli2', '3', '6 s', '60 ×', '7.50 × slower', '100 MB |'],
    ]);
  });

  test('shows what npx costs by itself', () => {
    expect(section).toContain('| a package with one program that does nothing | 3 | 1.20 s | 3 × |');
    expect(section).toContain('| `star-coach --version` | 3 | 1.60 s | 4 × |');
  });

  test('says so where a promise is not kept', () => {
    expect(section).toContain(
      '| markdownlint-cli2 ÷ star-coach, 10000 files | 7.50 × | ≥ 8 × | **not kept** |',
    );
    expect(section).toContain('| lint 10000 files ÷ reading them | 8 × | ≤ 8 × | kept |');
  });
});

describe('the section on larger folders', () => {
  const sizes = (cpu: number) =>
    [
      { files: 1000, cpu: 500, peak: 60e6 },
      { files: 10_000, cpu: 5000, peak: 70e6 },
      { files: 100_000, cpu, peak: 170e6 },
    ].map((size) => ({ ...size, runs: 1, reading: 10 }));

  test.each([
    { cpu: 50_000, said: 'Time grows no faster than' },
    { cpu: 70_000, said: 'Time **grows faster than' },
  ])('$said', ({ cpu, said }) => {
    expect(growthSection(sizes(cpu), 'v20.0.0')).toContain(said);
  });
});

test('a section written alone leaves the others as they were measured', () => {
  const both = benchmarkPage('', { own: '## The program\n\n1 ×\n', growth: '## Larger folders\n' });
  const after = benchmarkPage(both, { peers: '## Beside others\n' });
  expect(after).toMatch(
    /^# Speed and size\n[\s\S]+\n1 ×\n[\s\S]+## Beside others\n[\s\S]+## Larger folders\n/,
  );
  expect(benchmarkPage(after, {})).toBe(after);
  expect(benchmarkPage(after, { own: '## The program\n\n2 ×\n' })).not.toContain('1 ×');
});
