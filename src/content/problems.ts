/** Something wrong in a file of the user's, for `file:line:column: message`. */
export interface Problem {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  readonly message: string;
}

/** Input of the user's that cannot be used. Shown without a stack; the program exits with 2. */
export class InputError extends Error {
  readonly problems: readonly Problem[];
  /** What to do next, on a line of its own. */
  readonly advice: string | undefined;
  constructor(message: string, options: { problems?: readonly Problem[]; advice?: string } = {}) {
    super(message);
    this.name = 'InputError';
    this.problems = options.problems ?? [];
    this.advice = options.advice;
  }
}
