import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.js';
import { FAIL_LEVELS } from '../../src/content/severities.js';
import { cli } from '../support/cli.js';
import { CONTENT_DIR, content } from '../support/content.js';
import { SMALL_BANK } from '../support/small-bank.js';
import { folder, GOOD, RESULTLESS } from './lint-folder.js';

const free = content.index.banks
  .flatMap(({ questions }) => questions)
  .find((id) => content.question(id)?.framework === null) as string;

describe('check', () => {
  it('reads a file and says that it is clean', async () => {
    const { code, stdout, stderr } = await cli(['check', 'a.txt'], { cwd: folder({ 'a.txt': GOOD }) });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^S │ In March our courier firm/);
    expect(stdout).toContain('R │ Late parcels fell from 40 to 3 a week');
    expect(stdout).not.toMatch(/error|\u001b/);
  });

  it.each([[['check']], [['check', '-']]])('reads stdin: %j', async (argv) => {
    const { code, stdout } = await cli(argv, { stdin: RESULTLESS });
    expect(code).toBe(1);
    expect(stdout).toContain('(missing-result)');
    expect(stdout).toContain('Fix first (missing-result)');
  });

  it('speaks Russian', async () => {
    const { stdout } = await cli(['check', '--lang', 'ru', '--explain'], { stdin: RESULTLESS });
    expect(stdout).toContain('Исправьте в первую очередь (missing-result)');
    expect(stdout).toContain('Разбор по предложениям');
  });

  it('explains only when asked', async () => {
    expect((await cli(['check'], { stdin: GOOD })).stdout).not.toContain('Because');
    expect((await cli(['check', '--explain'], { stdin: GOOD })).stdout).toContain('Because: ');
  });

  it('paints when asked', async () => {
    expect((await cli(['check', '--color'], { stdin: GOOD })).stdout).toContain('\u001b[');
  });

  it.each(FAIL_LEVELS)('fails on %s and over it', async (level) => {
    const rank = { info: 0, warn: 1, error: 2, never: 3 } as const;
    for (const stdin of [GOOD, RESULTLESS, 'In March I lost a parcel. I called the depot. They found it.']) {
      const { code, stdout } = await cli(['check', '--format', 'json', '--fail-on', level], { stdin });
      const findings: { severity: 'info' | 'warn' | 'error' }[] = JSON.parse(stdout).findings;
      expect(code).toBe(findings.some(({ severity }) => rank[severity] >= rank[level]) ? 1 : 0);
    }
  });

  it('fails on an error by default, and not on a clean answer', async () => {
    expect((await cli(['check'], { stdin: RESULTLESS })).code).toBe(1);
    expect((await cli(['check'], { stdin: GOOD })).code).toBe(0);
  });

  it('prints one JSON object with offsets into the file', async () => {
    const source = `## Parcels {#sm-own-mistake}\n\n${GOOD}\n`;
    const { stdout } = await cli(['check', 'a.md', '--format', 'json', '--fail-on', 'never'], {
      cwd: folder({ 'a.md': source }),
    });
    const { version, sentences } = JSON.parse(stdout);
    expect(version).toBe(1);
    expect(source.slice(sentences[0].start, sentences[0].end)).toBe(GOOD.slice(0, GOOD.indexOf('.') + 1));
  });

  it('gives the same bytes twice', async () => {
    const once = await cli(['check', '--explain'], { stdin: RESULTLESS });
    expect(await cli(['check', '--explain'], { stdin: RESULTLESS })).toEqual(once);
  });
});

describe('check --question', () => {
  it('shows the question and what the interviewer listens for', async () => {
    const cwd = folder({ 'baker.yaml': SMALL_BANK });
    const argv = ['check', '--bank', 'baker.yaml', '--question', 'ba-burnt-batch'];
    const heard = await cli(argv, { cwd, stdin: `${GOOD} It was my fault.` });
    expect(heard.stdout).toMatch(/^Tell me about a burnt batch\.\n/);
    expect(heard.stdout).toContain('  ✓ Owns up\n');
    const silent = await cli(argv, { cwd, stdin: GOOD });
    expect(silent.stdout).toContain('  – Owns up (not heard)\n');
  });

  it('says nothing of parts where the question asks for none, unless told to', async () => {
    const { stdout } = await cli(['check', '--question', free], { stdin: GOOD });
    expect(stdout).not.toMatch(/│|missing-/);
    const told = await cli(['check', '--question', free, '--framework', 'star'], { stdin: GOOD });
    expect(told.stdout).toContain('S │ ');
  });

  const two = `## One {#sm-own-mistake}\n\n${GOOD}\n\n## Two {#sm-churn}\n\nI would call them all.\n`;

  it('picks an answer of a file', async () => {
    const cwd = folder({ 'two.md': two });
    const { stdout } = await cli(['check', 'two.md', '--question', 'sm-own-mistake'], { cwd });
    expect(stdout).toContain('In March our courier firm');
    expect(stdout).not.toContain('I would call');
  });

  it('picks the written one of two answers to a question', async () => {
    const cwd = folder({ 'a.md': `## Stub {#sm-churn}\n\n## One {#sm-churn}\n\n${GOOD}\n` });
    const { stdout } = await cli(['check', 'a.md', '--question', 'sm-churn'], { cwd });
    expect(stdout).toContain('In March our courier firm');
  });

  it('ties the only answer of a file to it, whatever its heading names', async () => {
    const cwd = folder({ 'a.md': `## One {#sm-churn}\n\n${GOOD}\n` });
    const { stdout } = await cli(['check', 'a.md', '--question', 'sm-own-mistake'], { cwd });
    expect(stdout).toContain(content.question('sm-own-mistake')?.text.en?.slice(0, 40));
  });

  it.each([
    ['a file with several answers', ['two.md'], /holds 2 answers\n.*sm-own-mistake, sm-churn.*lint two\.md/s],
    [
      'an id of none of them',
      ['two.md', '--question', 'sm-chrun'],
      /no answer.*sm-chrun.*\nDid you mean "sm-churn"/s,
    ],
    [
      'an id of no bank',
      ['a.txt', '--question', 'sm-chrun'],
      /no bank.*sm-chrun.*\nDid you mean "sm-churn"/s,
    ],
    ['an id like no other', ['a.txt', '--question', 'zzzzzz'], /no bank.*zzzzzz.*\n.*banks show/s],
    ['a folder', ['in'], /^star-coach: 'in' is a folder, not a file\n.*: star-coach lint in\n$/],
    ['an answer not written yet', ['empty.md'], /^empty\.md:1:1: nothing has been written/],
  ])('refuses %s', async (_name, argv, message) => {
    const cwd = folder({
      'two.md': two,
      'a.txt': GOOD,
      'empty.md': '## One {#sm-churn}\n\n',
      'in/a.md': GOOD,
    });
    const { code, stdout, stderr } = await cli(['check', ...argv], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });

  it.each([
    [['-', '--stdin-filename', 'x.md'], '- --stdin-filename x.md'],
    [['--stdin-filename', 'my $x.md', '--no-config'], "- --stdin-filename 'my $x.md' --no-config"],
    [['two.md', '--bank', 'own.yaml'], 'two.md --bank own.yaml'],
    [['--', '-two.md'], './-two.md'],
  ])('says how all answers are checked: %j', async (argv, again) => {
    const cwd = folder({ 'two.md': two, '-two.md': two, 'own.yaml': SMALL_BANK });
    const { stderr } = await cli(['check', ...argv], { cwd, stdin: two });
    expect(stderr).toContain(` To check them all: star-coach lint ${again}\n`);
  });

  it('reads an answer whose own file names an unknown question, and says so', async () => {
    const cwd = folder({ 'a.md': `## One {#sm-chrun}\n\n${GOOD}\n` });
    const { code, stdout, stderr } = await cli(['check', 'a.md'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^One\n\nS │ /);
    expect(stderr).toMatch(/sm-chrun.*read without it\nDid you mean "sm-churn"/s);
  });
});

describe('check of files', () => {
  it('reads YAML, and Markdown from stdin by the name it is given', async () => {
    const cwd = folder({
      'a.yaml': `answers:\n  - question: sm-own-mistake\n    text: ${JSON.stringify(GOOD)}\n`,
    });
    expect((await cli(['check', 'a.yaml'], { cwd })).stdout).toContain('R │ Late parcels');
    const markdown = await cli(['check', '--stdin-filename', 'a.md'], {
      stdin: `## Vans\n\n**Result.** ${GOOD}`,
    });
    expect(markdown.stdout).toMatch(/^Vans\n\n/);
    expect(markdown.stdout).not.toContain('**');
  });

  it('takes severities from the file', async () => {
    const cwd = folder({ 'a.md': `---\nrules:\n  missing-result: off\n---\n${RESULTLESS}\n` });
    const { stdout } = await cli(['check', 'a.md'], { cwd });
    expect(stdout).not.toContain('missing-result');
  });

  it('takes severities from the file before those of the config', async () => {
    const cwd = folder({
      'star-coach.config.yaml': 'rules: { missing-result: info, missing-task: off }\n',
      'a.md': `---\nrules:\n  missing-result: warn\n---\n${RESULTLESS}\n`,
    });
    const { stdout } = await cli(['check', 'a.md', '--format', 'json'], { cwd });
    const { findings } = JSON.parse(stdout) as { findings: { rule: string; severity: string }[] };
    expect(findings.find(({ rule }) => rule === 'missing-result')?.severity).toBe('warn');
  });

  it('goes on where a file is damaged in a place, and fails', async () => {
    const cwd = folder({ 'a.md': `---\nrules:\n  vague: loud\n---\n${GOOD}\n` });
    const { code, stdout, stderr } = await cli(['check', 'a.md'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain('R │ Late parcels');
    expect(stderr).toMatch(/^a\.md:3:\d+: .*vague/);
  });

  it.each<[string, string | Buffer, RegExp]>([
    ['an empty file', '', /^a\.txt:1:1: the file is empty\n$/],
    ['blanks', ' \n\t\n', /^a\.txt:1:1: the file is empty\n$/],
    ['a byte order mark alone', '\ufeff', /^a\.txt:1:1: the file is empty\n$/],
    ['NUL', 'I called\nthem\0', /^a\.txt:2:5: this is not a text file\n$/],
    ['bytes that are no UTF-8', Buffer.from([0x49, 0x0a, 0xff, 0xfe]), /^a\.txt:2:1: .*UTF-8.*0xFF/],
    ['2 MB and more', 'a'.repeat(2_000_001), /^a\.txt:1:1: .*2 MB/],
  ])('refuses %s', async (_name, bytes, message) => {
    const { code, stdout, stderr } = await cli(['check', 'a.txt'], { cwd: folder({ 'a.txt': bytes }) });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    const piped = await cli(['check', '--stdin-filename', 'a.txt'], { stdin: Buffer.from(bytes) });
    expect(piped).toEqual({ code, stdout, stderr });
  });

  it.each([
    ['a file that is not there', ['check', 'absent.txt'], /'absent\.txt' does not exist/],
    ['a folder', ['check', '.'], /'\.' is a folder, not a file/],
    ['an unknown format', ['check', '--format', 'xml'], /xml/],
    ['an unknown language of answers', ['check', '--answer-lang', 'fr'], /fr/],
    ['an unknown framework', ['check', '--framework', 'sta'], /sta/],
    ['an unknown option', ['check', '--explane'], /--explane/],
    ['two files', ['check', 'a.txt', 'b.txt'], /argument/],
  ])('refuses %s', async (_name, argv, message) => {
    const { code, stdout, stderr } = await cli(argv, { cwd: folder({ 'a.txt': GOOD }), stdin: GOOD });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });

  it('does not wait for a person to type where no file is named', async () => {
    const stderr = new PassThrough();
    const code = await run({
      argv: ['check'],
      env: {},
      cwd: '/',
      stdin: Object.assign(new PassThrough(), { isTTY: true }),
      stdout: new PassThrough(),
      stderr,
      contentDir: CONTENT_DIR,
      version: '0.0.0',
      now: () => 0,
    });
    expect(code).toBe(2);
    expect(String(stderr.read())).toMatch(/needs an answer\n.*star-coach check answer\.txt/s);
  });

  it('says of an answer in another language only that', async () => {
    const stdin = 'Je suis très content de travailler avec les clients et je les écoute toujours.';
    const { code, stdout } = await cli(['check'], { stdin });
    expect(code).toBe(1);
    expect(stdout).toContain('(unreadable-language)');
    expect(stdout).not.toMatch(/│|missing|Figures/);
  });

  it('reads an answer in the language it is told', async () => {
    const { stdout } = await cli(['check', '--answer-lang', 'en', '--format', 'json'], { stdin: 'OK.' });
    expect(JSON.parse(stdout).language).toBe('en');
    const cwd = folder({ 'a.md': '---\nlang: ru\n---\n## A\n\nOK.\n' });
    const languageOf = async (...argv: string[]) =>
      JSON.parse((await cli(['check', 'a.md', ...argv, '--format', 'json'], { cwd })).stdout).language;
    expect([await languageOf(), await languageOf('--answer-lang', 'en')]).toEqual(['ru', 'en']);
  });
});
