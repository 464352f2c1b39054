import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reachable } from '../scripts/build/declarations.js';
import { noticesOf } from '../scripts/build/notices.js';
import { packageFaults } from '../scripts/package/contents.js';
import { pack, prove } from '../scripts/package/prove.js';
import { builtProgram } from './e2e/built.js';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'star-coach-package-'));
let tarball: string;

beforeAll(async () => {
  await builtProgram();
  tarball = pack(folder);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a stranger runs the tarball by npx, without a cache', () => {
  expect(
    prove(tarball, { node: 'current', version, short: true }).filter(({ problem }) => problem !== null),
  ).toEqual([]);
});

describe('another program', () => {
  const CONSUMER = `import { type Analysis, analysisContext, analyze, openContent } from 'star-coach';

const [folder = ''] = process.argv.slice(2);
const context = analysisContext(openContent(folder), { question: null, interfaceLanguage: 'en' });
const { parts, nextFix }: Analysis = analyze('In March I was asked to cut the queue. I wrote a script.', context);
const missing: readonly string[] = parts.filter(({ state }) => state === 'missing').map(({ part }) => part);
console.log(missing.join(' '), nextFix?.rule);
`;
  const REQUIRE = CONSUMER.replace(
    /^import .*$/m,
    "const { analysisContext, analyze, openContent } = require('star-coach');",
  ).replaceAll(/: (Analysis|string|readonly string\[\])( =)/g, '$2');
  let home: string;
  let installed: string;

  beforeAll(() => {
    home = join(folder, 'consumer');
    installed = join(home, 'node_modules/star-coach');
    mkdirSync(installed, { recursive: true });
    execFileSync('tar', ['-xzf', tarball, '-C', installed, '--strip-components', '1']);
    writeFileSync(
      join(home, 'process.d.ts'),
      'declare const process: { argv: string[] };\ndeclare const console: { log(...values: unknown[]): void };\n',
    );
    writeFileSync(join(home, 'consumer.mts'), CONSUMER);
    writeFileSync(join(home, 'consumer.cts'), CONSUMER);
    writeFileSync(
      join(home, 'consumer.mjs'),
      CONSUMER.replace('type Analysis, ', '').replaceAll(
        /: (Analysis|string|readonly string\[\])( =)/g,
        '$2',
      ),
    );
    writeFileSync(join(home, 'consumer.cjs'), REQUIRE);
  });

  const compile = (files: readonly string[]) => {
    const options = [
      '--noEmit',
      '--strict',
      '--module',
      'nodenext',
      '--lib',
      'es2022',
      '--target',
      'es2022',
      '--skipLibCheck',
      'false',
    ];
    try {
      execFileSync(
        process.execPath,
        [resolve('node_modules/typescript/bin/tsc'), ...options, '--types', '', 'process.d.ts', ...files],
        { cwd: home, encoding: 'utf8' },
      );
      return '';
    } catch (error) {
      return (error as { stdout: string }).stdout;
    }
  };

  test.each(['consumer.mts', 'consumer.cts'])('has the types, whole, in %s', (file) => {
    expect(compile([file])).toBe('');
  });

  test('is told where it misuses them', () => {
    writeFileSync(join(home, 'wrong.mts'), "import { analyze } from 'star-coach';\nanalyze(1, null);\n");
    expect(compile(['wrong.mts'])).toContain('wrong.mts(2,');
  });

  test.each(['consumer.mjs', 'consumer.cjs'])('runs it: %s', (file) => {
    const output = execFileSync(process.execPath, [file, join(installed, 'dist/content')], {
      cwd: home,
      encoding: 'utf8',
    });
    expect(output).toMatch(/^.*\bresult\b.* missing-\w+\n$/);
  });

  test('reads the licences of what is bundled', () => {
    const notices = readFileSync(join(installed, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8');
    expect(notices).toMatch(/^commander \d+\.\d+\.\d+\nLicence: MIT$/m);
    expect(notices).toContain('Copyright (c) 2011, 2012 Chris Umbel');
  });
});

describe('checks of the package', () => {
  const whole = [
    'LICENSE',
    'README.md',
    'package.json',
    'bin/star-coach.js',
    'dist/start.cjs',
    'dist/run.cjs',
    'dist/index.cjs',
    'dist/types/index.d.ts',
    'dist/content/pieces.bin',
    'dist/schemas/config.json',
    'dist/THIRD-PARTY-NOTICES.txt',
  ];
  const packed = (paths: readonly string[], size = 1, unpackedSize = 1) => ({
    size,
    unpackedSize,
    files: paths.map((path) => ({ path })),
  });

  test('a whole package has no faults', () => {
    expect(
      packageFaults(packed([...whole, 'dist/chunks/lint.cjs', 'dist/types/text/types.d.ts']), {}),
    ).toEqual([]);
  });

  test.each([
    ['a file that is not there', packed(whole.slice(1)), {}, 'LICENSE is missing'],
    ['a file of the sources', packed([...whole, 'src/index.ts']), {}, 'src/index.ts must not be published'],
    [
      'a dependency',
      packed(whole),
      { dependencies: { zod: '4' } },
      'zod would be installed: everything is bundled',
    ],
    ['a tarball that is too large', packed(whole, 1_450_001), {}, '1450001 bytes packed, at most 1450000'],
    [
      'too many files',
      packed([...whole, ...Array.from({ length: 101 - whole.length }, (_, i) => `dist/chunks/part${i}.cjs`)]),
      {},
      '101 files, at most 100',
    ],
    ['too much to unpack', packed(whole, 1, 4_000_001), {}, '4000001 bytes unpacked, at most 4000000'],
  ])('%s is a fault', (_, contents, manifest, fault) => {
    expect(packageFaults(contents, manifest)).toEqual([fault]);
  });

  test('the licence of a package must be named and be there', () => {
    const root = mkdtempSync(join(tmpdir(), 'star-coach-licence-'));
    const at = join(root, 'node_modules/thing');
    mkdirSync(at, { recursive: true });
    const module = join(at, 'lib/index.js');
    writeFileSync(join(at, 'package.json'), '{"name": "thing", "version": "1.0.0"}');
    expect(() => noticesOf([module])).toThrow('thing 1.0.0 names no licence');
    writeFileSync(join(at, 'package.json'), '{"name": "thing", "version": "1.0.0", "license": "MIT"}');
    expect(() => noticesOf([module])).toThrow('thing 1.0.0 comes without the text of its licence');
    writeFileSync(join(at, 'LICENSE-MIT'), 'Do as you like.\n');
    expect(noticesOf([module, 'src/index.ts'])).toContain('thing 1.0.0\nLicence: MIT\n\nDo as you like.\n');
    rmSync(root, { recursive: true });
  });

  test('public types follow what they import, and refuse packages', () => {
    const files: Record<string, string> = {
      'index.d.ts': "export type { A } from './a/a.js';\n",
      'a/a.d.ts': "import type { B } from '../b.js';\nexport type A = B | import('./c.js').C;\n",
      'b.d.ts': 'export type B = 1;\n',
      'a/c.d.ts': 'export type C = 2;\n',
      'unused.d.ts': "import type * as z from 'zod';\n",
    };
    const read = (path: string) => files[path] ?? '';
    expect([...reachable('index.d.ts', read).keys()].sort()).toEqual([
      'a/a.d.ts',
      'a/c.d.ts',
      'b.d.ts',
      'index.d.ts',
    ]);
    expect(() => reachable('unused.d.ts', read)).toThrow('the public types need zod (unused.d.ts)');
  });
});
