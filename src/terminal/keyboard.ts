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
export function listen({ stdin, stdout, plain }: Terminal, take: (command: Command) => void): Keyboard {
  let pasted: string[] | null = null;
  let notStopped: NodeJS.Timeout | undefined;
  let listening = true;
  let lent = false;
  const paste = (code: string) => {
    if (!plain) stdout.write(code);
  };
  const open = () => {
    stdin.setRawMode(true);
    stdin.resume();
    paste(PASTE_ON);
  };
  const close = () => {
    paste(PASTE_OFF);
    stdin.setRawMode(false);
  };
  const onKey = (typed: string | undefined, key: Key) => {
    if (lent) return;
    if (key.name === 'paste-start') pasted = [];
    else if (key.name === 'paste-end') {
      const text = pasted?.join('') ?? '';
      pasted = null;
      if (text !== '') take({ type: 'insert', text });
    } else if (pasted) pasted.push(key.sequence ?? typed ?? '');
    else {
      const command = commandOf(typed, key);
      if (command?.type === 'suspend') suspend();
      else if (command) take(command);
    }
  };
  const suspend = () => {
    if (process.platform === 'win32') return;
    take({ type: 'suspend' });
    close();
    process.once('SIGCONT', resume);
    process.kill(process.pid, 'SIGTSTP');
    // Without a shell that could bring it back (in a container) the system does not stop a program.
    notStopped = setTimeout(resume, 100);
  };
  const resume = () => {
    clearTimeout(notStopped);
    process.off('SIGCONT', resume);
    if (!listening) return;
    open();
    take({ type: 'refresh' });
  };
  const onResize = () => {
    if (!lent) take({ type: 'resized' });
  };
  const onSignal = (signal?: unknown) => {
    if (lent && signal === 'SIGINT') return;
    // Giving a closed terminal back is one more error of it.
    if (listening) take({ type: 'leave' });
  };
  const onExit = () => paste(PASTE_OFF);

  emitKeypressEvents(stdin);
  stdin.on('keypress', onKey);
  stdin.on('end', onSignal);
  stdin.on('error', onSignal);
  stdout.on('resize', onResize);
  for (const signal of ENDING) process.on(signal, onSignal);
  process.on('exit', onExit);
  open();
  return {
    stop: () => {
      listening = false;
      clearTimeout(notStopped);
      stdin.off('keypress', onKey);
      stdin.off('end', onSignal);
      stdout.off('resize', onResize);
      for (const signal of ENDING) process.off(signal, onSignal);
      process.off('SIGCONT', resume);
      process.off('exit', onExit);
      close();
      stdin.pause();
      stdin.off('error', onSignal);
    },
    lend: async (program) => {
      lent = true;
      close();
      stdin.pause();
      try {
        await program();
      } finally {
        lent = false;
        // Whoever was told to leave meanwhile has stopped listening.
        if (listening) {
          open();
          take({ type: 'refresh' });
        }
      }
    },
  };
}
