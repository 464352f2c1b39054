import {
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
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { translator } from '../../src/content/messages.js';
import { InputError } from '../../src/content/problems.js';
import { readExport } from '../../src/store/export-file.js';
import { exportText } from '../../src/store/export-text.js';
import { homeOf } from '../../src/store/home.js';
import type { JournalEntry } from '../../src/store/journal-line.js';
import { jsonFaultAt } from '../../src/store/json-fault.js';
import { addAnswers, erasable, eraseKept, keptAnswers } from '../../src/store/kept-data.js';
import { outcome } from '../rehearsal/question.js';
import { content } from '../support/content.js';

const folder = mkdtempSync(join(tmpdir(), 'star-export-'));
const t = translator(content.messages('en'), 'en');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const entry: JournalEntry = {
  v: 2,
  type: 'answer',
  at: '2026-01-15T09:00:00.000Z',
  session: 's',
  mode: 'practice',
  role: 'support-manager',
  question: 'sm-a',
  attempt: 1,
  text: 'Я\nпозвонил "ей".',
  seconds: 5,
  outcome: outcome('vague'),
};

const DRAFT = {
  v: 1,
  session: '2026-01-15T09-00-00-000Z-7',
  role: 'support-manager',
  question: 'sm-a',
  text: 'Я поз',
  at: '2026-01-15T09:00:00.000Z',
  pid: 7,
} as const;

function problemsOf(source: string | Buffer): string[] {
  const path = join(folder, 'export.json');
  writeFileSync(path, source);
  try {
    readExport(path, 'export.json', t);
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
  }
}

describe('an export', () => {
  test('is read as it was written', () => {
    const path = join(folder, 'whole.json');
    const answers = new Map([['2026-01-15-0900-support-manager.md', '---\nrole: x\n---\n']]);
    const ticks = [{ at: 'now', role: 'x', topic: 'hr', item: 'a', done: true }];
    const drafts = [DRAFT];
    const entries = [entry, { ...entry, attempt: 2 }];
    writeFileSync(path, exportText(entries, answers, '2026-01-16T00:00:00.000Z', { ticks, drafts }));
    expect(readExport(path, path, t)).toEqual({
      entries,
      answers,
      ticks,
      drafts,
    });
  });

  test('of nothing is JSON too', () => {
    expect(JSON.parse(exportText([], new Map(), 'now'))).toEqual({
      format: 'star-coach data',
      version: 1,
      exported: 'now',
      journal: [],
      answers: {},
    });
  });

  const whole = exportText([entry], new Map([['a.md', 'x']]), 'now');
  test.each([
    ['not JSON', whole.replace('"answers":', '"answers"'), ['5:10 from here on this is not JSON']],
    ['cut off', whole.slice(0, 60), [expect.stringMatching(/^2:\d+ from here on this is not JSON$/)]],
    ['not UTF-8', Buffer.from([0xff, 0x22]), ['1:1 the file is not valid UTF-8']],
    [
      'later version',
      whole.replace('"version":1', '"version":2'),
      [expect.stringContaining('later version')],
    ],
    ['later journal', whole.replace('{"v":2', '{"v":3'), [expect.stringContaining('later version')]],
    [
      'something else',
      '{"name":"star-coach"}',
      expect.arrayContaining([expect.stringMatching(/^1:\d+ unknown key/)]),
    ],
    [
      'damaged answer',
      whole.replace('"attempt":1', '"attempt":"1"'),
      ['3:1 journal[0] is not an answer that can be read'],
    ],
    [
      'a name that turns its letters round',
      whole.replace('"a.md"', '"a\u202edm.md"'),
      [expect.stringMatching(/^\d+:\d+ answers: .*cannot/)],
    ],
    [
      'several at once',
      whole.replace('"a.md"', '"../a.md":"x",\n".md":"y",\n"b.md":3,\n"c"'),
      [
        expect.stringMatching(/^6:\d+ answers: '..\/a.md' cannot/),
        expect.stringMatching(/^7:\d+ answers: '.md' cannot/),
        expect.stringMatching(/^8:\d+ .*expected text/),
        expect.stringMatching(/^9:\d+ answers: 'c' cannot/),
      ],
    ],
  ])('%s: at its place, all at once', (_, source, problems) => {
    expect(problemsOf(source)).toEqual(problems);
  });
});

test('a fault of JSON is found where it is', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), (json, at) => {
      const place = at % (json.length + 1);
      const broken = `${json.slice(0, place)}\u0007${json.slice(place)}`;
      let fault: unknown;
      try {
        JSON.parse(broken);
      } catch (error) {
        fault = error;
      }
      expect(jsonFaultAt(broken, fault as SyntaxError)).toBe(place);
    }),
  );
});

function home() {
  return homeOf({ STAR_COACH_HOME: mkdtempSync(join(folder, 'home-')) }, '/');
}

describe('answers that are brought in', () => {
  test('stand beside those there are, none twice', () => {
    const place = home();
    mkdirSync(place.answers);
    const first = new Map([
      ['a.md', 'one'],
      ['b.md', 'two'],
    ]);
    expect(addAnswers(place, first).added).toBe(2);
    expect(addAnswers(place, first).added).toBe(0);
    const { added, undo } = addAnswers(
      place,
      new Map([
        ['a.md', 'three'],
        ['c.md', 'one'],
      ]),
    );
    expect(added).toBe(1);
    expect([...keptAnswers(place)]).toEqual([
      ['a-2.md', 'three'],
      ['a.md', 'one'],
      ['b.md', 'two'],
    ]);
    undo();
    expect([...keptAnswers(place).keys()]).toEqual(['a.md', 'b.md']);
  });

  test('all or none', () => {
    const place = home();
    mkdirSync(place.answers);
    const answers = new Map([
      ['a.md', 'one'],
      ['none/b.md', 'two'],
    ]);
    expect(() => addAnswers(place, answers)).toThrow('ENOENT');
    expect(readdirSync(place.answers)).toEqual([]);
  });
});

test('what is erased is the program’s own', () => {
  const place = home();
  mkdirSync(place.answers);
  mkdirSync(place.drafts);
  const own = ['2026-01-15-0900-support-manager.md', '2026-01-15-0900-support-manager.md.123456'];
  for (const name of [...own, 'mine.md']) writeFileSync(join(place.answers, name), 'x');
  for (const name of ['s.json', 's.json.99', 'notes.txt']) writeFileSync(join(place.drafts, name), 'x');
  writeFileSync(place.journal, '{"v":9}\n');
  const found = erasable(place);
  expect(found).toEqual({ journal: true, checklist: false, answers: own, drafts: ['s.json', 's.json.99'] });
  eraseKept(place, found);
  expect(existsSync(place.journal)).toBe(false);
  expect(readdirSync(place.answers)).toEqual(['mine.md']);
  expect(readFileSync(join(place.drafts, 'notes.txt'), 'utf8')).toBe('x');
  rmSync(join(place.answers, 'mine.md'));
  rmSync(join(place.drafts, 'notes.txt'));
  eraseKept(place, erasable(place));
  expect(existsSync(place.folder)).toBe(false);
});
