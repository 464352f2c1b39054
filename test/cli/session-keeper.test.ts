import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createKeeper, type KeeperOptions } from '../../src/cli/session-keeper.js';
import { draftPath } from '../../src/store/drafts.js';
import { homeOf } from '../../src/store/home.js';
import { readJournal } from '../../src/store/journal.js';
import { outcome, question } from '../rehearsal/question.js';

const place = () => mkdtempSync(join(tmpdir(), 'star-keeper-'));

function open(folder: string, own: Partial<KeeperOptions> = {}) {
  const home = homeOf({ STAR_COACH_HOME: folder }, '/');
  const keeper = createKeeper({
    home,
    file: null,
    mode: 'practice',
    role: 'support-manager',
    session: 's',
    now: () => Date.UTC(2026, 0, 15, 9),
    title: (turn) => turn.question.text.en ?? '',
    ...own,
  });
  return { home, keeper, draft: draftPath(home.drafts, 's') };
}

const attempt = { text: 'I called them.', outcome: outcome('vague'), seconds: 5 };
const turn = { question: question('sm-a'), attempts: [attempt] };

test('typing is on the disk within a second, even without a pause', () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const { keeper, draft } = open(place());
  for (let step = 0; step < 10; step += 1) {
    keeper.typing('sm-a', `text ${step}`);
    vi.advanceTimersByTime(100);
  }
  expect(JSON.parse(readFileSync(draft, 'utf8'))).toMatchObject({
    question: 'sm-a',
    text: expect.stringMatching(/^text [4-9]$/),
  });
  keeper.close();
});

test('an answer is in its file and in the journal, and its draft is gone', () => {
  const { home, keeper, draft } = open(place());
  keeper.typing('sm-a', 'I called');
  expect(keeper.flush()).toBe(draft);
  keeper.keep([turn], turn, attempt);
  expect(existsSync(draft)).toBe(false);
  expect(keeper.flush()).toBeNull();
  const path = keeper.close();
  expect(readFileSync(path ?? '', 'utf8')).toContain('## About sm-a? {#sm-a}\n\nI called them.');
  expect(readJournal(home.journal).entries.map(({ text, attempt: number }) => [text, number])).toEqual([
    ['I called them.', 1],
  ]);
  expect([keeper.problem(), keeper.unsaved()]).toEqual([null, null]);
});

test('a draft stays where its answer could not be written', () => {
  const { home, keeper, draft } = open(place());
  writeFileSync(home.answers, 'in the way');
  keeper.typing('sm-a', 'I called');
  expect(keeper.flush()).toBe(draft);
  keeper.keep([turn], turn, attempt);
  expect(existsSync(draft)).toBe(true);
  expect(keeper.unsaved()).toContain('I called them.');
  expect(keeper.close()).toBeNull();
});

test('a file that the user named stays, empty or not', () => {
  const file = join(place(), 'mine.md');
  writeFileSync(file, '');
  open(place(), { file }).keeper.close();
  expect(existsSync(file)).toBe(true);
});

test('a fault of our own is not taken for one of a disk', () => {
  const { keeper } = open(place(), { now: () => Number.NaN });
  keeper.typing('sm-a', 'I called');
  expect(() => keeper.flush()).toThrow(RangeError);
});

test('a home that takes nothing is told once, and the answers stay at hand', () => {
  const folder = place();
  writeFileSync(join(folder, 'file'), '');
  const { keeper } = open(join(folder, 'file', 'home'));
  keeper.typing('sm-a', 'I called');
  expect(keeper.flush()).toBeNull();
  keeper.keep([turn], turn, attempt);
  expect(keeper.problem()?.code).toBe('ENOTDIR');
  expect(keeper.problem()).toBeNull();
  expect(keeper.unsaved()).toContain('I called them.');
  expect(keeper.close()).toBeNull();
});
