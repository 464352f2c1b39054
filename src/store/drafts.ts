import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
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

export function removeDraft(path: string): void {
  rmSync(path, { force: true });
}

/**
 * Drafts that sessions left behind, the latest first; those of sessions that still run are theirs.
 *
 * @param now milliseconds since the epoch
 */
export function abandonedDrafts(folder: string, now: number): FoundDraft[] {
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  } catch {
    return [];
  }
  return names
    .flatMap((name) => readDraft(join(folder, name)))
    .filter(
      ({ text, pid, at }) => text.trim() !== '' && !(now - Date.parse(at) < OWNED_MS && isAnothers(pid)),
    )
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}

function readDraft(path: string): FoundDraft[] {
  try {
    const draft = JSON.parse(readFileSync(path, 'utf8')) as Partial<Draft> | null;
    const texts = [draft?.session, draft?.role, draft?.question, draft?.text, draft?.at];
    const whole =
      draft?.v === 1 && texts.every((value) => typeof value === 'string') && Number.isInteger(draft.pid);
    return whole ? [{ ...(draft as Draft), path }] : [];
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
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
