// npm run recording: plays a rehearsal on a pseudo-terminal and writes it as docs/rehearsal.svg and docs/rehearsal.ru.svg.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { KEY, openScreen, type Screen } from '../test/e2e/terminal.js';
import { QUESTION, SCRIPTS } from './docs/session.js';
import { readOptions } from './options.js';
import { recordingSvg, type Shot } from './recording/svg.js';

readOptions('scripts/recording.ts', {});

const SIZE = { columns: 80, rows: 34 };

/** What a reader has downloaded before the page is complete. */
const MOST_BYTES = 100_000;

const RECORDINGS = [
  {
    path: 'docs/rehearsal.svg',
    language: 'en',
    title: 'A rehearsal in the terminal: an answer is typed, read and revised',
  },
  {
    path: 'docs/rehearsal.ru.svg',
    language: 'ru',
    title: 'Репетиция в терминале: ответ набран, разобран и доработан',
  },
] as const;

for (const { path, language, title } of RECORDINGS) {
  const svg = recordingSvg(await record(language), { columns: SIZE.columns, title });
  if (Buffer.byteLength(svg) > MOST_BYTES) throw new Error(`${path} has ${Buffer.byteLength(svg)} bytes`);
  writeFileSync(path, svg);
}

async function record(language: keyof typeof SCRIPTS): Promise<Shot[]> {
  const script = SCRIPTS[language];
  const home = mkdtempSync(join(tmpdir(), 'star-coach-recording-'));
  const argv = ['practice', 'support-manager', '--question', QUESTION, '--lang', language];
  const screen = await openScreen(argv, {
    ...SIZE,
    // The sixteen colours: the page has its own shades of them, on light and on dark ground.
    env: { STAR_COACH_HOME: home, TERM: 'xterm' },
  });
  const shots: Shot[] = [];
  const take = async (lasts: number, up = 0) => {
    await settled(screen);
    shots.push({ rows: screen.painted(up), cursor: up === 0 ? screen.cursor() : null, lasts });
  };
  const type = async (text: string) => {
    const words = text.split(' ');
    for (let index = 0; index < words.length; index += 2) {
      screen.press(`${words.slice(index, index + 2).join(' ')}${index + 2 < words.length ? ' ' : ''}`);
      await take(0.5);
    }
  };
  try {
    await screen.until(script.prompt);
    await take(1.5);
    for (const [index, sentence] of script.answer.entries())
      await type(index === 0 ? sentence : ` ${sentence}`);
    await take(1.5);
    screen.press(KEY.ctrlD);
    await screen.until(script.menu);
    await take(3, screen.scrolled());
    await take(4);
    screen.press(KEY.enter);
    await screen.until(script.prompt);
    await take(1);
    await type(` ${script.added}`);
    await take(1.5);
    screen.press(KEY.ctrlD);
    await screen.until(script.menu);
    await take(5);
    screen.press(KEY.ctrlC);
    await screen.ended;
    return shots;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** The meter comes a moment after the key. */
async function settled(screen: Screen): Promise<void> {
  for (let before = ''; ; ) {
    await wait(250);
    const now = JSON.stringify([screen.painted(), screen.cursor()]);
    if (now === before) return;
    before = now;
  }
}
