import { isPlainLine } from './graphemes.js';

/** What stands on the screen: rows that are each narrower than the terminal, and the cursor in one of them. */
export interface Picture {
  /** Painted. */
  readonly rows: readonly string[];
  /** Index of the cursor's row. */
  readonly at: number;
  /** What stands left of the cursor in its row, without paint. */
  readonly before: string;
}

/**
 * Draws pictures below each other's top: of a picture only the rows are written that differ from the one
 * before, in one piece, so that nothing is ever seen half drawn or cleared. A picture must be lower than the
 * terminal.
 */
export interface Painter {
  readonly draw: (picture: Picture) => void;
  /** Takes the picture away; the cursor goes to where its top was. */
  readonly erase: () => void;
  /** Takes the picture away after the terminal has become `columns` wide, and has broken rows that no longer fit. */
  readonly resized: (columns: number) => void;
  /** Clears the whole screen; the next picture is drawn at its top. */
  readonly clear: () => void;
}

const HIDE = '\u001b[?25l';
const SHOW = '\u001b[?25h';
const TO_END_OF_LINE = '\u001b[K';
const TO_END_OF_SCREEN = '\u001b[J';
const CLEAR = '\u001b[2J\u001b[H';
const NOTHING: Picture = { rows: [], at: 0, before: '' };

/** @param cells of a text without paint */
export function createPainter(write: (output: string) => void, cells: (text: string) => number): Painter {
  let shown = NOTHING;
  const vertically = (by: number) => (by === 0 ? '' : by < 0 ? `\u001b[${-by}A` : `\u001b[${by}B`);
  const toColumn = (before: string) => {
    // Only the terminal knows how wide it draws a joined emoji: it writes the row up to the cursor once more.
    if (!isPlainLine(before)) return `\r${before}`;
    return before === '' ? '\r' : `\r\u001b[${before.length}C`;
  };
  const toTop = () => `${vertically(-shown.at)}\r`;
  return {
    draw: (picture) => {
      const { rows, at, before } = picture;
      let row = shown.at;
      let output = '';
      let drawn = 0;
      const goTo = (index: number) => {
        // Below the lowest row there is none to go down to: a line feed makes it.
        const known = Math.min(index, Math.max(shown.rows.length, row + 1) - 1);
        if (known !== row) output += vertically(known - row);
        output += `\r${'\n'.repeat(index - known)}`;
        row = index;
      };
      for (const [index, text] of rows.entries()) {
        if (index < shown.rows.length && shown.rows[index] === text) continue;
        goTo(index);
        output += text + TO_END_OF_LINE;
        drawn += 1;
      }
      if (rows.length < shown.rows.length) {
        goTo(rows.length);
        output += TO_END_OF_SCREEN;
        drawn += 1;
      }
      if (drawn > 0 || at !== shown.at || before !== shown.before)
        output += vertically(at - row) + toColumn(before);
      shown = picture;
      if (output === '') return;
      write(drawn > 1 ? `${HIDE}${output}${SHOW}` : output);
    },
    erase: () => {
      if (shown.rows.length > 0) write(`${toTop()}${TO_END_OF_SCREEN}`);
      shown = NOTHING;
    },
    resized: (columns) => {
      const broken = (text: string) => Math.max(0, Math.ceil(cells(text) / columns) - 1);
      // Terminals do not agree on where the cursor stands now: some push it down by the rows below it that
      // they broke, some leave its own row whole. Rather a row too many than the rest of an old picture.
      const others = shown.rows.filter((_, index) => index !== shown.at);
      const up = shown.at + broken(shown.before) + others.reduce((sum, text) => sum + broken(text), 0);
      if (shown.rows.length > 0) write(`${vertically(-up)}\r${TO_END_OF_SCREEN}`);
      shown = NOTHING;
    },
    clear: () => {
      write(CLEAR);
      shown = NOTHING;
    },
  };
}
