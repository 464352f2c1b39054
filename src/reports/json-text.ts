import { unsafeAt, visible } from '../content/visible.js';

/**
 * JSON on one line. Everything reads back as it was: JSON lets DEL, C1 and bidirectional characters stand as they
 * are, a terminal acts on them, so they are spelt `\u009b`.
 */
export function jsonText(data: unknown): string {
  return `${spelt(data)}\n`;
}

/** A list that may be long. */
interface LongList<T> {
  readonly name: string;
  readonly values: Iterable<T>;
  /** What is written of a value. */
  readonly dataOf: (value: T) => unknown;
}

/** As {@link jsonText}, one value of a long list after the other: an object of what comes before it, it, and the rest. */
export function* jsonPieces<T>(before: object, list: LongList<T>, rest: object): Generator<string, void> {
  yield `${spelt(before).slice(0, -1)},${spelt(list.name)}:[`;
  let comma = '';
  for (const value of list.values) {
    yield comma + spelt(list.dataOf(value));
    comma = ',';
  }
  yield `],${spelt(rest).slice(1)}\n`;
}

function spelt(data: unknown): string {
  const text = JSON.stringify(data);
  return unsafeAt(text) < 0 ? text : visible(text);
}
