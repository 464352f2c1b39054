import { answerFile, type KeptAnswer } from '../rehearsal/answer-file.js';
import type { Attempt, Turn } from '../rehearsal/types.js';
import { claimAnswerFile, releaseAnswerFile, writeAnswers } from '../store/answers-folder.js';
import { draftPath, removeDraft, writeDraft } from '../store/drafts.js';
import { errorCode } from '../store/error-code.js';
import type { Home } from '../store/home.js';
import { appendToJournal } from '../store/journal.js';
import { JOURNAL_VERSION, type JournalEntry } from '../store/journal-line.js';

/** Longest time in which typed text is only in memory, in milliseconds. */
const DRAFT_EVERY = 500;

export interface KeeperOptions {
  readonly home: Home;
  /** File for the answers; null: one in the home's folder. */
  readonly file: string | null;
  readonly mode: 'practice' | 'mock';
  readonly role: string;
  /** Name of the session, good for a file. */
  readonly session: string;
  readonly now: () => number;
  /** The question as it was asked. */
  readonly title: (turn: Turn) => string;
}

/** What could not be written. */
interface KeepingProblem {
  readonly path: string;
  /** Code of the file system: `EACCES`, `ENOSPC` … */
  readonly code: string;
}

/**
 * Keeps what is typed. A disk that takes nothing never ends a session: the first problem is told, the texts
 * stay in memory.
 */
export interface Keeper {
  /** Called at every change of an answer: on the disk within a second. */
  readonly typing: (question: string, text: string) => void;
  /** Puts the draft on the disk now. @returns its path; null where there is none or it cannot be written */
  readonly flush: () => string | null;
  /** Puts an answer on the disk now; its draft is no longer needed. */
  readonly keep: (turns: readonly Turn[], turn: Turn, attempt: Attempt) => void;
  /** Drops the draft of an answer that was given up. */
  readonly drop: () => void;
  /** Ends keeping. @returns path of the answers; null where none was written */
  readonly close: () => string | null;
  /** The first problem; told once. */
  readonly problem: () => KeepingProblem | null;
  /** The answers that are in memory only, as Markdown; null where all are on the disk. */
  readonly unsaved: () => string | null;
}

/** A keeper for one session. Nothing is written before there is something to keep. */
export function createKeeper(options: KeeperOptions): Keeper {
  const { home } = options;
  const disk = guardedDisk();
  const draft = createDraft(options, disk);
  let file = options.file;
  let written = false;
  let unsaved: string | null = null;
  return {
    typing: draft.typing,
    flush: draft.flush,
    drop: draft.drop,
    keep: (turns, turn, attempt) => {
      const markdown = answerFile(options.role, keptAnswers(turns, options.title));
      const saved = disk.change(file ?? home.answers, () => {
        file ??= claimAnswerFile(home.answers, { at: options.now(), role: options.role });
        writeAnswers(file, markdown);
      });
      written ||= saved;
      unsaved = saved ? null : markdown;
      disk.change(home.journal, () => appendToJournal(home.journal, journalEntry(options, turn, attempt)));
      if (saved) draft.drop();
    },
    close: () => {
      draft.stop();
      if (file !== null && !written && options.file === null) releaseAnswerFile(file);
      return written ? file : null;
    },
    problem: disk.problem,
    unsaved: () => unsaved,
  };
}

/** Changes files, and keeps the first problem instead of throwing it. */
function guardedDisk() {
  let problem: KeepingProblem | null = null;
  let told = false;
  return {
    /** @returns false where the disk took nothing */
    change: (path: string, act: () => void): boolean => {
      try {
        act();
        return true;
      } catch (error) {
        const code = errorCode(error);
        // Our own faults look different from a disk's.
        if (code === undefined) throw error;
        problem ??= { path, code };
        return false;
      }
    },
    problem: (): KeepingProblem | null => {
      if (told || problem === null) return null;
      told = true;
      return problem;
    },
  };
}

/** The draft of the answer that is being typed. */
function createDraft({ home, role, session, now }: KeeperOptions, disk: ReturnType<typeof guardedDisk>) {
  const path = draftPath(home.drafts, session);
  let pending: { question: string; text: string } | null = null;
  let onDisk = false;
  let timer: NodeJS.Timeout | undefined;
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const flush = (): string | null => {
    stop();
    const typed = pending;
    if (typed !== null) {
      pending = null;
      const at = new Date(now()).toISOString();
      onDisk = disk.change(path, () =>
        writeDraft(path, { v: 1, session, role, ...typed, at, pid: process.pid }),
      );
    }
    return onDisk ? path : null;
  };
  const drop = () => {
    stop();
    pending = null;
    if (onDisk) disk.change(path, () => removeDraft(path));
    onDisk = false;
  };
  const typing = (question: string, text: string) => {
    pending = { question, text };
    // Counted from the first change, not from the last: somebody who never pauses is kept as well.
    timer ??= setTimeout(flush, DRAFT_EVERY);
  };
  return { typing, flush, drop, stop };
}

/** The last version of each answer. */
function keptAnswers(turns: readonly Turn[], title: KeeperOptions['title']): KeptAnswer[] {
  return turns.flatMap((turn): KeptAnswer[] => {
    const last = turn.attempts.at(-1);
    if (last === undefined) return [];
    const { text, outcome } = last;
    return [{ question: turn.question.id, title: title(turn), text, language: outcome.language }];
  });
}

function journalEntry(
  { mode, role, session, now }: KeeperOptions,
  { question, attempts }: Turn,
  { text, outcome, seconds }: Attempt,
): JournalEntry {
  return {
    v: JOURNAL_VERSION,
    type: 'answer',
    at: new Date(now()).toISOString(),
    session,
    mode,
    role,
    question: question.id,
    attempt: attempts.length,
    text,
    seconds,
    outcome,
  };
}

/** Keeps nothing: a mock interview without `--save`. */
export const KEEP_NOTHING: Keeper = {
  typing: () => {},
  flush: () => null,
  drop: () => {},
  keep: () => {},
  close: () => null,
  problem: () => null,
  unsaved: () => null,
};
