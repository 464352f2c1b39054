import type { CommandContext } from './context.js';

/** Milliseconds between two counts, and before the first one. */
const EVERY = 250;

/** Back to the beginning of the line, and clears it. */
const CLEAR_LINE = '\r\u001b[K';

export interface ProgressLine {
  /** One more is done. */
  readonly step: () => void;
  /** Takes the count off the screen. */
  readonly end: () => void;
}

/** Counts on stderr how much of long work is done; null where stderr is no terminal. */
export function showProgress(of: number, { counter, now }: CommandContext['io']): ProgressLine | null {
  const screen = counter?.() ?? null;
  if (screen === null) return null;
  let done = 0;
  let shown = false;
  let last = now();
  return {
    step: () => {
      done += 1;
      const at = now();
      if (at - last < EVERY) return;
      last = at;
      shown = true;
      screen.write(`${CLEAR_LINE}${done} / ${of}`);
    },
    end: () => {
      if (shown) screen.write(CLEAR_LINE);
    },
  };
}
