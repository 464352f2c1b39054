/** Seconds that an answer may take. */
export interface Limits {
  /** Before the first word. */
  readonly think: number;
  readonly answer: number;
}

/** What a clock beside an answer shows, in seconds. */
export interface ClockReading {
  readonly phase: 'think' | 'answer';
  readonly spent: number;
  readonly limit: number;
  /** Beyond the limit; 0 within it. */
  readonly over: number;
}

/**
 * The answer begins with the first key, or when the time to think is over.
 *
 * @param seconds since the question was asked
 * @param typedAt seconds from the question to the first key; null where nothing has been typed
 */
export function clockAt(
  { think, answer }: Limits,
  { seconds, typedAt }: { readonly seconds: number; readonly typedAt: number | null },
): ClockReading {
  const began = Math.min(think, typedAt ?? think);
  if (typedAt === null && seconds < think) return { phase: 'think', spent: seconds, limit: think, over: 0 };
  const spent = Math.max(0, seconds - began);
  return { phase: 'answer', spent, limit: answer, over: Math.max(0, spent - answer) };
}
