import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseSince } from '../../src/cli/progress/since.js';
import type { Outcome } from '../../src/rehearsal/outcome.js';
import { appendToJournal } from '../../src/store/journal.js';
import { outcome } from '../rehearsal/question.js';
import { cli } from '../support/cli.js';
import { content } from '../support/content.js';

const NOW = Date.UTC(2026, 0, 15, 9);
const DAY = 24 * 3600 * 1000;
const folder = mkdtempSync(join(tmpdir(), 'star-progress-'));
const home = join(folder, 'home');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const progress = (...argv: string[]) =>
  cli(['progress', ...argv], { env: { STAR_COACH_HOME: home, LANG: 'en_US.UTF-8' }, cwd: folder, now: NOW });

const QUESTIONS = (content.bank('support-manager')?.questions ?? []).filter(
  ({ framework }) => framework === 'star',
);

function answer(days: number, index: number, own: Outcome, role = 'support-manager', attempt = 1): void {
  appendToJournal(join(home, 'journal.jsonl'), {
    v: 2,
    type: 'answer',
    at: new Date(NOW + days * DAY).toISOString(),
    session: `s${days}`,
    mode: 'practice',
    role,
    question: role === 'baker' ? 'ba-burnt-batch' : (QUESTIONS[index]?.id ?? ''),
    attempt,
    text: 'Я позвонил.',
    seconds: 90,
    outcome: own,
  });
}

const clean: Outcome = {
  ...outcome(),
  parts: { situation: 'present', task: 'implied', action: 'present', result: 'present' },
  criteria: { one: true, two: false },
};

beforeAll(() => {
  for (let day = -24; day <= 0; day += 3) {
    answer(day, (day + 24) % 7, outcome('no-numbers', '~vague'));
    answer(day, (day + 24) % 7, clean, 'support-manager', 2);
    answer(day, 7 + ((day + 24) % 2), clean);
  }
  answer(-2, 0, clean, 'baker');
});

test('the role practised last comes first, whatever the order of the journal', async () => {
  const own = join(folder, 'imported');
  const line = (role: string, at: string) =>
    appendToJournal(join(own, 'journal.jsonl'), {
      ...{ v: 2, type: 'answer', session: role, mode: 'practice', role, question: 'q', attempt: 1 },
      ...{ at, text: 'x', seconds: 9, outcome: clean },
    });
  line('late', '2026-01-12T09:00:00.000Z');
  line('early', '2026-01-11T09:00:00.000Z');
  line('latest', '2026-01-13T09:00:00.000Z');
  const { stdout } = await cli(['progress', '--format', 'json'], { env: { STAR_COACH_HOME: own }, now: NOW });
  const roles = (JSON.parse(stdout).roles as { role: string }[]).map(({ role }) => role);
  expect(roles).toEqual(['latest', 'late', 'early']);
});

describe('on a terminal', () => {
  test('charts, competencies, what is due; roles apart, the last practised first', async () => {
    const { code, stdout, stderr } = await progress();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Customer support manager \(support-manager\)\n18 answers · /);
    expect(stdout).toMatch(/\n {2}T task +[▁▂▃▄▅▆▇█]{9} +\d+% /);
    expect(stdout).toContain('First versions of answers, day by day, 22 December 2025 to 15 January 2026');
    expect(stdout).toMatch(
      /\nWhat comes up most often\n|\nDue questions are asked first: star-coach practice support-manager\n/,
    );
    expect(stdout).toContain('\nbaker (baker)\n1 answer · 1 of 1 questions');
  });

  test.each(['en', 'ru'])('in %s no line is wider than the window, and nothing is cut off', async (lang) => {
    // The test's stdout has no columns: 80.
    const { stdout } = await progress('--lang', lang);
    for (const line of stdout.split('\n')) expect(stringWidth(line), line).toBeLessThanOrEqual(80);
  });

  test.each([
    [['--ascii'], {}],
    [[], { LC_ALL: 'C' }],
    [[], { LANG: 'ru_RU.KOI8-R' }],
    [[], { TERM: 'linux' }],
  ])('%j with %j draws in ASCII', async (argv, env) => {
    const { stdout } = await cli(['progress', ...argv], { env: { STAR_COACH_HOME: home, ...env }, now: NOW });
    expect(stdout).not.toMatch(/[▁▂▃▄▅▆▇█▒░]/);
    expect(stdout).toMatch(/\n {2}T (task|задача) +[_.=+*%#-]{9} /);
  });

  test('--since leaves earlier answers out', async () => {
    expect((await progress('--since', '4d', '--role', 'support-manager')).stdout).toContain('\n4 answers · ');
  });

  test('an empty history says how to begin', async () => {
    const { code, stdout, stderr } = await cli(['progress'], {
      env: { STAR_COACH_HOME: join(folder, 'none') },
    });
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toBe('There are no answers here yet.\nBegin with star-coach practice\n');
    const other = await progress('--role', 'client-department-head', '--lang', 'en');
    expect(other.stderr).toContain('star-coach practice client-department-head --lang en\n');
  });
});

describe('for programs', () => {
  test('JSON: one versioned object', async () => {
    const { stdout, stderr } = await progress(
      '--format',
      'json',
      '--role',
      'support-manager',
      '--since',
      '2026-01-01',
    );
    expect(stderr).toBe('');
    const data = JSON.parse(stdout);
    expect(data).toMatchObject({ version: 1, generated: '2026-01-15T09:00:00.000Z' });
    expect(data.roles).toHaveLength(1);
    expect(data.roles[0].periods.at(-1)).toMatchObject({ start: '2026-01-15', answers: 2, figures: 1 });
    expect(data.roles[0].frameworks[0].parts.task.at(-1)).toBe(0.25);
    expect(data.roles[0].due[0]).toMatchObject({
      question: expect.stringMatching(/^sm-/),
      day: expect.any(String),
    });
  });

  test('JSON and CSV of nothing are JSON and CSV', async () => {
    const empty = { env: { STAR_COACH_HOME: join(folder, 'none') }, now: NOW };
    expect(JSON.parse((await cli(['progress', '--format', 'json'], empty)).stdout).roles).toEqual([]);
    expect((await cli(['progress', '--format', 'csv'], empty)).stdout).toMatch(
      /^version,at,role,[\w,]*\r\n$/,
    );
  });

  test('CSV: a row a version', async () => {
    const rows = (await progress('--format', 'csv')).stdout.trimEnd().split('\r\n');
    expect(rows).toHaveLength(1 + 9 * 3 + 1);
    const head = rows[0]?.split(',') ?? [];
    for (const row of rows) expect(row.split(',')).toHaveLength(head.length);
    const last = Object.fromEntries(head.map((name, index) => [name, rows[1]?.split(',')[index]]));
    expect(last).toMatchObject({
      version: '1',
      errors: '1',
      warnings: '1',
      rules: 'no-numbers vague',
      part_task: 'missing',
    });
  });
});

describe('as a page', () => {
  test('is self-contained, and every chart has a name, a description and a table', async () => {
    const { code, stdout } = await progress('--html', 'page.html');
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    const page = readFileSync(join(folder, 'page.html'), 'utf8');
    expect(page).not.toMatch(/<script|<link|src=|https?:/);
    expect(page).toContain("default-src 'none'");
    const charts = page.match(/<svg[^>]*role="img"[^>]*>/g) ?? [];
    expect(charts.length).toBeGreaterThan(5);
    for (const chart of charts) {
      const [, title = '', about = ''] = /aria-labelledby="(\S+) (\S+)"/.exec(chart) ?? [];
      expect(page).toMatch(new RegExp(`<title id="${title}">[^<]+</title><desc id="${about}">[^<]+</desc>`));
    }
    expect(page.match(/<figure>/g)).toHaveLength(charts.length);
    for (const figure of page.split('<figure>').slice(1)) expect(figure).toMatch(/<svg[\s\S]*<table/);
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(page).toContain('prefers-color-scheme: dark');
  });

  test('letters of a chart are spelt out, in the table too', async () => {
    await progress('--html', 'letters.html');
    const page = readFileSync(join(folder, 'letters.html'), 'utf8');
    expect(page).toContain('<span class="c0"><b>S</b> situation</span>');
    expect(page).toContain('<th scope="col"><abbr title="situation">S</abbr></th>');
  });

  test('one day is told in tables: a chart of one point shows nothing', async () => {
    const home = join(folder, 'one-day');
    appendToJournal(join(home, 'journal.jsonl'), {
      v: 2,
      type: 'answer',
      at: new Date(NOW).toISOString(),
      session: 's',
      mode: 'practice',
      role: 'support-manager',
      question: 'sm-client-conflict',
      attempt: 1,
      text: '',
      seconds: 1,
      outcome: { ...clean, parts: { situation: 'present', task: 'missing' } },
    });
    await cli(['progress', '--html', 'one.html'], { env: { STAR_COACH_HOME: home }, cwd: folder, now: NOW });
    const page = readFileSync(join(folder, 'one.html'), 'utf8');
    expect(page).not.toMatch(/class="(line|column)"/);
    expect(page).toMatch(/<th scope="row">S situation<\/th><td>100%<\/td>/);
    expect(page).toMatch(/<th scope="row">T task<\/th><td>0%<\/td>/);
  });

  test('what a journal holds is escaped', async () => {
    const evil = join(folder, 'evil');
    const role = '"><img src=x onerror=alert(1)>';
    appendToJournal(join(evil, 'journal.jsonl'), {
      v: 2,
      type: 'answer',
      at: new Date(NOW).toISOString(),
      session: 's',
      mode: 'practice',
      role,
      question: '<b>\u001b[31m',
      attempt: 1,
      text: '',
      seconds: 1,
      outcome: { ...clean, findings: [{ rule: '=1+1<i>', severity: 'error', evidence: '' }] },
    });
    const env = { STAR_COACH_HOME: evil };
    await cli(['progress', '--html', 'evil.html'], { env, cwd: folder, now: NOW });
    const page = readFileSync(join(folder, 'evil.html'), 'utf8');
    expect(page).not.toMatch(/<img|<b>\\|<i>|\u001b/);
    const text = await cli(['progress'], { env, now: NOW });
    expect(text.stdout).not.toContain('\u001b');
    const csv = await cli(['progress', '--format', 'csv'], { env, now: NOW });
    expect(csv.stdout).toContain(",'=1+1<i>,");
  });

  test('a place that cannot be written is told', async () => {
    writeFileSync(join(folder, 'file'), '');
    const { code, stderr } = await progress('--html', join('file', 'page.html'));
    expect(code).toBe(2);
    expect(stderr).toMatch(/^star-coach: cannot write .*(ENOTDIR|EEXIST)/);
  });
});

test.each([
  [['--role', 'suport-manager'], 'Did you mean support-manager?'],
  [['--role', 'zzz'], 'known roles: support-manager'],
  [['--since', 'tomorrow'], "'tomorrow': it must be a date such as 2026-01-15"],
  [['--lang', 'ru', '--since', 'завтра'], '«завтра»: нужна дата вида 2026-01-15'],
  [['--since', '2026-02-30'], 'a date such as 2026-01-15'],
  [['--format', 'jsn'], 'did you mean json? It must be one of: text, json, csv'],
])('%j: exit 2 and a way on', async (argv, says) => {
  const { code, stdout, stderr } = await progress(...argv);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(says);
});

test('--since counts whole days back', () => {
  const noon = new Date(2026, 0, 15, 12).getTime();
  const start = (year: number, month: number, day: number) => new Date(year, month, day).getTime();
  expect(parseSince('2026-01-02', noon)).toBe(start(2026, 0, 2));
  expect(['2026-02-31', '2026-13-01', '2026-00-10'].map((text) => parseSince(text, noon))).toEqual([
    null,
    null,
    null,
  ]);
  expect(parseSince('0d', noon)).toBe(start(2026, 0, 15));
  expect(parseSince('2w', noon)).toBe(start(2026, 0, 1));
  expect(parseSince('1m', noon)).toBe(start(2025, 11, 16));
});

test('every competency of the banks that ship has a name in both languages', () => {
  const known = content.index.banks.flatMap(({ role }) =>
    (content.bank(role)?.questions ?? []).flatMap(({ competencies }) => competencies),
  );
  for (const language of content.index.interfaceLanguages)
    for (const id of new Set(known))
      expect(content.messages(language)[`progress.competency.${id}`], id).toBeDefined();
});
