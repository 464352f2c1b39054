import { type FrameOptions, roomFor } from './frame.js';
import type { Terminal } from './keyboard.js';
import type { Painter } from './painter.js';

/** Writes the question above the prompt, once, where the window has no room for it over the text. */
export function questionAbove(
  painter: Painter,
  stdout: Terminal['stdout'],
): {
  readonly tell: (options: FrameOptions) => void;
  /** The window was emptied, or another program wrote there. */
  readonly forget: () => void;
} {
  let told = false;
  /** Size of the window that was last asked whether it has room. */
  let asked = '';
  return {
    tell: (options) => {
      const { columns, rows, heading } = options;
      // The answer takes as long as drawing: it is asked for once a size, not at every key.
      if (told || asked === `${columns}×${rows}`) return;
      asked = `${columns}×${rows}`;
      if (roomFor(options).heading.length >= heading.asked) return;
      painter.erase();
      stdout.write(`${heading.lines.slice(0, heading.asked).join('\r\n')}\r\n`);
      told = true;
    },
    forget: () => {
      told = false;
      asked = '';
    },
  };
}
