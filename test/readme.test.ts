import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import stringWidth from 'string-width';
import { beforeAll, describe, expect, test } from 'vitest';
import { accuracySummary } from '../scripts/docs/accuracy-summary.js';
import { exampleFolder, PAGES, writtenPages } from '../scripts/docs/pages.js';
import { fillPlaces, placesOf } from '../scripts/docs/written.js';
import type { CommandContext } from '../src/cli/context.js';
import { ruleIds } from '../src/cli/lint-findings.js';
import { createProgram } from '../src/cli/program.js';
import { translator } from '../src/content/messages.js';
import { REPORT_NAMES } from '../src/reports/reports.js';
import { builtProgram } from './e2e/built.js';
import { cli } from './support/cli.js';
import { content } from './support/content.js';

const ROOT = resolve(import.meta.dirname, '..');
const pages = [...PAGES, 'docs/README.md', 'CONTRIBUTING.md'].map((path) => ({
  path,
  text: readFileSync(path, 'utf8'),
}));

beforeAll(async () => {
  await builtProgram();
});

test('what the pages show is what the program prints: npm run docs', async () => {
  for (const { path, text } of await writtenPages()) expect(readFileSync(path, 'utf8'), path).toBe(text);
});

test.each(['README.md', 'docs/candidate.md', 'docs/candidate.ru.md'])(
  'screens of %s have 80 columns',
  (path) => {
    const wide = fences(readFileSync(path, 'utf8')).flatMap(({ lines }) =>
      lines.filter((line) => stringWidth(line) > 80),
    );
    expect(wide).toEqual([]);
  },
);

interface Fence {
  readonly language: string;
  readonly lines: readonly string[];
}

/** Blocks of code, in order. */
function fences(text: string): Fence[] {
  return [...text.matchAll(/^```(\w*)\n((?:(?!```)[^\n]*\n)*)```$/gm)].map(
    ([, language = '', code = '']) => ({
      language,
      lines: code.trimEnd().split('\n'),
    }),
  );
}

describe('command lines', () => {
  const lines = pages.flatMap(({ path, text }) => commandLines(text).map((line) => ({ path, line })));

  test('are found in all pages for users', () => {
    expect([...new Set(lines.map(({ path }) => path))]).toEqual(expect.arrayContaining([...PAGES]));
    expect(lines.length).toBeGreaterThan(40);
  });

  test.each(lines.filter(({ line }) => calledBy(line) !== null))('$path: $line', async ({ line }) => {
    await expect(faultOf(calledBy(line) ?? [])).resolves.toBeNull();
  });

  test.each(lines.filter(({ line }) => /\bnpm\b/.test(line)))('$path: $line', ({ line }) => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    for (const [, name = ''] of line.matchAll(/\bnpm (?:run (?:-\S+ )*)?([\w:-]+)/g))
      expect(Object.hasOwn(scripts, name) || ['install', 'pack'].includes(name), name).toBe(true);
  });

  test.each([
    ['lnit answers/', "unknown command 'lnit'"],
    ['lint --fail-on', 'needs a value'],
    ['lint --fail-on nothing', 'it must be one of: error, warn'],
    ['mock --sede 7', "unknown option '--sede'"],
    ['explain', 'missing argument <rule>'],
    ['practice one two', 'too many arguments'],
    ['practice nobody', 'no role nobody'],
    ['explain nothing', 'no rule nothing'],
    ['lint --skip vage', 'no rule vage'],
    ['lint -f pdf', 'no report pdf'],
    ['check --question sm-none', 'no question sm-none'],
  ])('one that does not exist is found: %s', async (line, fault) => {
    expect(await faultOf(words(line))).toContain(fault);
  });
});

/** Lines of shell blocks, of workflows and of inline code that call a program. */
function commandLines(text: string): string[] {
  const inBlocks = fences(text).flatMap(({ language, lines }) => {
    if (language === 'console')
      return lines.filter((line) => line.startsWith('$ ')).map((line) => line.slice(2));
    return ['sh', 'yaml'].includes(language) ? lines : [];
  });
  const prose = text.replace(/^```\w*\n(?:(?!```)[^\n]*\n)*```$/gm, '');
  const inline = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
  return [...inBlocks, ...inline]
    .flatMap((line) => line.split(/&&|\|(?![^"]*")/))
    .map((line) => line.replace(/\s#.*$/, '').trim())
    .filter((line) => /(?:^|\s)star-coach(?:\s|$)|\bnpm (?:run|start|test|install|pack)\b/.test(line))
    .filter((line) => !line.startsWith('star-coach:') && !/^git /.test(line));
}

/** Words of a shell line, without redirections. */
function words(line: string): string[] {
  return [...line.replace(/[<>]\s*\S+/g, '').matchAll(/"([^"]*)"|(\S+)/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? '',
  );
}

/** Arguments that a line hands to star-coach; null where it calls something else. */
function calledBy(line: string): string[] | null {
  const all = words(line);
  const at = all.indexOf('star-coach');
  return at < 0 ? null : all.slice(at + 1);
}

/** Why the program would refuse the arguments; null where it would not. Nothing is run. */
async function faultOf(argv: readonly string[]): Promise<string | null> {
  if (argv.length === 0) return null;
  const said: string[] = [];
  const stream = { write: (text: string) => said.push(text) };
  const io = { argv, env: {}, stdin: {}, stdout: stream, stderr: stream, version: '0' };
  const context = { io, t: translator(content.messages('en'), 'en'), content, language: 'en' };
  const program = await createProgram(context as unknown as CommandContext, () => {});
  const called = program.commands.find((command) => command.name() === argv[0]);
  const named: string[] = [];
  for (const command of called ? [called, ...called.commands] : [])
    if (command === called ? called.commands.length === 0 : true)
      command.action((...given: unknown[]) => {
        named.push(...namesIn(command.name(), given[0], command.opts()));
      });
  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    const { exitCode } = error as { exitCode?: number };
    if (exitCode === undefined) throw error;
    return exitCode === 0 ? null : said.join('');
  }
  return named.length === 0 ? null : named.join('\n');
}

/** Banks that the pages bring along. */
const OWN_ROLES = ['baker'];

/** What is wrong with the names of roles, rules, questions and reports that a command line uses. */
function namesIn(command: string, first: unknown, options: Record<string, unknown>): string[] {
  const roles = [...content.index.banks.map(({ role }) => role), ...OWN_ROLES];
  const questions = content.index.banks.flatMap((bank) => bank.questions);
  const unknown = (what: string, name: unknown, known: readonly string[]) =>
    typeof name === 'string' && !known.includes(name) ? [`no ${what} ${name}`] : [];
  const list = (name: string) => (options[name] as readonly string[] | undefined) ?? [];
  const rules = ruleIds(content);
  return [
    ...(['practice', 'mock'].includes(command) ? unknown('role', first, roles) : []),
    ...(command === 'show' ? unknown('role or question', first, [...roles, ...questions]) : []),
    ...(command === 'explain' ? unknown('rule', first, rules) : []),
    ...unknown('question', options.question, questions),
    ...(command === 'lint'
      ? [
          ...[...list('only'), ...list('skip')].flatMap((name) => unknown('rule', name, rules)),
          ...list('rule').flatMap((value) => unknown('rule', value.split(':')[0], rules)),
          ...list('format').flatMap((value) => unknown('report', value.split('=')[0], REPORT_NAMES)),
        ]
      : []),
  ];
}

describe('links', () => {
  const links = pages.flatMap(({ path, text }) =>
    [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => ({ path, target })),
  );

  test('are there', () => expect(links.length).toBeGreaterThan(20));

  test.each(links)('$path → $target', ({ path, target }) => {
    const [file = '', anchor] = target.split('#');
    const there = file === '' ? path : join(dirname(path), file);
    expect(existsSync(there), there).toBe(true);
    if (anchor !== undefined) expect(anchorsOf(readFileSync(there, 'utf8'))).toContain(anchor);
  });
});

/** Anchors of the headings of a page, as GitHub makes them. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );
}

describe('the program of docs/api.md', () => {
  test('has no error of types', () => {
    const folder = exampleFolder();
    const options = ['--noEmit', '--allowJs', '--checkJs', '--strict', '--module', 'nodenext'];
    const types = ['--target', 'es2022', '--types', 'node', '--typeRoots', join(ROOT, 'node_modules/@types')];
    const check = () =>
      execFileSync(
        process.execPath,
        [join(ROOT, 'node_modules/typescript/bin/tsc'), ...options, ...types, 'example.mjs'],
        { cwd: folder, encoding: 'utf8' },
      );
    try {
      expect(check()).toBe('');
    } catch (error) {
      expect((error as { stdout?: string }).stdout ?? String(error)).toBe('');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('and the tables beside it name all that is exported', async () => {
    const exported = Object.keys(await import(join(ROOT, 'dist/index.cjs')));
    const page = readFileSync('docs/api.md', 'utf8');
    const named = exported.filter((name) => !['default', 'module.exports', '__esModule'].includes(name));
    expect(named.length).toBeGreaterThan(2);
    for (const name of named) expect(page).toContain(`\`${name}(`);
  });
});

test('the bank that the pages bring along can be used', async () => {
  const { code, stderr } = await cli(['banks', 'validate', 'docs/examples/bakery.yaml']);
  expect(code, stderr).toBe(0);
});

test('docs/lint.md names all reports', () => {
  const page = readFileSync('docs/lint.md', 'utf8');
  for (const name of REPORT_NAMES) expect(page).toContain(`| \`${name}\` |`);
});

test('nothing that is published can open a connection', () => {
  const files = readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.[cm]?js$/.test(path),
  );
  expect(files.length).toBeGreaterThan(5);
  const network =
    /require\(["'`](?:node:)?(?:https?|http2|net|tls|dgram|dns)(?:\/\w+)?["'`]\)|\bfetch\(|\bWebSocket\b/;
  const found = files.filter((path) => network.test(readFileSync(join('dist', path), 'utf8')));
  expect(found).toEqual([]);
});

describe('places in pages', () => {
  const page =
    'a\n<!-- written: x y -->\nold\nold\n<!-- /written -->\nb\n<!-- written: z -->\n<!-- /written -->\n';

  test('are found and filled, what is around them stays', () => {
    expect(placesOf(page)).toEqual(['x y', 'z']);
    expect(fillPlaces(page, (wanted) => `[${wanted}]`)).toBe(
      'a\n<!-- written: x y -->\n[x y]\n<!-- /written -->\nb\n<!-- written: z -->\n[z]\n<!-- /written -->\n',
    );
  });

  test('figures of accuracy are quoted, or it is said which are not there', () => {
    const main = (head: string, row: string) =>
      `## ru\n\n| ru  | ${head} |\n|---|\n| all | ${row} |\n| ru1 | - |\n`;
    const names = 'answers | sentence F1 | 95 % | S | missing F1 | 95 % | complete flagged | figure F1';
    const page = main(names, '120 | .801 | - | .7 | .702 | - | 4 % | .903');
    expect(accuracySummary(page).split('\n').at(-1)).toBe('| ru | .801 | .702 | 4 % | .903 | 120 |');
    expect(() => accuracySummary(main('answers | S', '120 | .7'))).toThrow("no 'sentence F1' for 'ru'");
    expect(() => accuracySummary('# Accuracy\n')).toThrow('no table');
  });
});
