import { PassThrough, Writable } from 'node:stream';
import { createPrompt, useEffect } from '@inquirer/core';
import stringWidth from 'string-width';
import {
  type EditBuffer,
  erase,
  insert,
  move,
  openBuffer,
  redo,
  replace,
  type Screen,
  undo,
  yank,
} from './buffer.js';
import { type CursorRow, type FrameOptions, frameOf, type Heading, roomFor } from './frame.js';
import { listen, type Terminal } from './keyboard.js';
import type { Command } from './keys.js';
import { createLayOut } from './layout.js';
import { createPainter } from './painter.js';
import { askPlainAnswer } from './plain-answer.js';
import { questionAbove } from './question-above.js';
import { readWhenIdle, workAhead } from './when-idle.js';
import { columnsOf, rowsOf } from './window.js';

/** What the lines around the text may depend on. */
export interface PromptView<Reading> {
  /** True where nothing has been typed. */
  readonly empty: boolean;
  /** Of the text as it was a moment ago; null before the first reading. */
  readonly reading: Reading | null;
  /** Cells of a line. */
  readonly columns: number;
  /** Since the prompt opened. */
  readonly seconds: number;
  /** Where the text is higher than the window. */
  readonly cursorRow: CursorRow | null;
  /** What came of leaving for another program; gone with the next key. */
  readonly notice: string | null;
}

/** What another editor made of the text, or what went wrong in words. */
export type Edited =
  | { readonly type: 'edited'; readonly text: string; readonly notice: string | null }
  | { readonly type: 'failed'; readonly notice: string };

export interface AnswerPromptOptions<Reading> {
  readonly terminal: Terminal;
  /** Text to open with; the cursor stands at its end. */
  readonly text: string;
  /** Lines over the text. */
  readonly heading: (columns: number) => Heading;
  /** Lines under the text: the meter and the keys; as many whatever the view. */
  readonly status: (view: PromptView<Reading>) => readonly string[];
  /** Where nothing may be drawn over: said once instead of the status. */
  readonly plainHelp: readonly string[];
  /** Reads the text for the status, in the pauses of typing. */
  readonly read: (text: string) => Reading;
  /** A piece of work for the time before anything is typed; false where none is left. */
  readonly ahead: () => boolean;
  /** Called after every change of the text. */
  readonly changed: (text: string) => void;
  /** Called when the prompt is being left, before the terminal is touched again: it may be gone. */
  readonly leaving: () => void;
  /** Opens the text in an editor of the user's, which has the terminal meanwhile. */
  readonly edit: (text: string) => Promise<Edited>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** True where the lines around the text show the time: they are drawn again every second. */
  readonly ticks: boolean;
}

/** How the prompt was left: with Ctrl-D, or with Ctrl-C (also a hang-up). */
export interface Typed {
  readonly type: 'done' | 'left';
  readonly text: string;
  /** Seconds the prompt was open. */
  readonly seconds: number;
}

/** More keys in one turn are a paste. */
const FEW = 64;

const SHAPES = {
  unicode: { gutter: '│ ', more: { up: '↑ ', down: '↓ ' } },
  ascii: { gutter: '| ', more: { up: '^ ', down: 'v ' } },
};

/**
 * Asks for a text of several lines. Nothing of it stays on the screen afterwards, but a question that the window has
 * no room for over the text: it stands above the prompt, to be scrolled back to.
 */
export function askAnswer<Reading>(options: AnswerPromptOptions<Reading>): Promise<Typed> {
  const { terminal } = options;
  if (terminal.plain) return askPlainAnswer(options);
  // The library keeps the life of the prompt. Its own line editor would end at Ctrl-D and measure a whole paste
  // at every character, and its screen erases and writes all rows at every key: neither gets the terminal.
  const silent = new PassThrough();
  const unseen = new Writable({ write: (_chunk, _encoding, written) => written() });
  // Before anything is drawn: a Ctrl-C pressed at first sight is a key, not a signal.
  terminal.stdin.setRawMode(true);
  return prompt(options as AnswerPromptOptions<unknown>, {
    input: silent,
    output: unseen,
    clearPromptOnDone: true,
  });
}

const prompt = createPrompt<Typed, AnswerPromptOptions<unknown>>((options, done) => {
  useEffect(() => open(options, done), []);
  return '';
});

/** The buffer after a key; null where the key edits nothing. */
function edited(buffer: EditBuffer, command: Command, screen: () => Screen): EditBuffer | null {
  switch (command.type) {
    case 'insert':
      return insert(buffer, command.text);
    case 'move':
      return move(buffer, command.motion, screen());
    case 'erase':
      return erase(buffer, command.motion, screen());
    case 'yank':
      return yank(buffer);
    case 'undo':
      return undo(buffer);
    case 'redo':
      return redo(buffer);
    default:
      return null;
  }
}

/** Runs the prompt on the terminal. @returns gives the terminal back */
function open(options: AnswerPromptOptions<unknown>, done: (typed: Typed) => void): () => void {
  const { terminal, now } = options;
  const { stdout } = terminal;
  const started = now();
  const layOut = createLayOut();
  const painter = createPainter((output) => void stdout.write(output), stringWidth);
  const above = questionAbove(painter, stdout);
  const shape = terminal.unicode ? SHAPES.unicode : SHAPES.ascii;
  let buffer: EditBuffer = openBuffer(options.text);
  let top = 0;
  let reading: unknown = null;
  let notice: string | null = null;
  let drawing: NodeJS.Immediate | undefined;
  /** True while another program has the terminal, and once the prompt is left. */
  let away = false;
  let left = false;
  let heading: (Heading & { readonly columns: number }) | undefined;
  // Text that came in this turn and is not in the buffer yet: without brackets a paste is thousands of keys.
  let coming = '';

  const seconds = () => Math.round((now() - started) / 1000);
  const frame = (): FrameOptions => {
    // A row that fills the terminal wraps on some of them.
    const columns = Math.max(2, columnsOf(stdout));
    if (heading?.columns !== columns) heading = { columns, ...options.heading(columns - 1) };
    return {
      ...shape,
      heading,
      status: (cursorRow) =>
        options.status({
          empty: buffer.text === '',
          reading,
          columns: columns - 1,
          seconds: seconds(),
          cursorRow,
          notice,
        }),
      columns,
      rows: rowsOf(stdout),
      top,
      layOut,
    };
  };
  const drawNow = () => {
    drawing = undefined;
    if (away) return;
    settle();
    const options = frame();
    above.tell(options);
    const picture = frameOf(buffer, options);
    top = picture.top;
    painter.draw(picture);
  };
  // One redraw a turn of the loop, however many keys came in it.
  const draw = () => {
    drawing ??= setImmediate(drawNow);
  };
  const idle = readWhenIdle(() => {
    if (away) return;
    reading = options.read(buffer.text);
    draw();
  });
  const stopAhead = workAhead(() => !away && options.ahead());
  const change = (next: EditBuffer) => {
    const typed = next.text !== buffer.text;
    buffer = next;
    notice = null;
    if (typed) {
      stopAhead();
      options.changed(next.text);
      idle.touched();
    }
    draw();
  };
  const settle = () => {
    if (coming === '') return;
    const text = coming;
    coming = '';
    // One by one, keys are undone by words, as when each has a turn of its own.
    const keys = text.length > FEW ? [text] : [...text];
    change(keys.reduce(insert, buffer));
  };
  const screen = (): Screen => ({ ...roomFor(frame()), layOut });
  const leave = (type: Typed['type']) => {
    // What was typed in the same turn is drawn no more.
    away = true;
    left = true;
    clearImmediate(drawing);
    if (type === 'left') options.leaving();
    painter.erase();
    done({ type, text: buffer.text, seconds: seconds() });
  };
  const editElsewhere = async () => {
    away = true;
    painter.erase();
    const outcome = await options.edit(buffer.text);
    if (left) return;
    if (outcome.type === 'edited') change(replace(buffer, outcome.text));
    notice = outcome.notice;
  };
  const take = (command: Command) => {
    if (command.type === 'insert' && command.text.length < 3) {
      coming += command.text;
      return draw();
    }
    settle();
    const next = edited(buffer, command, screen);
    if (next !== null) return change(next);
    switch (command.type) {
      case 'editor':
        void keyboard.lend(editElsewhere);
        return;
      case 'redraw':
        painter.clear();
        above.forget();
        return draw();
      case 'resized':
        painter.resized(columnsOf(stdout));
        return draw();
      case 'refresh':
        away = false;
        above.forget();
        return draw();
      case 'suspend':
        // The shell writes where the prompt was.
        away = true;
        painter.erase();
        return;
      case 'done':
        return leave('done');
      case 'leave':
        return leave('left');
    }
  };
  const keyboard = listen(terminal, take);
  const clock = options.ticks ? setInterval(draw, 1000) : undefined;
  drawNow();
  if (buffer.text !== '') idle.touched();
  return () => {
    clearInterval(clock);
    clearImmediate(drawing);
    stopAhead();
    idle.stop();
    keyboard.stop();
  };
}
