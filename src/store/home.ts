import { isAbsolute, join, resolve } from 'node:path';
import envPaths from 'env-paths';

/** Where the program keeps what a user does. Nothing is made before it is needed. */
export interface Home {
  readonly folder: string;
  readonly answers: string;
  readonly drafts: string;
  readonly journal: string;
  /** Ticks in the checklists of guides. */
  readonly checklist: string;
}

/**
 * `STAR_COACH_HOME`, else `$XDG_DATA_HOME/star-coach`, else the place the system has for data of programs.
 *
 * @param cwd what a relative `STAR_COACH_HOME` is relative to
 */
export function homeOf(env: Readonly<Record<string, string | undefined>>, cwd: string): Home {
  const folder = chosen(env, cwd);
  return {
    folder,
    answers: join(folder, 'answers'),
    drafts: join(folder, 'drafts'),
    journal: join(folder, 'journal.jsonl'),
    checklist: join(folder, 'checklist.jsonl'),
  };
}

function chosen(env: Readonly<Record<string, string | undefined>>, cwd: string): string {
  if (env.STAR_COACH_HOME) return resolve(cwd, env.STAR_COACH_HOME);
  // The XDG specification has relative paths ignored.
  if (env.XDG_DATA_HOME && isAbsolute(env.XDG_DATA_HOME)) return join(env.XDG_DATA_HOME, 'star-coach');
  return envPaths('star-coach', { suffix: '' }).data;
}
