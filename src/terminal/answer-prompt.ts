import { PassThrough, Writable } from 'node:stream';
import { createPrompt, useEffect } from '@inquirer/core';
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
import { type DrawnPrompt, drawnPrompt, type PromptState } from './drawn-prompt.js';
import type { CursorRow, PromptHeading } from './frame.js';
import { listen, type Terminal } from './keyboard.js';
import type { Command } from './keys.js';
import { askPlainAnswer } from './plain-answer.js';
import { readWhenIdle, workAhead } from './when-idle.js';

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
  readonly heading: (columns: number) => PromptHeading;
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
  const started = now();
  const seconds = () => Math.round((now() - started) / 1000);
  const text = openText(options, { draw: () => drawn.draw(), isOff: () => drawn.isOff() });
  const drawn = drawnPrompt(options, () => ({ ...text.state(), seconds: seconds() }));
  let left = false;

  const leave = (type: Typed['type']) => {
    left = true;
    if (type === 'left') options.leaving();
    // What was typed in the same turn is drawn no more.
    drawn.takeOff();
    done({ type, text: text.state().buffer.text, seconds: seconds() });
  };
  const editElsewhere = async () => {
    drawn.takeOff();
    const outcome = await options.edit(text.state().buffer.text);
    if (left) return;
    if (outcome.type === 'edited') text.change(replace(text.state().buffer, outcome.text));
    text.notify(outcome.notice);
  };
  const take = (command: Command) => {
    if (command.type === 'insert' && command.text.length < 3) return text.type(command.text);
    const next = edited(text.state().buffer, command, drawn.screen);
    if (next !== null) return text.change(next);
    switch (command.type) {
      case 'editor':
        void keyboard.lend(editElsewhere);
        return;
      case 'redraw':
        return drawn.redraw();
      case 'resized':
        return drawn.resized();
      case 'refresh':
        return drawn.putBack();
      case 'suspend':
        // The shell writes where the prompt was.
        return drawn.takeOff();
      case 'done':
        return leave('done');
      case 'leave':
        return leave('left');
    }
  };

  const keyboard = listen(terminal, take);
  const clock = options.ticks ? setInterval(drawn.draw, 1000) : undefined;
  drawn.drawNow();
  return () => {
    clearInterval(clock);
    text.stop();
    keyboard.stop();
  };
}

/** The text of an open prompt. */
interface OpenText {
  /** All keys of this turn taken in. */
  readonly state: () => Omit<PromptState, 'seconds'>;
  /** Takes characters that were typed; drawn with others of this turn. */
  readonly type: (text: string) => void;
  readonly change: (next: EditBuffer) => void;
  /** Sets what is told in the line under the text until the next key. */
  readonly notify: (notice: string | null) => void;
  /** Ends the readings. */
  readonly stop: () => void;
}

/** Keeps the text while it is typed, and has it read in the pauses. */
function openText(
  options: AnswerPromptOptions<unknown>,
  { draw, isOff }: Pick<DrawnPrompt, 'draw' | 'isOff'>,
): OpenText {
  let buffer: EditBuffer = openBuffer(options.text);
  let reading: unknown = null;
  let notice: string | null = null;
  const idle = readWhenIdle(() => {
    if (isOff()) return;
    reading = options.read(buffer.text);
    draw();
  });
  const stopAhead = workAhead(() => !isOff() && options.ahead());
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
  const keys = gatheredKeys((pieces) => change(pieces.reduce(insert, buffer)));
  if (buffer.text !== '') idle.touched();
  return {
    state: () => {
      keys.settle();
      return { buffer, reading, notice };
    },
    type: (text) => {
      keys.add(text);
      draw();
    },
    change,
    notify: (said) => {
      notice = said;
    },
    stop: () => {
      stopAhead();
      idle.stop();
    },
  };
}

/**
 * Keys of this turn of the loop that are not in the buffer yet: without brackets a paste is thousands of them.
 *
 * @param type puts pieces of text into the buffer
 */
function gatheredKeys(type: (pieces: readonly string[]) => void) {
  let coming = '';
  return {
    add: (text: string) => {
      coming += text;
    },
    settle: () => {
      if (coming === '') return;
      const text = coming;
      coming = '';
      // One by one, keys are undone by words, as when each has a turn of its own.
      type(text.length > FEW ? [text] : [...text]);
    },
  };
}
