import type { Analysis, AnalysisContext } from '../../analyze.js';
import type { Level, Question } from '../../content/types.js';
import type { Limits } from '../../rehearsal/clock.js';
import type { Attempt, RehearsalOptions, Turn } from '../../rehearsal/types.js';
import type { ProgressNames } from '../../reports/progress-names.js';
import type { Terminal } from '../../terminal/keyboard.js';
import type { TextStyle } from '../../terminal/text-style.js';
import type { CommandContext } from '../context.js';
import type { Voice } from '../mock/voice.js';
import type { Keeper } from '../session-keeper.js';

export interface SessionOptions extends RehearsalOptions {
  readonly terminal: Terminal;
  readonly keeper: Keeper;
  /** Level whose demands are told after an answer. */
  readonly level?: Level | undefined;
  /** True where the time spent is shown. */
  readonly timed: boolean;
  /** Question → why it is asked, in words; absent where that goes without saying. */
  readonly reasons: ReadonlyMap<string, string>;
  /** Question → in how many days it comes again; empty where that is not planned. */
  readonly dueIn: (turns: readonly Turn[]) => ReadonlyMap<string, number>;
  /** Minutes after which no new question is asked; null: any time. */
  readonly minutes: number | null;
  /** What makes a session an interview; null for a rehearsal. */
  readonly interview: Interview | null;
  /** Command that practises the role: offers an unfinished answer again, asks a question once more. */
  readonly practise: string;
}

interface Interview {
  readonly limits: Limits;
  readonly voice: Voice;
  /** Called with what was answered, before the summary. */
  readonly finished: (turns: readonly Turn[], analysisOf: (attempt: Attempt) => Analysis | null) => void;
}

/** A session that runs: what it was asked for, where it is told, what it has read. */
export interface Session {
  readonly context: CommandContext;
  readonly options: SessionOptions;
  readonly names: ProgressNames;
  /** What an answer to the question is read by. */
  readonly contextOf: (question: Question) => AnalysisContext;
  /** For the window as wide as it is now. */
  readonly style: () => TextStyle;
  /** Prints a block with an empty line after it. */
  readonly print: (text: string) => void;
  /** A text of the interface, wrapped. */
  readonly say: (key: string, values?: Record<string, string | number>) => string;
  /** Prints what the interviewer says; null for nothing. */
  readonly interviewer: (words: string | null) => void;
  /** Does a piece of work for the time before anything is typed; false where none is left. */
  readonly ahead: () => boolean;
  /** Reading of a version of an answer, by its outcome. */
  readonly analyses: WeakMap<Attempt['outcome'], Analysis>;
  /** Question → the reading of its last version. */
  readonly latest: Map<string, Analysis>;
}
