import type { Socket } from 'node:net';
import { type IPty, spawn } from '@lydell/node-pty';
// CommonJS: plain Node sees no names in it, and the session of the README is recorded there.
import xterm, { type IBufferLine } from '@xterm/headless';
import { builtProgram } from './built.js';

export const KEY = {
  enter: '\r',
  up: '\u001b[A',
  down: '\u001b[B',
  left: '\u001b[D',
  altU: '\u001bu',
  altE: '\u001be',
  backspace: '\u007f',
  ctrlA: '\u0001',
  ctrlC: '\u0003',
  ctrlD: '\u0004',
  ctrlO: '\u000f',
  ctrlW: '\u0017',
  ctrlY: '\u0019',
  ctrlZ: '\u001a',
} as const;

/** Characters of a row that are painted alike. */
export interface Run {
  readonly text: string;
  /** Of the sixteen colours of a terminal; null for that of plain text. */
  readonly colour: number | null;
  readonly bold: boolean;
  readonly dim: boolean;
}

export interface Screen {
  /** Types text or keys. */
  readonly press: (keys: string) => void;
  /** What a terminal sends when text is pasted. */
  readonly paste: (text: string) => void;
  /**
   * Waits until the screen shows all of the texts (white space counts as one space), then gives the whole screen. What
   * the program writes comes in pieces: whoever looks at more of the screen names the last of it, too.
   */
  readonly until: (...texts: readonly (string | RegExp)[]) => Promise<string>;
  /** Rows of the screen as they are now. */
  readonly rows: () => string[];
  /** As `rows`, with how they are painted; `up` rows further up than what is seen. */
  readonly painted: (up?: number) => Run[][];
  /** Rows that have scrolled away. */
  readonly scrolled: () => number;
  /** Everything since the start, white space as one space. */
  readonly all: () => string;
  readonly cursor: () => { readonly x: number; readonly y: number };
  readonly resize: (columns: number, rows: number) => void;
  /** What the program has sent so far, as it was sent. */
  readonly sent: () => string;
  /** Closes the terminal, as when its window is closed. */
  readonly hangUp: () => void;
  readonly pid: number;
  /** Exit code, once the program has ended. */
  readonly ended: Promise<number>;
  /** Number of the signal that ended the program; 0 where none did. */
  readonly signal: () => number;
}

/** Milliseconds after which what is waited for will not come: far more than a busy machine needs. */
const PATIENCE = 60_000;

/** Runs the built program on a pseudo-terminal. */
export async function openScreen(
  argv: readonly string[],
  options: {
    readonly columns?: number;
    readonly rows?: number;
    readonly env?: Record<string, string> /** Runs it from bash, which can stop and continue it. */;
    readonly shell?: boolean;
  } = {},
): Promise<Screen> {
  const { columns = 80, rows = 24, env = {}, shell = false } = options;
  const program = await builtProgram();
  const screen = new xterm.Terminal({ cols: columns, rows, scrollback: 5000, allowProposedApi: true });
  const command = [process.execPath, program, ...argv];
  const child = spawn(
    shell ? 'bash' : process.execPath,
    shell ? ['--norc', '--noprofile', '-i'] : command.slice(1),
    {
      cols: columns,
      rows,
      env: { PATH: process.env.PATH ?? '', TERM: 'xterm-256color', ...env },
    },
  );
  const cutOff = hearOut(child);
  let sent = '';
  child.onData((data) => {
    sent += data;
    screen.write(data);
  });
  if (shell) child.write(`${command.map((word) => `'${word}'`).join(' ')}\r`);
  const lines = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) =>
      (screen.buffer.active.getLine(from + index)?.translateToString(true) ?? '').trimEnd(),
    );
  const shown = () => lines(screen.buffer.active.baseY, screen.buffer.active.baseY + screen.rows);
  const painted = (up = 0) =>
    Array.from({ length: screen.rows }, (_, index) =>
      runsOf(screen.buffer.active.getLine(screen.buffer.active.baseY - up + index)),
    );
  const all = () => flat(lines(0, screen.buffer.active.length).join('\n'));
  let endedBy = 0;
  const ended = new Promise<number>((done) => {
    child.onExit(({ exitCode, signal = 0 }) => {
      endedBy = signal;
      // What is still on its way to the screen is drawn first.
      screen.write('', () => done(exitCode));
    });
  });
  return {
    press: (keys) => child.write(keys),
    paste: (text) => child.write(`\u001b[200~${text.replaceAll('\n', '\r')}\u001b[201~`),
    until: async (...texts) => {
      const absent = (rows: string) =>
        texts.filter((text) => !(typeof text === 'string' ? rows.includes(flat(text)) : text.test(rows)));
      for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
        const rows = shown().join('\n');
        if (absent(flat(rows)).length === 0) return rows;
        await new Promise((done) => setTimeout(done, 20));
      }
      const rows = shown().join('\n');
      throw new Error(`not on the screen: '${absent(flat(rows)).join("', '")}':\n${rows}`);
    },
    rows: shown,
    painted,
    scrolled: () => screen.buffer.active.baseY,
    all,
    cursor: () => ({ x: screen.buffer.active.cursorX, y: screen.buffer.active.cursorY }),
    resize: (width, height) => {
      screen.resize(width, height);
      child.resize(width, height);
    },
    sent: () => sent,
    hangUp: () => {
      cutOff();
      (child as unknown as { destroy: () => void }).destroy();
    },
    pid: child.pid,
    ended,
    signal: () => endedBy,
  };
}

/**
 * The library listens to a program that has ended for a fifth of a second more, and then lets go of the rest. On a busy
 * machine that is too soon: the system closes the terminal itself once all is read.
 *
 * @returns ends this
 */
function hearOut(child: IPty): () => void {
  const { _socket: socket } = child as unknown as { readonly _socket: Socket };
  const { destroy } = socket;
  const late = () => void destroy.call(socket);
  socket.destroy = (error?: Error) => {
    // With an error it is closed by the system.
    if (error !== undefined) return destroy.call(socket, error);
    setTimeout(late, PATIENCE).unref();
    return socket;
  };
  const cutOff = () => {
    socket.destroy = destroy;
  };
  socket.once('end', () => {
    cutOff();
    late();
  });
  return cutOff;
}

function runsOf(line: IBufferLine | undefined): Run[] {
  const runs: Run[] = [];
  for (let column = 0; column < (line?.length ?? 0); column += 1) {
    const cell = line?.getCell(column);
    if (cell === undefined || cell.getWidth() === 0) continue;
    const run = {
      text: cell.getChars() || ' ',
      colour: cell.isFgPalette() ? cell.getFgColor() : null,
      bold: cell.isBold() !== 0,
      dim: cell.isDim() !== 0,
    };
    const last = runs.at(-1);
    if (last && last.colour === run.colour && last.bold === run.bold && last.dim === run.dim)
      runs[runs.length - 1] = { ...last, text: last.text + run.text };
    else runs.push(run);
  }
  return runs;
}

/** White space, and the gutter of the prompt with it, as one space. */
function flat(text: string): string {
  return text.replace(/[\s│↑↓]+/g, ' ');
}
