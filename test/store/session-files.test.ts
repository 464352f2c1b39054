import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { claimAnswerFile, releaseAnswerFile, writeAnswers } from '../../src/store/answers-folder.js';
import { abandonedDrafts, type Draft, draftPath, removeDraft, writeDraft } from '../../src/store/drafts.js';
import { homeOf } from '../../src/store/home.js';

const folder = () => mkdtempSync(join(tmpdir(), 'star-files-'));
const session = { at: new Date(2026, 0, 15, 9, 5).getTime(), role: 'support-manager' };

test('every session has an answer file of its own', () => {
  const home = folder();
  const first = claimAnswerFile(home, session);
  const second = claimAnswerFile(home, session);
  expect([first, second]).toEqual([
    join(home, '2026-01-15-0905-support-manager.md'),
    join(home, '2026-01-15-0905-support-manager-2.md'),
  ]);
  writeAnswers(first, 'первый');
  writeAnswers(first, 'второй');
  expect(readFileSync(first, 'utf8')).toBe('второй');
  releaseAnswerFile(first);
  releaseAnswerFile(second);
  // No temporary file stays after, and a file that was never written to goes.
  expect(readdirSync(home)).toEqual(['2026-01-15-0905-support-manager.md']);
});

test('a folder that cannot be made is an error with a code', () => {
  const home = folder();
  writeFileSync(join(home, 'file'), '');
  expect(() => claimAnswerFile(join(home, 'file', 'answers'), session)).toThrow(/ENOTDIR|EEXIST/);
});

const now = Date.UTC(2026, 0, 15, 12);
const draft: Draft = {
  v: 1,
  session: 's',
  role: 'support-manager',
  question: 'sm-a',
  text: 'Начал писать',
  at: '2026-01-15T11:00:00.000Z',
  // Above the highest number that Linux gives.
  pid: 2 ** 22 + 1,
};

test('drafts left behind are found, the latest first', () => {
  const home = folder();
  writeDraft(draftPath(home, 'old'), { ...draft, session: 'old', at: '2026-01-14T11:00:00.000Z' });
  writeDraft(draftPath(home, 'new'), { ...draft, session: 'new' });
  expect(abandonedDrafts(home, now).map(({ session: name }) => name)).toEqual(['new', 'old']);
  removeDraft(draftPath(home, 'new'));
  removeDraft(draftPath(home, 'new'));
  expect(abandonedDrafts(home, now).map(({ session: name }) => name)).toEqual(['old']);
});

test.each<[string, Partial<Draft>, number]>([
  ['a session that still runs keeps its draft', { pid: process.ppid }, 0],
  ['after a day the number may be another program', { pid: process.ppid, at: '2026-01-14T11:00:00.000Z' }, 1],
  ['an earlier run had the same number, as in a container', { pid: process.pid }, 1],
  ['an empty draft is none', { text: ' \n' }, 0],
  ['a newer format is left alone', { v: 2 as 1 }, 0],
])('%s', (_, own, found) => {
  const home = folder();
  writeDraft(draftPath(home, 's'), { ...draft, ...own });
  expect(abandonedDrafts(home, now)).toHaveLength(found);
});

test('a session of another user keeps its draft', () => {
  const home = folder();
  writeDraft(draftPath(home, 's'), draft);
  const kill = vi.spyOn(process, 'kill').mockImplementation(() => {
    throw Object.assign(new Error(), { code: 'EPERM' });
  });
  onTestFinished(() => kill.mockRestore());
  expect(abandonedDrafts(home, now)).toEqual([]);
});

test('what is no draft is passed over', () => {
  const home = folder();
  expect(abandonedDrafts(join(home, 'none'), now)).toEqual([]);
  writeFileSync(join(home, 'torn.json'), '{"v":1,');
  writeFileSync(join(home, 'null.json'), 'null');
  mkdirSync(join(home, 'folder.json'));
  expect(abandonedDrafts(home, now)).toEqual([]);
});

test.each([
  [{ STAR_COACH_HOME: '/data/coach', XDG_DATA_HOME: '/xdg' }, 'linux', '/data/coach'],
  [{ STAR_COACH_HOME: 'mine' }, 'linux', '/here/mine'],
  [{ XDG_DATA_HOME: '/xdg' }, 'linux', '/xdg/star-coach'],
  [{ HOME: '/home/ada' }, 'linux', '/home/ada/.local/share/star-coach'],
  [{ HOME: '/home/ada', XDG_DATA_HOME: 'rel' }, 'linux', '/home/ada/.local/share/star-coach'],
  [{ HOME: '' }, 'linux', '/ada/.local/share/star-coach'],
  [{ HOME: 'rel' }, 'linux', '/ada/.local/share/star-coach'],
  [{}, 'linux', '/ada/.local/share/star-coach'],
  [{ HOME: '/Users/ada' }, 'darwin', '/Users/ada/Library/Application Support/star-coach'],
  [{ LOCALAPPDATA: '/local', USERPROFILE: '/ada' }, 'win32', '/local/star-coach/Data'],
  [{ LOCALAPPDATA: 'rel', USERPROFILE: '/ada' }, 'win32', '/ada/AppData/Local/star-coach/Data'],
])('with %j on %s data is kept in %s', (env, platform, expected) => {
  expect(homeOf(env, '/here', { platform, userFolder: () => '/ada' }).folder).toBe(resolve(expected));
});

test('a user whom the system does not know keeps data below the root', () => {
  const userFolder = () => {
    throw Object.assign(new Error(), { code: 'ERR_SYSTEM_ERROR' });
  };
  expect(homeOf({}, '/here', { platform: 'linux', userFolder }).folder).toBe(
    resolve('/.local/share/star-coach'),
  );
});
