import { closeSync, openSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from './error-code.js';
import { makeFolder } from './make-folder.js';
import { writeText } from './write-text.js';

/**
 * Takes a file of its own for a session: `2026-01-15-0900-support-manager.md`, with a number where another
 * session has that name already.
 *
 * @param at milliseconds since the epoch; the file is named by the date and time of this machine's clock
 * @returns path of the file, which is empty until {@link writeAnswers}
 * @throws Error of the file system (`code`)
 */
export function claimAnswerFile(
  folder: string,
  { at, role }: { readonly at: number; readonly role: string },
): string {
  makeFolder(folder);
  const stem = `${localMinute(new Date(at))}-${role}`;
  for (let number = 1; ; number += 1) {
    const path = join(folder, `${stem}${number === 1 ? '' : `-${number}`}.md`);
    try {
      closeSync(openSync(path, 'wx'));
      return path;
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
  }
}

/** `2026-01-15-0900` as a clock on the wall shows it: people look for a file by it. */
function localMinute(at: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
  return `${day}-${two(at.getHours())}${two(at.getMinutes())}`;
}

/** Puts the whole file in place of what was there; it is on the disk when this returns. */
export function writeAnswers(path: string, markdown: string): void {
  writeText(path, markdown);
}

/** Takes back a claimed file that stayed empty. */
export function releaseAnswerFile(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.size === 0) rmSync(path, { force: true });
}
