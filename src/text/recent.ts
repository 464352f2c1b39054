/** What was worked out of the pieces of the text that was read last. */
export interface Recent<K, V> {
  /** To be called before each text: what neither it nor the one before asked for is forgotten. */
  readonly begin: () => void;
  /** What is made of a piece. To be asked in the order of the text, each piece once. */
  readonly of: (piece: K) => V;
}

/**
 * A memory from one keystroke to the next: most sentences of an answer that is being typed are the same objects
 * as before and stand at the same place, see `readDocument`, so that a piece is looked for there alone. A map from
 * objects would write a hash into each. It holds two texts at most, and changes no answer, only the time.
 */
export function recentMemory<K, V>(make: (piece: K) => V): Recent<K, V> {
  let before: { readonly pieces: K[]; readonly values: V[] } = { pieces: [], values: [] };
  let now = before;
  return {
    begin: () => {
      before = now;
      now = { pieces: [], values: [] };
    },
    of: (piece) => {
      const at = now.pieces.length;
      const value = before.pieces[at] === piece ? (before.values[at] as V) : make(piece);
      now.pieces.push(piece);
      now.values.push(value);
      return value;
    },
  };
}
