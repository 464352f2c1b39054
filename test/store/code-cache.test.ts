import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { codeCacheFile, openCodeCache } from '../../src/store/code-cache.js';
import { codeLoader } from '../../src/store/load-code.js';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'star-coach-code-'));
  file = join(folder, 'cache', 'kept.bin');
  mkdirSync(join(folder, 'parts'));
  const write = (path: string, code: string) => writeFileSync(join(folder, path), code);
  write(
    'main.cjs',
    "exports.six = require('./parts/sum.cjs').sum([1, 2, 3]); exports.path = require('node:path');",
  );
  // Files need each other: what is not yet whole is handed out as far as it is.
  write(
    'parts/sum.cjs',
    "const main = require('../main.cjs'); exports.sum = (all) => all.reduce((a, b) => a + b) + Object.keys(main).length;",
  );
  write(
    'other.cjs',
    `exports.place = [__filename, __dirname]; const many = [${Array.from({ length: 900 }, (_, at) => `'word ${at}'`)}];`,
  );
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** One start of the program; returns which files the engine had to compile. */
function start({ build = 'one', main = 'main.cjs' } = {}): string[] {
  const compiled: string[] = [];
  const cache = openCodeCache({ file, build });
  const add: typeof cache.add = (name, script, isCompiled) => {
    if (isCompiled) compiled.push(name);
    cache.add(name, script, isCompiled);
  };
  const load = codeLoader({ folder, require: (id) => `outside ${id}`, cache: { of: cache.of, add } });
  const exported = load(main);
  expect(exported).toEqual(
    main === 'main.cjs'
      ? { six: 6, path: 'outside node:path' }
      : { place: [join(folder, 'other.cjs'), folder] },
  );
  expect(load(main)).toBe(exported);
  cache.save();
  return compiled;
}

const BOTH = ['main.cjs', 'parts/sum.cjs'];

test('the second start compiles nothing, and what it adds is kept too', () => {
  expect(start()).toEqual(BOTH);
  expect(start()).toEqual([]);
  expect(start({ main: 'other.cjs' })).toEqual(['other.cjs']);
  expect([...start(), ...start({ main: 'other.cjs' })]).toEqual([]);
  expect(readdirSync(join(folder, 'cache'))).toEqual(['kept.bin']);
});

test('the cache is written anew once a day', () => {
  start();
  const age = (hours: number) => {
    const then = Date.now() / 1000 - hours * 3600;
    utimesSync(file, then, then);
    return statSync(file).mtimeMs;
  };
  const recent = age(23);
  expect(start()).toEqual([]);
  expect(statSync(file).mtimeMs).toBe(recent);
  const old = age(25);
  expect(start()).toEqual([]);
  expect(statSync(file).mtimeMs).toBeGreaterThan(old);
  expect(start()).toEqual([]);
});

test('another build compiles anew and takes the place', () => {
  start();
  expect(start({ build: 'two' })).toEqual(BOTH);
  expect(start({ build: 'two' })).toEqual([]);
  expect(start({ build: 'one' })).toEqual(BOTH);
});

test.each<[string, () => void]>([
  ['cut off', () => truncateSync(file, statSync(file).size - 16)],
  ['empty', () => truncateSync(file, 0)],
  ['no cache at all', () => writeFileSync(file, 'a text of somebody')],
  [
    'full of zeros where a block was lost',
    () => {
      const bytes = readFileSync(file);
      writeFileSync(file, bytes.fill(0, bytes.length - 4096));
    },
  ],
])('a file that is %s is as good as none, and replaced', (_what, spoil) => {
  start({ main: 'other.cjs' });
  spoil();
  expect(start({ main: 'other.cjs' })).toEqual(['other.cjs']);
  expect(start({ main: 'other.cjs' })).toEqual([]);
});

describe.skipIf(process.getuid === undefined)('where files have owners', () => {
  test('only the user may read and write what is kept', () => {
    start();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'cache')).mode & 0o777).toBe(0o700);
  });

  test('a file that others may write to is not run', () => {
    start();
    chmodSync(file, 0o666);
    expect(start()).toEqual(BOTH);
  });
});

test('a place that cannot be written is no trouble', () => {
  writeFileSync(join(folder, 'cache'), 'a file where the folder should be');
  expect(start()).toEqual(BOTH);
  expect(start()).toEqual(BOTH);
});

describe('the place', () => {
  const name = `check-${process.version}-${process.arch}.bin`;
  const at = (env: Record<string, string>, platform = 'linux') =>
    codeCacheFile('check', { env, platform, cwd: folder });

  test.each<[Record<string, string>, string, string[]]>([
    [{ HOME: '/home/ada' }, 'linux', ['/home/ada', '.cache', 'star-coach']],
    [{ HOME: '/home/ada', XDG_CACHE_HOME: '/fast' }, 'linux', ['/fast', 'star-coach']],
    [{ HOME: '/home/ada', XDG_CACHE_HOME: 'relative' }, 'linux', ['/home/ada', '.cache', 'star-coach']],
    [{ HOME: '/Users/ada' }, 'darwin', ['/Users/ada', 'Library', 'Caches', 'star-coach']],
    [{ LOCALAPPDATA: '/ada/local' }, 'win32', ['/ada/local', 'star-coach', 'Cache']],
    [{ STAR_COACH_CODE_CACHE: '/mine', CI: 'true' }, 'linux', ['/mine']],
  ])('%o on %s', (env, platform, parts) => {
    expect(at(env, platform)).toBe(join(...parts, name));
  });

  test('a relative folder is relative to the working directory', () => {
    expect(at({ STAR_COACH_CODE_CACHE: 'mine' })).toBe(join(folder, 'mine', name));
  });

  test.each<Record<string, string>>([
    {},
    { HOME: 'relative' },
    { HOME: '/home/ada', CI: 'true' },
    { HOME: '/home/ada', STAR_COACH_CODE_CACHE: 'off' },
    { HOME: '/home/ada', NODE_DISABLE_COMPILE_CACHE: '1' },
    { HOME: '/home/ada', NODE_V8_COVERAGE: 'coverage' },
  ])('%o: nothing is kept', (env) => {
    expect(at(env)).toBeNull();
  });
});
