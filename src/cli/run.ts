import { CommanderError } from 'commander';
import { InputError } from '../content/problems.js';
import { visible } from '../content/visible.js';
import { openContent } from '../store/content.js';
import type { CommandContext, IO } from './context.js';
import { openTexts } from './language.js';
import { createPaint } from './paint.js';
import { createProgram, withHelpFlag } from './program.js';

/** Exit codes of the program. */
export const EXIT = { clean: 0, findings: 1, usage: 2, interrupted: 130 } as const;

/**
 * The program as a function of its arguments and streams.
 *
 * @returns the exit code; nothing is thrown for bad input of the user's, our own faults are
 */
export async function run(io: IO): Promise<number> {
  const content = openContent(io.contentDir);
  const { language, t } = await openTexts(io, content);
  const context: CommandContext = { io, language, t, paint: await createPaint(io), content };
  let exitCode: number = EXIT.clean;
  try {
    const program = await createProgram(context, (code) => {
      exitCode = code;
    });
    await program.parseAsync(withHelpFlag(io.argv), { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.usage;
    if (!(error instanceof InputError)) throw error;
    printInputError(error, io);
    return EXIT.usage;
  }
  return exitCode;
}

/** Says on stderr what is wrong with the user's input: all places, then what it means, then what to do. */
export function printInputError(
  { problems, message, advice }: InputError,
  { stderr }: Pick<IO, 'stderr'>,
): void {
  for (const { path, line, column, message: problem } of problems)
    stderr.write(visible(`${path}:${line}:${column}: ${problem}\n`));
  if (message !== '') stderr.write(visible(`star-coach: ${message}\n`));
  if (advice !== undefined) stderr.write(visible(`${advice}\n`));
}
