/** What a prompt of the library has on the screen. The library draws it again only where it has changed. */
export interface KeptFrame {
  /** The terminal, for the library to write to. */
  readonly output: NodeJS.WriteStream;
  /** Takes it off the screen, where another program writes from now on. */
  readonly takeOff: () => void;
  /** Draws it again where the cursor is now; nothing where it was not taken off. */
  readonly putBack: () => void;
}

/** What the library erases its last frame with. */
const ERASING = /^(\u001b\[\d*B)?(\u001b\[2K(\u001b\[\d*A)?)*(\u001b\[G)?/;
/** A move within the row. */
const TO_COLUMN = /^\u001b\[\d*G$/;
/** Rows that the frame has below the cursor. */
const UP = /\u001b\[(\d*)A/;
const TO_END_OF_SCREEN = '\u001b[J';
const SHOW_CURSOR = '\u001b[?25h';

/** @param stdout the terminal that a prompt of the library writes to */
export function keepFrame(stdout: NodeJS.WriteStream): KeptFrame {
  let frame = '';
  let off = false;
  const write = (chunk: string | Uint8Array) => {
    const text = String(chunk);
    frame = TO_COLUMN.test(text) ? frame + text : text.replace(ERASING, '');
    return stdout.write(text);
  };
  return {
    output: new Proxy(stdout, {
      get: (target, name) => {
        if (name === 'write') return write;
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    }),
    takeOff: () => {
      off = true;
      const below = UP.exec(frame);
      const up = frame.split('\n').length - 1 - (below === null ? 0 : Number(below[1] || 1));
      stdout.write(`${up > 0 ? `\u001b[${up}A` : ''}\r${TO_END_OF_SCREEN}${SHOW_CURSOR}`);
    },
    putBack: () => {
      if (off) stdout.write(frame);
      off = false;
    },
  };
}
