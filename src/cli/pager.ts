import { spawn } from 'node:child_process';
import { isAttended } from './attended.js';
import type { CommandContext } from './context.js';

/**
 * Shows a text on the terminal: by `$PAGER`, else `less -R`, where it is longer than the screen and there is a
 * person to page it; all at once otherwise, and where the pager cannot be started.
 *
 * @param wanted false: never by a pager
 */
export async function showPaged(
  text: string,
  { io, t, paint }: CommandContext,
  wanted: boolean,
): Promise<void> {
  const { stdout, env } = io;
  const rows = (stdout as { readonly rows?: number }).rows ?? 0;
  const short = text.split('\n').length <= rows;
  const pager = env.PAGER ?? 'less -R';
  if (wanted && isAttended(io) && !short && pager.trim() !== '' && env.TERM !== 'dumb') {
    // `less` shows a colon, and cannot show more than ASCII there: its keys are told above the text.
    const keys = env.PAGER === undefined ? `${paint('dim', t('menu.pager'))}\n\n` : '';
    if (await runPager(pager, keys + text, env)) return;
  }
  stdout.write(text);
}

/** What a shell answers where there is no such program, or one that cannot be run. */
const NOT_STARTED: ReadonlySet<number | null> = new Set([126, 127]);

/** @returns false where it could not be started: nothing was shown then */
function runPager(pager: string, text: string, env: CommandContext['io']['env']): Promise<boolean> {
  // The variable may hold options, so a shell reads it. `less` is told what git tells it: colours, no clearing; and
  // that the text is UTF-8, which it would show in codes where the locale is not installed.
  const child = spawn(pager, {
    shell: true,
    stdio: ['pipe', 'inherit', 'inherit'],
    env: { LESS: 'FRX', LESSCHARSET: 'utf-8', ...env } as NodeJS.ProcessEnv,
  });
  // Ctrl-C is the pager's: it would be left without its program.
  const stay = () => {};
  process.on('SIGINT', stay);
  // Who has read enough closes the pager before all of it has gone in.
  child.stdin.on('error', stay);
  child.stdin.end(text);
  return new Promise((resolve) => {
    const over = (started: boolean) => {
      process.off('SIGINT', stay);
      resolve(started);
    };
    child.on('error', () => over(false));
    child.on('close', (code) => over(!NOT_STARTED.has(code)));
  });
}
