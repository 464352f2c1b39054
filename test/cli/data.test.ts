import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { appendToJournal, readJournal } from '../../src/store/journal.js';
import type { JournalEntry } from '../../src/store/journal-line.js';
import { outcome } from '../rehearsal/question.js';
import { cli } from '../support/cli.js';

const folder = mkdtempSync(join(tmpdir(), 'star-data-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let home: string;
let journal: string;
const data = (...argv: string[]) => cli(['data', ...argv], { env: { STAR_COACH_HOME: home }, cwd: folder });

function entry(attempt: number, session = 's'): JournalEntry {
  return {
    v: 2,
    type: 'answer',
    at: '2026-01-15T09:00:00.000Z',
    session,
    mode: 'practice',
    role: 'support-manager',
    question: 'sm-own-mistake',
    attempt,
    text: 'Я позвонил.',
    seconds: 5,
    outcome: outcome('vague'),
  };
}

const NAME = '2026-01-15-0900-support-manager.md';

beforeEach(() => {
  home = mkdtempSync(join(folder, 'home-'));
  journal = join(home, 'journal.jsonl');
  appendToJournal(journal, entry(1));
  appendToJournal(journal, entry(2));
  mkdirSync(join(home, 'answers'));
  writeFileSync(join(home, 'answers', NAME), '## Q {#sm-own-mistake}\n');
});

test('path', async () => {
  expect(await data('path')).toEqual({ code: 0, stdout: `${home}\n`, stderr: '' });
});

describe('export and import', () => {
  test('what goes out comes in elsewhere, once', async () => {
    const file = join(home, 'copy.json');
    expect((await data('export', file)).stderr).toContain('answers in the journal: 2, answer files: 1');
    home = mkdtempSync(join(folder, 'other-'));
    journal = join(home, 'journal.jsonl');
    appendToJournal(journal, entry(1));
    appendToJournal(journal, entry(1, 'own'));
    const first = await data('import', file);
    expect(first).toMatchObject({ code: 0, stdout: '' });
    expect(first.stderr).toBe('Added: answers in the journal: 1, answer files: 1. Already here: 1.\n');
    expect((await data('import', file)).stderr).toContain('journal: 0, answer files: 0. Already here: 2.');
    expect(readJournal(journal).entries).toEqual([entry(1), entry(1, 'own'), entry(2)]);
    expect(readdirSync(join(home, 'answers'))).toEqual([NAME]);
  });

  test('a draft survives export, erase and import, unless it was answered since', async () => {
    const file = join(folder, 'drafts.json');
    const draft = (session: string, question: string) => ({
      ...{ v: 1, session, role: 'support-manager', question, text: 'Я поз', pid: 1 },
      at: '2026-01-15T08:59:00.000Z',
    });
    mkdirSync(join(home, 'drafts'));
    for (const one of [
      draft('open', 'sm-own-mistake'),
      draft('s', 'sm-own-mistake'),
      draft('s2', 'sm-other'),
    ])
      writeFileSync(join(home, 'drafts', `${one.session}.json`), JSON.stringify(one));
    expect((await data('export', file)).stderr).toContain('drafts: 3');
    expect((await data('erase', '--yes')).code).toBe(0);
    expect((await data('import', file)).code).toBe(0);
    expect(readdirSync(join(home, 'drafts')).sort()).toEqual(['open.json', 's2.json']);
    const back = JSON.parse(readFileSync(join(home, 'drafts', 'open.json'), 'utf8'));
    expect(back).toEqual({ ...draft('open', 'sm-own-mistake'), pid: process.pid });
    // What is being typed here under the same name stays.
    writeFileSync(join(home, 'drafts', 'open.json'), 'mine');
    expect((await data('import', file)).code).toBe(0);
    expect(readFileSync(join(home, 'drafts', 'open.json'), 'utf8')).toBe('mine');
  });

  test('drafts and ticks are counted too, on the way out and on the way in', async () => {
    const file = join(folder, 'counted.json');
    const env = { STAR_COACH_HOME: home };
    await cli(['guide', 'support-manager', 'phone', '--tick', '1', '2', '3'], { env });
    await cli(['guide', 'support-manager', 'phone', '--untick', '3'], { env });
    const draft = { v: 1, session: 'open', role: 'r', question: 'sm-own-mistake', text: 'x', pid: 1 };
    mkdirSync(join(home, 'drafts'));
    writeFileSync(
      join(home, 'drafts', 'open.json'),
      JSON.stringify({ ...draft, at: '2026-01-15T08:59:00.000Z' }),
    );
    expect((await data('export', file)).stderr).toContain('drafts: 1, ticks in checklists: 2\n');
    expect((await data('erase', '--yes')).code).toBe(0);
    expect((await data('import', file)).stderr).toContain('Added too: drafts: 1, ticks in checklists: 2.\n');
    expect((await data('import', file)).stderr).not.toContain('Added too');
  });

  test.each([
    ['to another question', { question: 'sm-other' }],
    ['begun anew since', { at: '2026-01-15T09:00:01.000Z' }],
  ])('an unfinished answer of a session that gave others comes back: %s', async (_, own) => {
    const file = join(home, 'copy.json');
    const at = '2026-01-15T08:59:00.000Z';
    const draft = {
      v: 1,
      session: 's',
      role: 'r',
      question: 'sm-own-mistake',
      text: 'x',
      at,
      pid: 1,
      ...own,
    };
    const whole = JSON.parse((await data('export')).stdout);
    writeFileSync(file, JSON.stringify({ ...whole, drafts: [draft] }));
    expect((await data('import', file)).code).toBe(0);
    expect(readdirSync(join(home, 'drafts'))).toEqual(['s.json']);
  });

  test('a draft that climbs out of its folder is refused, and nothing is added', async () => {
    const file = join(folder, 'climbs.json');
    const at = '2026-01-15T08:59:00.000Z';
    const draft = { v: 1, session: '../../x', role: 'r', question: 'q', text: 'x', at, pid: 1 };
    const whole = JSON.parse((await data('export')).stdout);
    writeFileSync(file, JSON.stringify({ ...whole, drafts: [draft, { ...draft, session: 'fine' }] }));
    const { code, stderr } = await data('import', file);
    expect(code).toBe(2);
    expect(stderr).toContain('drafts[0] is not a draft');
    expect(existsSync(join(home, 'drafts'))).toBe(false);
  });

  test('without a file an export goes to stdout, whole', async () => {
    const { code, stdout, stderr } = await data('export');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ version: 1, journal: [entry(1), entry(2)] });
  });

  test('- is stdin for an import', async () => {
    appendToJournal(journal, entry(1));
    const { stdout: stdin } = await data('export');
    const cwd = mkdtempSync(join(folder, 'other-'));
    const bring = (typed: string | Buffer) =>
      cli(['data', 'import', '-'], { env: { STAR_COACH_HOME: join(cwd, 'home') }, cwd, stdin: typed });
    expect(await bring(stdin.replace('"attempt":1', '"attempt":"1"'))).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^stdin\.json:3:1: /),
    });
    expect((await bring('')).stderr).toBe('stdin.json:1:1: from here on this is not JSON\n');
    expect((await bring(Buffer.from([0xff]))).stderr).toMatch(/^stdin\.json:1:1: .*UTF-8/);
    expect((await bring(stdin)).code).toBe(0);
    expect(readJournal(join(cwd, 'home/journal.jsonl'))).toEqual(readJournal(journal));
  });

  test('never over another file', async () => {
    const file = join(home, 'there.json');
    writeFileSync(file, 'mine');
    const { code, stderr } = await data('export', file);
    expect(code).toBe(2);
    expect(stderr).toContain('already exists');
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  test('an import with one damaged answer changes nothing', async () => {
    const file = join(home, 'copy.json');
    const { stdout } = await data('export');
    writeFileSync(file, stdout.replace('"attempt":2', '"attempt":null').replaceAll('"s"', '"other"'));
    const before = readFileSync(journal, 'utf8');
    const { code, stderr } = await data('import', file);
    expect(code).toBe(2);
    expect(stderr).toMatch(/copy\.json:4:1: journal\[1\] is not an answer/);
    expect(readFileSync(journal, 'utf8')).toBe(before);
    expect(readdirSync(join(home, 'answers'))).toEqual([NAME]);
  });

  test('where the journal takes nothing, no file of answers stays either', async () => {
    const file = join(folder, 'copy-2.json');
    const { stdout } = await data('export');
    writeFileSync(file, stdout.replaceAll('"s"', '"other"').replace('## Q', '## Other'));
    home = mkdtempSync(join(folder, 'full-'));
    // A folder in its place: nothing can be appended.
    mkdirSync(join(home, 'journal.jsonl'));
    const { code, stderr } = await data('import', file);
    expect(code).toBe(2);
    expect(stderr).toContain('cannot write');
    expect(readdirSync(join(home, 'answers'))).toEqual([]);
  });
});

describe('a journal of a later version is refused and left as it was', () => {
  const LATER = '{"v":9,"type":"answer","melody":true}\n';
  test.each([['export'], ['import', 'x.json'], ['progress']])('%s', async (...argv) => {
    writeFileSync(journal, LATER);
    const run = argv[0] === 'progress' ? cli(argv, { env: { STAR_COACH_HOME: home } }) : data(...argv);
    const { code, stdout, stderr } = await run;
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('was written by a later version of star-coach (format 9, known here: 2)');
    expect(readFileSync(journal, 'utf8')).toBe(LATER);
  });
});

describe('erase', () => {
  test('asks, and without a terminal wants --yes', async () => {
    const { code, stderr } = await data('erase');
    expect(code).toBe(2);
    expect(stderr).toContain('--yes');
    expect(existsSync(journal)).toBe(true);
  });

  test('--yes takes all of it away', async () => {
    expect(await data('erase', '--yes')).toMatchObject({ code: 0, stdout: '' });
    expect(existsSync(home)).toBe(false);
    expect((await data('erase', '--yes')).stderr).toContain('There is no star-coach data');
  });
});

test('lines that cannot be read are told and left out', async () => {
  writeFileSync(journal, `nonsense\n${JSON.stringify(entry(1))}\n{"v":2,"type":"ans`);
  const { code, stdout, stderr } = await data('export');
  expect(code).toBe(0);
  expect(JSON.parse(stdout).journal).toHaveLength(1);
  expect(stderr).toContain('1 line of');
  expect(stderr).toContain('was cut off');
});

// Root may read everything.
test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
  'a journal that may not be read',
  async () => {
    chmodSync(journal, 0);
    const { code, stderr } = await data('export');
    expect(code).toBe(2);
    expect(stderr).toContain('cannot be read (EACCES)');
  },
);
