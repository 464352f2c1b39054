/** What was worked out of the pieces of the text that was read last. */
export interface Recent<K, V> {
  /** To be called before each text: what neither it nor the one before asked for is forgotten. */
  readonly begin: () => void;
  readonly of: (piece: K, make: (piece: K) => V) => V;
}

/**
 * A memory from one keystroke to the next: most sentences of an answer that is being typed are the same objects
 * as before, see `readDocument`. It holds two texts at most, and changes no answer, only the time.
 */
export function recentMemory<K, V>(): Recent<K, V> {
  let before = new Map<K, V>();
  let now = new Map<K, V>();
  return {
    begin: () => {
      before = now;
      now = new Map();
    },
    of: (piece, make) => {
      const value = now.get(piece) ?? before.get(piece) ?? make(piece);
      now.set(piece, value);
      return value;
    },
  };
}
