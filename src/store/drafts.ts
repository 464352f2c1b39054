import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from './error-code.js';
import { writeText } from './write-text.js';

/** An answer that was being typed. */
export interface Draft {
  readonly v: 1;
  readonly session: string;
  readonly role: string;
  readonly question: string;
  readonly text: string;
  /** ISO 8601, UTC: when it was kept last. */
  readonly at: string;
  /** Process that keeps it. */
  readonly pid: number;
}

export interface FoundDraft extends Draft {
  readonly path: string;
}

/** A process number may be given to another program; after a day the draft is nobody's. */
const OWNED_MS = 24 * 3600 * 1000;

/** One file a session, so that sessions do not touch each other's drafts. */
export function draftPath(folder: string, session: string): string {
  return join(folder, `${session}.json`);
}

/** @throws Error of the file system (`code`) */
export function writeDraft(path: string, draft: Draft): void {
  writeText(path, `${JSON.stringify(draft)}\n`);
}

/** Removes a draft; one that is gone is no error. */
export function removeDraft(path: string): void {
  rmSync(path, { force: true });
}

/**
 * Drafts that sessions left behind, the latest first; those of sessions that still run are theirs.
 *
 * @param now milliseconds since the epoch
 */
export function abandonedDrafts(folder: string, now: number): FoundDraft[] {
  return draftsIn(folder)
    .filter(
      ({ text, pid, at }) => text.trim() !== '' && !(now - Date.parse(at) < OWNED_MS && isAnothers(pid)),
    )
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** Every draft that can be read and holds something, those of sessions that still run among them. */
export function keptDrafts(folder: string): Draft[] {
  return draftsIn(folder)
    .filter(({ text }) => text.trim() !== '')
    .map(({ path, ...draft }) => draft);
}

/**
 * Puts drafts of another machine beside those there are; what is there under the name stays.
 *
 * @returns how many were written, and what takes them back
 * @throws Error of the file system (`code`); then nothing was written
 */
export function addDrafts(
  folder: string,
  drafts: readonly Draft[],
): { readonly added: number; readonly undo: () => void } {
  const written: string[] = [];
  const undo = () => {
    for (const path of written) removeDraft(path);
  };
  try {
    for (const draft of drafts) {
      const path = draftPath(folder, draft.session);
      if (existsSync(path)) continue;
      // The process that kept it runs on another machine, if at all.
      writeDraft(path, { ...draft, pid: process.pid });
      written.push(path);
    }
  } catch (error) {
    undo();
    throw error;
  }
  return { added: written.length, undo };
}

/** A session's name, which names a file. */
const SESSION = /^[A-Za-z0-9][A-Za-z0-9-]{0,99}$/;

/** Untrusted data as a draft; null where it is none. */
export function asDraft(value: unknown): Draft | null {
  const { v, session, role, question, text, at, pid } = (value ?? {}) as Partial<Draft>;
  const texts = [session, role, question, text, at];
  const whole = v === 1 && texts.every((one) => typeof one === 'string') && Number.isInteger(pid);
  if (!whole || !SESSION.test(session ?? '') || !Number.isFinite(Date.parse(at ?? ''))) return null;
  return { v, session, role, question, text, at, pid } as Draft;
}

function draftsIn(folder: string): FoundDraft[] {
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  } catch {
    return [];
  }
  return names.flatMap((name) => readDraft(join(folder, name)));
}

function readDraft(path: string): FoundDraft[] {
  try {
    const draft = asDraft(JSON.parse(readFileSync(path, 'utf8')));
    return draft === null ? [] : [{ ...draft, path }];
  } catch {
    // A draft that cannot be read stays where it is: somebody may still rescue it by hand.
    return [];
  }
}

function isAnothers(pid: number): boolean {
  // In a container every run may get the same number: what bears ours was left by an earlier run.
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there, but another user's.
    return errorCode(error) === 'EPERM';
  }
}
