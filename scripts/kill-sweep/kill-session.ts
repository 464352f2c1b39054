import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Random } from '../../src/rehearsal/random.js';
import type { Draft } from '../../src/store/drafts.js';
import { readJournal } from '../../src/store/journal.js';
import { KEY, openScreen } from '../../test/e2e/terminal.js';

const WORDS =
  'In March a client lost all of her reports and I had to bring them back within a day so I called'.split(
    ' ',
  );

export interface Killed {
  /** Milliseconds from the first key to the kill. */
  readonly after: number;
  /** What was kept that should not be lost, in words; empty where all is well. */
  readonly losses: readonly string[];
  /** Milliseconds of typing that went with the program. */
  readonly lost: number;
}

/**
 * Types an answer at the pace of a person, hands it in at times, kills the program with SIGKILL at a random moment and
 * compares what is on the disk with what had been on the screen.
 *
 * @param home an empty folder for the program's data
 * @param bound what may be lost: typed text that has been on the screen for no longer than this, in milliseconds
 */
export async function killSession(
  home: string,
  { random, bound }: { readonly random: Random; readonly bound: number },
): Promise<Killed> {
  const screen = await openScreen(['practice', 'support-manager', '--count', '3', '--calm', '--seed', '1'], {
    env: { STAR_COACH_HOME: home },
  });
  await screen.until('Ctrl-D done');
  const started = performance.now();
  const end = 200 + random() * 2600;
  /** Of the answer that is being typed: how long it was, and when that was seen. */
  let seen: { readonly text: string; readonly at: number }[] = [];
  const handedIn: string[] = [];
  let typed = '';
  let number = 1;
  for (let word = 0; performance.now() - started < end; word += 1) {
    const next = `${WORDS[word % WORDS.length]}${word} `;
    screen.press(next);
    typed += next;
    await screen.until(typed.trimEnd().slice(-20));
    seen.push({ text: typed, at: performance.now() });
    if (number < 3 && random() < 0.06) {
      screen.press(KEY.ctrlD);
      await screen.until(`Question ${number + 1} of 3`);
      handedIn.push(typed.trim());
      number += 1;
      typed = '';
      seen = [];
    }
    await wait(random() * 60);
  }
  process.kill(screen.pid, 'SIGKILL');
  const killed = performance.now();
  await screen.ended;
  const after = Math.round(killed - started);
  return { after, ...compare(home, { seen, handedIn, killed, bound }) };
}

function compare(
  home: string,
  known: {
    readonly seen: readonly { readonly text: string; readonly at: number }[];
    readonly handedIn: readonly string[];
    readonly killed: number;
    readonly bound: number;
  },
): Pick<Killed, 'losses' | 'lost'> {
  const { seen, handedIn, killed, bound } = known;
  const losses: string[] = [];
  const journal = readJournal(join(home, 'journal.jsonl'));
  const inJournal = journal.entries.map(({ text }) => text.trim());
  const files = existsSync(join(home, 'answers')) ? readdirSync(join(home, 'answers')) : [];
  const inFiles = files
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(join(home, 'answers', name), 'utf8'))
    .join('\n');
  for (const text of handedIn) {
    if (!inJournal.includes(text)) losses.push(`not in the journal: ${text}`);
    if (!inFiles.includes(text)) losses.push(`not in the file of answers: ${text}`);
  }
  if (journal.torn || journal.unreadable.length > 0) losses.push('a line of the journal cannot be read');
  const drafts = draftsOf(home);
  const needed = seen.findLast(({ at }) => at <= killed - bound)?.text ?? '';
  const kept = drafts.map(({ text }) => text).find((text) => text.startsWith(needed)) ?? '';
  if (!kept.startsWith(needed)) losses.push(`typed more than ${bound} ms before: ${needed}`);
  const first = seen.find(({ text }) => !kept.startsWith(text));
  return { losses, lost: first === undefined ? 0 : Math.round(killed - first.at) };
}

/** Drafts that can be read; half a draft is none. */
function draftsOf(home: string): Draft[] {
  const folder = join(home, 'drafts');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Draft);
}
