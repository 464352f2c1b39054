import stringWidth from 'string-width';
import type { Motion } from './buffer.js';
import { graphemeBefore } from './graphemes.js';
import { type Keyboard, listen, type Terminal } from './keyboard.js';
import type { Command } from './keys.js';
import { typed } from './typed.js';
import { columnsOf } from './window.js';
import { wordLeft } from './words.js';

/** What comes of keys where nothing may be drawn over. */
export interface LineEvents {
  /** A line was ended with Enter, or stood in a paste before a line break. */
  readonly line: (text: string, pasted: boolean) => void;
  /** Called after every change of the line. */
  readonly changed: (line: string) => void;
  /** Backspace where the line is empty. @returns what the line is now */
  readonly back: () => string;
  /** Any key that is no typing. */
  readonly command: (type: 'done' | 'leave' | 'editor') => void;
}

/** Lines typed on a terminal; keys are read until it is stopped. */
export interface LineInput extends Keyboard {
  /** The line that has not been ended; the next one begins. */
  readonly take: () => string;
}

/**
 * Lines typed on a terminal that cannot move its cursor, or that is read aloud: a key writes what it adds and
 * nothing else. The terminal's own lines will not do: they end at 4,095 bytes, and Ctrl-D would close the input.
 */
export function openLineInput(terminal: Terminal, events: LineEvents): LineInput {
  const line = createLine(terminal.stdout, events);
  const keyboard = listen(terminal, (command: Command) => {
    switch (command.type) {
      case 'insert':
        return line.insert(command.text);
      case 'erase':
        return line.erase(command.motion);
      case 'refresh':
        return line.show();
      case 'done':
      case 'leave':
      case 'editor':
        return events.command(command.type);
      default:
        return;
    }
  });
  return { ...keyboard, take: line.take };
}

/** The line being typed: each change of it is written as it is made. */
function createLine(stdout: NodeJS.WriteStream, events: LineEvents) {
  const write = (text: string) => void stdout.write(text);
  let line = '';
  const add = (piece: string) => {
    line += piece;
    write(piece);
  };
  const take = (): string => {
    const taken = line;
    line = '';
    return taken;
  };
  const cut = (at: number) => {
    const gone = stringWidth(line.slice(at));
    const column = stringWidth(line) % columnsOf(stdout);
    line = line.slice(0, at);
    // What has wrapped cannot be gone back to.
    if (gone <= column) write('\b'.repeat(gone) + ' '.repeat(gone) + '\b'.repeat(gone));
    else write(`\r\n${line}`);
    events.changed(line);
  };
  return {
    take,
    show: () => write(line),
    insert: (text: string) => {
      const [first = '', ...others] = typed(text).split('\n');
      const pasted = [...text].length > 1;
      add(first);
      for (const piece of others) {
        const ended = take();
        write('\r\n');
        events.line(ended, pasted);
        add(piece);
      }
      if (line !== '') events.changed(line);
    },
    erase: (motion: Motion) => {
      const to = erasedTo(line, motion);
      if (to === null) return;
      if (line !== '') return cut(to);
      line = events.back();
      if (line !== '') write(`\r\n${line}`);
    },
  };
}

/** Where the line ends after erasing from its end by a motion; null where that erases nothing here. */
function erasedTo(line: string, motion: Motion): number | null {
  if (motion === 'left') return graphemeBefore(line, line.length);
  if (motion === 'word-left') return wordLeft(line, line.length);
  return motion === 'line-start' ? 0 : null;
}
