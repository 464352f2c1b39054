import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KEY, openScreen } from '../../test/e2e/terminal.js';

/** What is typed in a recorded session, and the words to wait for. */
export interface Script {
  readonly answer: readonly string[];
  /** The sentence that the revision adds. */
  readonly added: string;
  readonly prompt: string;
  readonly menu: string;
  /** How the line of what a revision closed begins. */
  readonly closed: string;
}

/** The question that is answered. */
export const QUESTION = 'sm-under-pressure';

/** The same rehearsal in both languages: an answer without a result, and its revision. */
export const SCRIPTS: Readonly<Record<'en' | 'ru', Script>> = {
  en: {
    answer: [
      'In March our queue grew to 900 tickets while two of us were ill.',
      'I was asked to clear it within a week.',
      'I sorted the tickets by client and wrote 12 templates.',
    ],
    added: 'As a result the queue fell from 900 to 40 tickets in six days.',
    prompt: 'Ctrl-D done',
    menu: 'What next?',
    closed: 'Fixed',
  },
  ru: {
    answer: [
      'В марте очередь выросла до 900 заявок, а двое из нас болели.',
      'Мне поручили разобрать её за неделю.',
      'Я разложил заявки по клиентам и написал 12 шаблонов.',
    ],
    added: 'В итоге за шесть дней очередь сократилась с 900 до 40 заявок.',
    prompt: 'Ctrl-D — готово',
    menu: 'Что дальше?',
    closed: 'Исправлено',
  },
};

/** What stands under the answer once it has been read. */
const METER = 'S✓ T✓ A✓';

/** Screens of a rehearsal, as text. */
export interface RecordedSession {
  /** The question, and the answer before it is sent. */
  readonly typing: string;
  /** What is said of the answer. */
  readonly reading: string;
  /** Of what is said after the revision: the text, and what the revision closed. */
  readonly revision: string;
}

/**
 * Plays a rehearsal on a pseudo-terminal of 80 columns: an answer without a result, and its revision.
 *
 * @throws Error where the program does not show what it is waited for
 */
export async function recordSession(language: 'en' | 'ru'): Promise<RecordedSession> {
  const script = SCRIPTS[language];
  const home = mkdtempSync(join(tmpdir(), 'star-coach-session-'));
  const screen = await openScreen(
    ['practice', 'support-manager', '--question', QUESTION, '--lang', language],
    { columns: 80, rows: 120, env: { STAR_COACH_HOME: home, NO_COLOR: '1' } },
  );
  try {
    await screen.until(script.prompt);
    screen.press(script.answer.join(KEY.enter));
    await screen.until(script.answer.join(' '));
    await screen.until(METER);
    const typing = screen.rows();
    screen.press(KEY.ctrlD);
    await screen.until(script.menu);
    const reading = beforeMenu(screen.rows(), script);
    screen.press(KEY.enter);
    await screen.until(script.prompt);
    screen.press(`${KEY.enter}${script.added}`);
    await screen.until(script.added);
    screen.press(KEY.ctrlD);
    await screen.until(script.menu);
    const revised = beforeMenu(screen.rows(), script).slice(reading.length);
    screen.press(KEY.ctrlC);
    await screen.ended;
    return {
      typing: trimmed(typing),
      reading: trimmed(reading),
      revision: paragraphs(revised, ['S │', script.closed]),
    };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function beforeMenu(rows: readonly string[], { menu }: Script): string[] {
  return rows.slice(
    0,
    rows.findLastIndex((row) => row.includes(menu)),
  );
}

/** The paragraphs that begin with these words, in order. */
function paragraphs(rows: readonly string[], beginnings: readonly string[]): string {
  const all = rows.join('\n').split(/\n\n+/);
  return beginnings
    .map((beginning) => {
      const found = all.find((paragraph) => paragraph.trimStart().startsWith(beginning));
      if (found === undefined) throw new Error(`the session shows no '${beginning}'`);
      return found.trim();
    })
    .join('\n\n');
}

function trimmed(rows: readonly string[]): string {
  return rows.join('\n').trim();
}
