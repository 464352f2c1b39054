/** Milliseconds without a key after which the text is read. */
const PAUSE = 80;

/** Milliseconds after which it is read though keys go on. */
const LONGEST = 400;

/** How many times what a reading took the keys have to themselves. */
const SHARE = 8;

/** Milliseconds between two pieces of work. */
const BREATH = 15;

/** Calls `read` in the pauses between keys, never while one is being dealt with. */
export function readWhenIdle(read: () => void): {
  /** To be called at every change of the text. */
  readonly touched: () => void;
  readonly stop: () => void;
} {
  let timer: NodeJS.Timeout | undefined;
  let waiting = 0;
  let pause = PAUSE;
  const run = () => {
    waiting = 0;
    const before = performance.now();
    read();
    // A very long text takes tens of milliseconds: it is read the less often.
    pause = Math.max(PAUSE, (performance.now() - before) * SHARE);
  };
  return {
    touched: () => {
      const now = performance.now();
      waiting ||= now;
      clearTimeout(timer);
      timer = setTimeout(run, Math.max(0, Math.min(pause, waiting + Math.max(LONGEST, pause) - now)));
    },
    stop: () => clearTimeout(timer),
  };
}

/**
 * Calls `piece` again and again, with time for keys between the calls.
 *
 * @param piece a short piece of work; false where none is left
 * @returns ends it
 */
export function workAhead(piece: () => boolean): () => void {
  const work = () => {
    if (piece()) timer = setTimeout(work, BREATH);
  };
  let timer = setTimeout(work, PAUSE);
  return () => clearTimeout(timer);
}
