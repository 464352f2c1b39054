import { PassThrough } from 'node:stream';
import { createPrompt, useEffect, useRef, useState } from '@inquirer/core';
import { type EditBuffer, erase, insert, move, openBuffer, yank } from './buffer.js';
import { type FrameOptions, frameOf, roomFor } from './frame.js';
import { isPlain } from './graphemes.js';
import { CLEAR, listen, type Terminal } from './keyboard.js';
import type { Command } from './keys.js';

/** What the lines around the text may depend on. */
interface PromptView {
  readonly text: string;
  readonly columns: number;
  /** Since the prompt opened. */
  readonly seconds: number;
}

export interface AnswerPromptOptions {
  readonly terminal: Terminal;
  /** Text to open with; the cursor stands at its end. */
  readonly text: string;
  /** Lines over the text, wrapped to `columns`. */
  readonly heading: (view: PromptView) => readonly string[];
  /** Lines under the text, wrapped to `columns`: the meter goes here. */
  readonly status: (view: PromptView) => readonly string[];
  /** Called after every change of the text. */
  readonly changed: (text: string) => void;
  /** Called when the prompt is being left, before the terminal is touched again: it may be gone. */
  readonly leaving: () => void;
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

const GUTTER = '│ ';
const MORE = { up: '↑ ', down: '↓ ' };

/** Asks for a text of several lines. Nothing of it stays on the screen afterwards. */
export function askAnswer(options: AnswerPromptOptions): Promise<Typed> {
  // The keys do not pass through the library's own line editor: it would keep a line of its own, end at
  // Ctrl-D and measure the whole paste at every character.
  const silent = new PassThrough();
  // Before anything is drawn: a Ctrl-C pressed at first sight is a key, not a signal.
  options.terminal.stdin.setRawMode(true);
  return prompt(options, { input: silent, output: options.terminal.stdout, clearPromptOnDone: true });
}

/** The part of readline's interface that tells where the cursor is; both are writable. */
interface LineState {
  line: string;
  cursor: number;
}

const prompt = createPrompt<Typed, AnswerPromptOptions>((options, done) => {
  const { terminal, now } = options;
  const [, redraw] = useState(0);
  const buffer = useRef<EditBuffer>(openBuffer(options.text));
  const started = useRef(now());
  const top = useRef(0);
  const line = useRef<LineState | null>(null);
  const below = useRef(0);

  const view = (): PromptView => ({
    text: buffer.current.text,
    columns: terminal.stdout.columns || 80,
    seconds: Math.round((now() - started.current) / 1000),
  });
  const frameOptions = (): FrameOptions => {
    const seen = view();
    return {
      heading: options.heading(seen),
      status: options.status(seen),
      columns: seen.columns,
      rows: terminal.stdout.rows || 24,
      top: top.current,
      gutter: GUTTER,
      more: MORE,
    };
  };

  useEffect((rl) => {
    line.current = rl as unknown as LineState;
    let drawing: NodeJS.Immediate | undefined;
    let turn = 0;
    // One redraw a turn of the loop, however many keys came in it.
    const draw = () => {
      drawing ??= setImmediate(() => {
        drawing = undefined;
        turn += 1;
        redraw(turn);
      });
    };
    const change = (next: EditBuffer) => {
      const typed = next.text !== buffer.current.text;
      buffer.current = next;
      if (typed) options.changed(next.text);
      draw();
    };
    const take = (command: Command) => {
      switch (command.type) {
        case 'insert':
          return change(insert(buffer.current, command.text));
        case 'move':
          return change(move(buffer.current, command.motion, roomFor(frameOptions()).screen));
        case 'erase':
          return change(erase(buffer.current, command.motion, roomFor(frameOptions()).screen));
        case 'yank':
          return change(yank(buffer.current));
        case 'refresh':
          terminal.stdout.write(CLEAR);
          return draw();
        case 'done':
        case 'leave':
          // What was typed in the same turn is drawn no more.
          clearImmediate(drawing);
          if (command.type === 'leave') options.leaving();
          return done({
            type: command.type === 'done' ? 'done' : 'left',
            text: buffer.current.text,
            seconds: view().seconds,
          });
        case 'suspend':
          // The shell writes under the prompt, not into it.
          terminal.stdout.write('\n'.repeat(below.current + 1));
          return;
      }
    };
    const stop = listen(terminal, take);
    const clock = options.ticks ? setInterval(draw, 1000) : undefined;
    return () => {
      clearInterval(clock);
      clearImmediate(drawing);
      stop();
    };
  }, []);

  const frame = frameOf(buffer.current, frameOptions());
  top.current = frame.top;
  below.current = frame.below.length;
  // The library puts the cursor where readline's would stand in the last line of what it draws.
  if (line.current) {
    line.current.line = frame.row;
    line.current.cursor = frame.cursor;
  }
  useEffect(() => {
    // Only the terminal knows how wide it draws a joined emoji: write the row up to the cursor once more.
    const before = frame.row.slice(0, frame.cursor);
    if (!isPlain(before)) terminal.stdout.write(`\r${frame.above.at(-1) ?? ''}${before}`);
  }, [frame]);
  return [
    [...frame.above.slice(0, -1), (frame.above.at(-1) ?? '') + frame.row].join('\n'),
    frame.below.join('\n'),
  ];
});
