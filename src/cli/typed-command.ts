import { visibleLine } from '../content/visible.js';
import type { IO } from './context.js';
import { optionIn } from './language.js';
import type { BankFlags } from './own-banks.js';

type Start = Pick<IO, 'argv' | 'env'>;

/**
 * What is typed to run a command next: what npm has started is found by npx, and a language that was asked for is
 * asked for again.
 */
export function typedCommand({ argv, env }: Start, ...words: readonly string[]): string {
  const program = env.npm_lifecycle_event === undefined ? 'star-coach' : 'npx star-coach';
  const language = optionIn(argv, '--lang');
  return [program, ...words, ...(language === undefined ? [] : [`--lang ${language}`])].join(' ');
}

/** What is typed to practise a role, or one that is asked for, with the banks of one's own that it comes from. */
export function practiceCommand(start: Start, role: string | undefined, flags: BankFlags): string {
  return typedCommand(start, 'practice', ...(role === undefined ? [] : [role]), ...sourceFlags(flags));
}

/** What is typed to see the questions of a role. */
export function questionsCommand(start: Start, role: string, flags: BankFlags): string {
  return typedCommand(start, 'banks', 'show', role, ...sourceFlags(flags));
}

/** What names the same banks of one's own again. */
export function sourceFlags({ bank, config }: BankFlags): string[] {
  if (config === false) return [...bankFlags(bank), '--no-config'];
  return [
    ...bankFlags(bank),
    ...(config === undefined ? [] : [`--config ${quotedPath(visibleLine(config))}`]),
  ];
}

/** `--bank mine.yaml` for every bank of one's own. */
export function bankFlags(banks: readonly string[] = []): string[] {
  return banks.map((path) => `--bank ${quotedPath(visibleLine(path))}`);
}

/** A path as a shell takes it, and a command takes for no option. */
export function quotedPath(path: string): string {
  const named = path.startsWith('-') ? `./${path}` : path;
  if (/^[\p{L}\p{N}._/\\:~-]+$/u.test(named)) return named;
  return /["$`!]/.test(named) ? `'${named.replaceAll("'", "'\\''")}'` : `"${named}"`;
}
