import type { Because } from './types.js';

/**
 * Reasons made when somebody asks: only an explanation does, and they cost as much as the decision. A class,
 * because a getter in an object literal is defined anew for each object, which takes 2 to 9 µs.
 */
class Reasoned {
  #make: (() => readonly Because[]) | null;
  #made: readonly Because[] = [];

  constructor(make: () => readonly Because[]) {
    this.#make = make;
  }

  get because(): readonly Because[] {
    if (this.#make !== null) {
      this.#made = this.#make();
      this.#make = null;
    }
    return this.#made;
  }
}

/** A reading with its reasons. They are no property of its own: `{ ...reading }` is without them. */
export function withReasons<T extends object>(
  reading: T,
  make: () => readonly Because[],
): T & { readonly because: readonly Because[] } {
  return Object.assign(new Reasoned(make), reading);
}
