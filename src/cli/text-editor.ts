import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Translate } from '../content/messages.js';
import { errorCode } from '../store/error-code.js';
import type { Edited } from '../terminal/answer-prompt.js';
import type { IO } from './context.js';

/** Milliseconds: an editor that ends sooner, without a change, was not used by anybody. */
const AT_ONCE = 1500;

/** The exit code of a shell that knows no such command. */
const NOT_FOUND = '127';

/**
 * Opens a text in `$VISUAL`, else `$EDITOR`, by way of a file that only the user can read and that is removed
 * afterwards. The text is never lost: what goes wrong is said in `notice`.
 */
export async function editElsewhere(
  text: string,
  { env, t }: { readonly env: IO['env']; readonly t: Translate },
): Promise<Edited> {
  const editor = env.VISUAL || env.EDITOR || (process.platform === 'win32' ? 'notepad' : 'vi');
  let folder: string | undefined;
  try {
    folder = mkdtempSync(join(tmpdir(), 'star-coach-'));
    const file = join(folder, 'answer.md');
    // With a line break at its end, as editors write it: one that changes nothing then changes nothing.
    const given = `${text}\n`;
    writeFileSync(file, given, { mode: 0o600 });
    const started = performance.now();
    const failure = await runEditor(editor, file);
    if (failure !== null) {
      const how = failure === NOT_FOUND ? 'absent' : 'failed';
      return { type: 'failed', notice: t(`prompt.editor.${how}`, { editor, reason: failure }) };
    }
    const edited = readFileSync(file, 'utf8');
    const atOnce = edited === given && performance.now() - started < AT_ONCE;
    return {
      type: 'edited',
      text: edited.replace(/\r?\n$/, ''),
      notice: atOnce ? t('prompt.editor.at-once', { editor }) : null,
    };
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    return { type: 'failed', notice: t('prompt.editor.failed', { editor, reason: code }) };
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns why it did not work: an exit code, a signal, an error of the system; null where it did */
function runEditor(editor: string, file: string): Promise<string | null> {
  // The variable may hold options («code --wait»): as everywhere, a shell reads it.
  const child =
    process.platform === 'win32'
      ? spawn(`${editor} "${file}"`, { stdio: 'inherit', shell: true })
      : spawn('/bin/sh', ['-c', `${editor} "$1"`, editor, file], { stdio: 'inherit' });
  return new Promise((resolve) => {
    child.on('error', (error) => resolve(errorCode(error) ?? error.message));
    child.on('exit', (code, signal) => resolve(code === 0 ? null : String(code ?? signal)));
  });
}
