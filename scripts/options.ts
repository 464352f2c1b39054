import { readFileSync } from 'node:fs';
import { type ParseArgsConfig, parseArgs } from 'node:util';

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
  try {
    return parseArgs(config);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${headOf(script)}`);
    process.exit(2);
  }
}

function headOf(script: string): string {
  const lines = readFileSync(script, 'utf8').split('\n');
  const head = lines.slice(
    0,
    lines.findIndex((line) => !line.startsWith('//')),
  );
  return head.map((line) => `${line.replace(/^\/\/ ?/u, '')}\n`).join('');
}
