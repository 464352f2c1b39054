import { readFileSync } from 'node:fs';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { InputError } from '../src/content/problems.js';

/**
 * The options a script was started with. `--help` prints the comment at its head; so does an option that it does not
 * have, with exit code 2.
 *
 * @param script path of the script from the project's root
 */
export function readOptions<T extends ParseArgsConfig>(
  script: string,
  config: T,
): ReturnType<typeof parseArgs<T>> {
  if (process.argv.includes('--help')) {
    process.stdout.write(headOf(script));
    process.exit(0);
  }
  process.once('uncaughtException', tellInputError);
  try {
    return parseArgs(config);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${headOf(script)}`);
    process.exit(2);
  }
}

/** A file that is not as it should be is told by place, all of it at once, with exit code 2. */
function tellInputError(error: Error): void {
  if (!(error instanceof InputError)) throw error;
  for (const { path, line, column, message } of error.problems)
    process.stderr.write(`${path}:${line}:${column}: ${message}\n`);
  if (error.message !== '') process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

function headOf(script: string): string {
  const lines = readFileSync(script, 'utf8').split('\n');
  const head = lines.slice(
    0,
    lines.findIndex((line) => !line.startsWith('//')),
  );
  return head.map((line) => `${line.replace(/^\/\/ ?/u, '')}\n`).join('');
}
