import { readdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Home } from './home.js';

/** Names of the answers of sessions; what else lies in their folder is not the program's. */
const OWN_ANSWERS = /^\d{4}-\d{2}-\d{2}-\d{4}-.+\.md$/;
/** What a program that was killed in the middle of writing leaves beside a file. */
const LEFT_BEHIND = /\.(?:md|json)\.\d+$/;

/** Name → text of all files of answers, in the order of their names. Links are not followed. */
export function keptAnswers(home: Home): Map<string, string> {
  return new Map(
    namesIn(home.answers)
      .filter((name) => name.endsWith('.md'))
      .map((name) => [name, readFileSync(join(home.answers, name), 'utf8')]),
  );
}

/**
 * Writes answers beside those there are: a text that is there already is left out, a name that is taken gets a
 * number.
 *
 * @returns takes back what was written
 * @throws Error of the file system (`code`); then nothing was written
 */
export function addAnswers(
  home: Home,
  answers: ReadonlyMap<string, string>,
): { readonly added: number; readonly undo: () => void } {
  const present = keptAnswers(home);
  const texts = new Set(present.values());
  const written: string[] = [];
  const undo = () => {
    for (const path of written) rmSync(path, { force: true });
  };
  try {
    for (const [name, text] of answers) {
      if (texts.has(text)) continue;
      const path = join(home.answers, freeName(name, present));
      writeFileSync(path, text, { flag: 'wx', flush: true });
      written.push(path);
      texts.add(text);
      present.set(path.slice(home.answers.length + 1), text);
    }
  } catch (error) {
    undo();
    throw error;
  }
  return { added: written.length, undo };
}

function freeName(name: string, taken: ReadonlyMap<string, string>): string {
  const stem = name.slice(0, -extname(name).length);
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${stem}-${number}${extname(name)}`;
  return free;
}

/** What an erasure takes away. */
export interface Erasable {
  readonly journal: boolean;
  /** Ticks in the checklists of guides. */
  readonly checklist: boolean;
  readonly answers: readonly string[];
  readonly drafts: readonly string[];
}

/** What there is to erase. Names of others in the folders of the program are left out. */
export function erasable(home: Home): Erasable {
  const left = (name: string) => LEFT_BEHIND.test(name);
  return {
    journal: statSync(home.journal, { throwIfNoEntry: false }) !== undefined,
    checklist: statSync(home.checklist, { throwIfNoEntry: false }) !== undefined,
    answers: namesIn(home.answers).filter((name) => OWN_ANSWERS.test(name) || left(name)),
    drafts: namesIn(home.drafts).filter((name) => name.endsWith('.json') || left(name)),
  };
}

/**
 * Takes away what the program has kept, and its folders where nothing else is in them.
 *
 * @throws Error of the file system (`code`)
 */
export function eraseKept(home: Home, { answers, drafts }: Erasable): void {
  for (const name of drafts) rmSync(join(home.drafts, name), { force: true });
  for (const name of answers) rmSync(join(home.answers, name), { force: true });
  rmSync(home.journal, { force: true });
  rmSync(home.checklist, { force: true });
  for (const folder of [home.drafts, home.answers, home.folder]) {
    try {
      rmdirSync(folder);
    } catch {
      // It is not there, or holds what somebody else has put into it.
    }
  }
}

/** Names of the plain files of a folder, sorted; none where there is no folder. */
function namesIn(folder: string): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();
}
