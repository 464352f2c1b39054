import { answerFile, type KeptAnswer } from '../rehearsal/answer-file.js';
import type { Attempt, Turn } from '../rehearsal/types.js';
import { claimAnswerFile, releaseAnswerFile, writeAnswers } from '../store/answers-folder.js';
import { draftPath, removeDraft, writeDraft } from '../store/drafts.js';
import type { Home } from '../store/home.js';
import { appendToJournal } from '../store/journal.js';
import { JOURNAL_VERSION } from '../store/journal-line.js';

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

export function createKeeper(options: KeeperOptions): Keeper {
  const { home, mode, role, session, now } = options;
  const draft = draftPath(home.drafts, session);
  const iso = () => new Date(now()).toISOString();
  let file = options.file;
  let written = false;
  let unsaved: string | null = null;
  let pending: { question: string; text: string } | null = null;
  let drafted = false;
  let timer: NodeJS.Timeout | undefined;
  let problem: KeepingProblem | null = null;
  let told = false;

  const attempt = (path: string, write: () => void): boolean => {
    try {
      write();
      return true;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // Our own faults look different from a disk's.
      if (code === undefined) throw error;
      problem ??= { path, code };
      return false;
    }
  };
  const flush = (): string | null => {
    clearTimeout(timer);
    timer = undefined;
    const typed = pending;
    if (typed === null) return drafted ? draft : null;
    pending = null;
    drafted = attempt(draft, () =>
      writeDraft(draft, { v: 1, session, role, ...typed, at: iso(), pid: process.pid }),
    );
    return drafted ? draft : null;
  };
  const drop = () => {
    clearTimeout(timer);
    timer = undefined;
    pending = null;
    if (drafted) attempt(draft, () => removeDraft(draft));
    drafted = false;
  };

  return {
    typing: (question, text) => {
      pending = { question, text };
      // Counted from the first change, not from the last: somebody who never pauses is kept as well.
      timer ??= setTimeout(flush, DRAFT_EVERY);
    },
    flush,
    drop,
    keep: (turns, turn, { text, outcome, seconds }) => {
      const answers = turns.flatMap((answered): KeptAnswer[] => {
        const last = answered.attempts.at(-1);
        const { id } = answered.question;
        return last
          ? [
              {
                question: id,
                title: options.title(answered),
                text: last.text,
                language: last.outcome.language,
              },
            ]
          : [];
      });
      const markdown = answerFile(role, answers);
      const saved = attempt(file ?? home.answers, () => {
        file ??= claimAnswerFile(home.answers, { at: now(), role });
        writeAnswers(file, markdown);
      });
      written ||= saved;
      unsaved = saved ? null : markdown;
      attempt(home.journal, () =>
        appendToJournal(home.journal, {
          v: JOURNAL_VERSION,
          type: 'answer',
          at: iso(),
          session,
          mode,
          role,
          question: turn.question.id,
          attempt: turn.attempts.length,
          text,
          seconds,
          outcome,
        }),
      );
      if (saved) drop();
    },
    close: () => {
      clearTimeout(timer);
      if (file !== null && !written && options.file === null) releaseAnswerFile(file);
      return written ? file : null;
    },
    problem: () => {
      if (told || problem === null) return null;
      told = true;
      return problem;
    },
    unsaved: () => unsaved,
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
