import type { Span } from './types.js';

/** The place of something that carries more than its place. */
export function spanOf({ start, end }: Span): Span {
  return { start, end };
}
