import { userInfo } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';

/** Where the program keeps what a user does. Nothing is made before it is needed. */
export interface Home {
  readonly folder: string;
  readonly answers: string;
  readonly drafts: string;
  readonly journal: string;
  /** Ticks in the checklists of guides. */
  readonly checklist: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** What the system says where the environment says nothing. */
interface System {
  readonly platform: string;
  /** The folder of the user; throws for one whom the system does not know. */
  readonly userFolder: () => string;
}

const SYSTEM: System = { platform: process.platform, userFolder: () => userInfo().homedir };

/**
 * `STAR_COACH_HOME`, else `$XDG_DATA_HOME/star-coach`, else the place the system has for data of programs.
 *
 * @param cwd what a relative `STAR_COACH_HOME` is relative to
 */
export function homeOf(env: Environment, cwd: string, system: System = SYSTEM): Home {
  const folder = chosen(env, cwd, system);
  return {
    folder,
    answers: join(folder, 'answers'),
    drafts: join(folder, 'drafts'),
    journal: join(folder, 'journal.jsonl'),
    checklist: join(folder, 'checklist.jsonl'),
  };
}

/** Other variables than our own count where they are absolute: the XDG specification has relative paths ignored. */
function chosen(env: Environment, cwd: string, system: System): string {
  const { STAR_COACH_HOME: own, XDG_DATA_HOME: xdg, LOCALAPPDATA: local } = env;
  if (own) return resolve(cwd, own);
  if (xdg && isAbsolute(xdg)) return join(xdg, 'star-coach');
  if (system.platform === 'win32')
    return join(
      local && isAbsolute(local) ? local : join(userFolder(env.USERPROFILE, system), 'AppData/Local'),
      'star-coach/Data',
    );
  const place = system.platform === 'darwin' ? 'Library/Application Support' : '.local/share';
  return join(userFolder(env.HOME, system), place, 'star-coach');
}

/** The root where a user has none, as in a container that knows users by number only. */
function userFolder(named: string | undefined, system: System): string {
  if (named && isAbsolute(named)) return named;
  try {
    return resolve('/', system.userFolder());
  } catch {
    return resolve('/');
  }
}
