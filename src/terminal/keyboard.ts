import { emitKeypressEvents } from 'node:readline';
import { type Command, commandOf, type Key } from './keys.js';

/** Both ends of a terminal. */
export interface Terminal {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  /** True where nothing may be drawn over: a screen reader, a terminal that cannot move its cursor. */
  readonly plain: boolean;
  /** True where it shows more than ASCII. */
  readonly unicode: boolean;
}

/** Signals that ask a program to end. */
export const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const PASTE_ON = '\u001b[?2004h';
const PASTE_OFF = '\u001b[?2004l';

/** A terminal whose keys are read. */
export interface Keyboard {
  /** Stops reading and gives the terminal back as it was. */
  readonly stop: () => void;
  /** Gives the terminal to another program until it is done; its Ctrl-C is not ours. */
  readonly lend: (program: () => Promise<void>) => Promise<void>;
}

/**
 * Reads keys in raw mode until it is stopped. Text pasted in brackets comes as one `insert`. Ctrl-Z is dealt
 * with here: `suspend` is told before the program stops; after `fg` reading goes on and a `refresh` follows. A
 * hang-up or another request to end is a `leave`.
 */
export function listen(terminal: Terminal, take: (command: Command) => void): Keyboard {
  const { stdin } = terminal;
  const mode = rawMode(terminal);
  let listening = true;
  let lent = false;
  const goOn = () => {
    if (!listening) return;
    mode.open();
    take({ type: 'refresh' });
  };
  const job = jobControl(goOn);
  const suspend = () => {
    if (process.platform === 'win32') return;
    take({ type: 'suspend' });
    mode.close();
    job.stop();
  };
  const read = keyReader((command) => (command.type === 'suspend' ? suspend() : take(command)));
  const unhook = hook(terminal, {
    key: (typed, key) => {
      if (!lent) read(typed, key);
    },
    resize: () => {
      if (!lent) take({ type: 'resized' });
    },
    end: (signal) => {
      if (lent && signal === 'SIGINT') return;
      if (listening) take({ type: 'leave' });
    },
    exit: mode.unmark,
  });
  mode.open();
  return {
    stop: () => {
      listening = false;
      job.forget();
      mode.close();
      stdin.pause();
      // Last: giving a closed terminal back is one more error of it.
      unhook();
    },
    lend: async (program) => {
      lent = true;
      mode.close();
      stdin.pause();
      try {
        await program();
      } finally {
        lent = false;
        // Whoever was told to leave meanwhile has stopped listening.
        goOn();
      }
    },
  };
}

/** What a terminal and the system tell. */
interface TerminalEvents {
  readonly key: (typed: string | undefined, key: Key) => void;
  readonly resize: () => void;
  /** The input has ended or failed, or a signal of {@link ENDING} came, which is handed in. */
  readonly end: (signal?: unknown) => void;
  /** The process ends. */
  readonly exit: () => void;
}

/** @returns takes all listeners off again */
function hook({ stdin, stdout }: Terminal, { key, resize, end, exit }: TerminalEvents): () => void {
  emitKeypressEvents(stdin);
  stdin.on('keypress', key);
  stdin.on('end', end);
  stdin.on('error', end);
  stdout.on('resize', resize);
  for (const signal of ENDING) process.on(signal, end);
  process.on('exit', exit);
  return () => {
    stdin.off('keypress', key);
    stdin.off('end', end);
    stdin.off('error', end);
    stdout.off('resize', resize);
    for (const signal of ENDING) process.off(signal, end);
    process.off('exit', exit);
  };
}

/** Keys as they are pressed, pastes marked; and the terminal as it was. */
function rawMode({ stdin, stdout, plain }: Terminal) {
  const write = (code: string) => {
    if (!plain) stdout.write(code);
  };
  const unmark = () => write(PASTE_OFF);
  return {
    open: () => {
      stdin.setRawMode(true);
      stdin.resume();
      write(PASTE_ON);
    },
    close: () => {
      unmark();
      stdin.setRawMode(false);
    },
    /** What the next program of the terminal must not find on, however this one ends. */
    unmark,
  };
}

/** Makes commands of keys; what comes between the marks of a paste is text, whatever keys it looks like. */
function keyReader(take: (command: Command) => void): (typed: string | undefined, key: Key) => void {
  let pasted: string[] | null = null;
  return (typed, key) => {
    if (key.name === 'paste-start') pasted = [];
    else if (key.name === 'paste-end') {
      const text = pasted?.join('') ?? '';
      pasted = null;
      if (text !== '') take({ type: 'insert', text });
    } else if (pasted) pasted.push(key.sequence ?? typed ?? '');
    else {
      const command = commandOf(typed, key);
      if (command) take(command);
    }
  };
}

/**
 * Stops the program as Ctrl-Z does.
 *
 * @param goOn called once the shell has brought it back
 */
function jobControl(goOn: () => void) {
  let notStopped: NodeJS.Timeout | undefined;
  const forget = () => {
    clearTimeout(notStopped);
    process.off('SIGCONT', back);
  };
  const back = () => {
    forget();
    goOn();
  };
  return {
    stop: () => {
      process.once('SIGCONT', back);
      process.kill(process.pid, 'SIGTSTP');
      // Without a shell that could bring it back (in a container) the system does not stop a program.
      notStopped = setTimeout(back, 100);
    },
    forget,
  };
}
