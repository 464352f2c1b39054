import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { writingHome } from '../../src/cli/on-disk.js';
import { translator } from '../../src/content/messages.js';
import { KEY, openScreen } from '../e2e/terminal.js';
import { cli } from '../support/cli.js';
import { content } from '../support/content.js';

const folder = mkdtempSync(join(tmpdir(), 'star-guide-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let home: string;
let homes = 0;
beforeEach(() => {
  home = join(folder, String(homes++));
});
const guide = (...argv: string[]) => cli(['guide', ...argv], { env: { STAR_COACH_HOME: home }, cwd: folder });

describe('guide', () => {
  test('prints a page', async () => {
    const { code, stdout, stderr } = await guide('support-manager', 'phone');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Phone screening\nCustomer support manager\n');
    expect(stdout).toContain('Checklist: 0 of 6');
    expect(existsSync(home)).toBe(false);
  });

  test.each([
    [[], 'without a terminal, guide needs a role and a topic; star-coach guide --list shows them'],
    [
      ['support-manager'],
      'without a terminal, guide needs a role and a topic; star-coach guide --list shows them',
    ],
    [['suport-manager'], 'Did you mean support-manager?'],
    [['phone'], 'That is a topic; a role goes before it: star-coach guide client-department-head phone'],
    [['support-manager', 'phon'], 'Did you mean phone?'],
    [['support-manager', 'x\u001b[2J'], "there is no guide 'x\\u001b[2J' for the role support-manager"],
    [['support-manager', 'phone', '--tick', 'quiet-plase'], 'Did you mean quiet-place?'],
    [['support-manager', 'phone', '--tick', '9'], 'Its items: 1 company-studied, 2 answers-ready'],
    [['support-manager', 'phone', '--checklist'], 'guide --checklist needs a terminal'],
  ])('%j: exit 2', async (argv, says) => {
    const { code, stdout, stderr } = await guide(...argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(says);
    expect(existsSync(home)).toBe(false);
  });

  test('ticks are kept, shown and taken back', async () => {
    const first = await guide('support-manager', 'phone', '--tick', '1', 'quiet-place');
    expect(first.stdout).toContain('[x] 1. ');
    expect(first.stdout).toContain('Checklist: 2 of 6');
    await guide('support-manager', 'phone', '--untick', '1', '--tick', '2');
    const { stdout } = await guide('support-manager', 'phone', '--lang', 'ru');
    expect(stdout).toContain('Список дел: готово 2 из 6');
    expect(stdout).toMatch(/\[ \] 1\. .*\n {2}\[x\] 2\. /);
    expect((await guide('--list')).stdout).toMatch(/phone +Phone screening +2\/6/);
    expect((await guide('client-department-head', 'phone')).stdout).toContain('Checklist: 0 of 6');
  });

  test('two sessions at once do not undo each other', async () => {
    await Promise.all(['1', '2', '3', '4'].map((item) => guide('support-manager', 'phone', '--tick', item)));
    expect((await guide('support-manager', 'phone')).stdout).toContain('Checklist: 4 of 6');
  });

  test('ticks go with data export, come back with import, and are erased', async () => {
    await guide('support-manager', 'phone', '--tick', '1');
    const data = (...argv: string[]) =>
      cli(['data', ...argv], { env: { STAR_COACH_HOME: home }, cwd: folder });
    await data('export', `${homes}.json`);
    expect((await data('erase', '--yes')).code).toBe(0);
    expect((await guide('support-manager', 'phone')).stdout).toContain('Checklist: 0 of 6');
    expect((await data('import', `${homes}.json`)).code).toBe(0);
    expect((await guide('support-manager', 'phone')).stdout).toContain('Checklist: 1 of 6');
  });

  test.each([
    ['md', '# Phone screening'],
    ['html', '<h1>Phone screening</h1>'],
  ])('one page as %s', async (format, begins) => {
    const { code, stdout } = await guide('support-manager', 'phone', '--format', format);
    expect(code).toBe(0);
    expect(stdout).toContain(begins);
  });

  test('all guides of a role in one document', async () => {
    const { stdout } = await guide('support-manager', '--format', 'md', '--lang', 'ru');
    expect(stdout).toContain('# Памятки: Менеджер отдела сопровождения');
    expect(stdout.match(/^## /gm)?.length).toBeGreaterThan(20);
  });

  test('ticks that cannot be kept: which file, why, and what to do', async () => {
    home = '/dev/null/star';
    expect((await guide('support-manager', 'phone')).code).toBe(0);
    const told = await guide('support-manager', 'phone', '--tick', '1');
    expect({ ...told }).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'star-coach: cannot write to /dev/null/star/checklist.jsonl: part of the path is not a folder\n' +
        'To keep it elsewhere, set STAR_COACH_HOME to a folder you can write to.\n',
    });
    const russian = await guide('support-manager', 'phone', '--tick', '1', '--lang', 'ru');
    expect(russian.stderr).toContain(
      'не удаётся записать /dev/null/star/checklist.jsonl: часть пути — не папка\n',
    );
  });

  test.each([
    ['EROFS', 'the disk is read-only'],
    ['ENOSPC', 'the disk is full'],
    ['EISDIR', 'the system says EISDIR'],
  ])('what the system calls %s is told in words', (code, words) => {
    const t = translator(content.messages('en'), 'en');
    const fail = () => {
      throw Object.assign(new Error(code), { code });
    };
    expect(() => writingHome({ t }, '/x/checklist.jsonl', fail)).toThrow(
      `cannot write to /x/checklist.jsonl: ${words}`,
    );
  });
});

describe('on a terminal', () => {
  const open = (argv: readonly string[], env: Record<string, string> = {}) =>
    openScreen(['guide', ...argv], { env: { STAR_COACH_HOME: home, LANG: 'en', ...env } });

  test('asks for role and guide, and pages', async () => {
    const screen = await open([], { PAGER: 'head -3' });
    await screen.until('Which role are you preparing for?');
    screen.press(KEY.enter);
    await screen.until('Which guide?');
    screen.press(KEY.enter);
    expect(await screen.ended).toBe(0);
    expect(screen.all()).toContain('How heads of client departments are hired');
    expect(screen.all()).not.toContain('Checklist:');
  });

  test('a pager that is not there leaves the page whole', async () => {
    const screen = await open(['support-manager', 'phone'], { PAGER: 'no-such-pager' });
    expect(await screen.ended).toBe(0);
    expect(screen.all()).toContain('Checklist: 0 of 6');
  });

  test('ticks in a list; Ctrl-C changes nothing', async () => {
    const left = await open(['support-manager', 'phone', '--checklist']);
    await left.until('what have you done?');
    left.press(` ${KEY.ctrlC}`);
    expect(await left.ended).toBe(130);
    expect(existsSync(home)).toBe(false);
    const screen = await open(['support-manager', 'phone', '--checklist']);
    await screen.until('what have you done?');
    screen.press(` ${KEY.down} ${KEY.enter}`);
    await screen.until('Checklist: 2 of 6');
    expect(await screen.ended).toBe(0);
  });

  test('--plain takes numbers', async () => {
    const screen = await open(['support-manager', 'phone', '--checklist', '--plain']);
    await screen.until('Enter alone to save:');
    screen.press(`7${KEY.enter}`);
    await screen.until('Write numbers from 1 to 6');
    screen.press(`2 3${KEY.enter}`);
    await screen.until('2. [x]');
    screen.press(KEY.enter);
    await screen.until('Checklist: 2 of 6');
    expect(await screen.ended).toBe(0);
  });
});
