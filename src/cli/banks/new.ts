import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { bankSource } from '../../content/bank-source.js';
import { InputError } from '../../content/problems.js';
import { visibleLine } from '../../content/visible.js';
import { checkBankSource } from '../../store/bank-file.js';
import { createFile } from '../../store/create-file.js';
import { shownPath } from '../../store/shown-path.js';
import { askLine, choose } from '../../terminal/menu.js';
import { isAttended } from '../attended.js';
import type { CommandContext } from '../context.js';
import { fromTo, installedSchema } from '../init/plan.js';
import { onDisk } from '../on-disk.js';
import { EXIT } from '../run.js';
import { openTerminal } from '../session-start.js';
import { practiceCommand, quotedPath, typedCommand } from '../typed-command.js';
import { type Asker, askBank } from './ask-bank.js';

/**
 * Asks for a bank and writes it, or prints one to fill in. A file that is there stays as it is.
 *
 * @param file as typed; absent: named after the role
 * @throws InputError without a terminal, or where the file cannot be written
 */
export async function newBank(
  context: CommandContext,
  { file, template }: { readonly file: string | undefined; readonly template: boolean },
): Promise<number> {
  const { io, t } = context;
  if (template && file !== undefined) return writeTemplate(context, file);
  if (template) {
    io.stdout.write(`${t('new-bank.template')}\n`);
    return EXIT.clean;
  }
  if (!isAttended(io)) {
    const command = typedCommand(io, 'banks', 'new', '--template');
    throw new InputError(t('new-bank.no-terminal', { command }));
  }
  return askAndWrite(context, asking(context), file);
}

function writeTemplate(context: CommandContext, file: string): number {
  const { io, t } = context;
  const path = resolve(io.cwd, file);
  const shown = visibleLine(shownPath(path, io.cwd));
  const made = onDisk(context, shown, 'lint.cannot-write', () =>
    createFile(path, `${t('new-bank.template')}\n`),
  );
  if (!made) throw new InputError(t('session.file-exists', { path: shown }));
  io.stdout.write(`${t('init.made', { path: shown })}\n`);
  return EXIT.clean;
}

/** @param asker asks on the terminal; a test answers by itself */
export async function askAndWrite(
  context: CommandContext,
  asker: Asker,
  file: string | undefined,
): Promise<number> {
  const { io, t } = context;
  const pathOf = (role: string) => resolve(io.cwd, file ?? `${role}.yaml`);
  const taken = (path: string) =>
    existsSync(path) ? t('session.file-exists', { path: visibleLine(shownPath(path, io.cwd)) }) : null;
  // Before the questions, not after them.
  const occupied = file === undefined ? null : taken(pathOf(''));
  if (occupied !== null) throw new InputError(occupied);
  const draft = await askBank(context, asker, (role) => (file === undefined ? taken(pathOf(role)) : null));
  if (draft === null) return EXIT.interrupted;
  const path = pathOf(draft.role);
  const shown = visibleLine(shownPath(path, io.cwd));
  const text = bankSource(draft, [...editorLines(dirname(path), context), '', t('new-bank.head')]);
  checkBankSource(text, shown, context);
  const made = onDisk(context, shown, 'lint.cannot-write', () => createFile(path, text));
  if (!made) throw new InputError(t('session.file-exists', { path: shown }));
  io.stdout.write(`${t('init.made', { path: shown })}\n`);
  const next = {
    check: typedCommand(io, 'banks', 'validate', quotedPath(shown)),
    practise: practiceCommand(io, draft.role, { bank: [shown] }),
  };
  io.stderr.write(`${t('new-bank.next', next)}\n`);
  return EXIT.clean;
}

/** How an editor finds the schema: a line for it, or what to do to have one. */
function editorLines(folder: string, { t }: CommandContext): string[] {
  const installed = installedSchema(folder, 'bank');
  const line = (schema: string) => `yaml-language-server: $schema=${schema}`;
  return installed === null
    ? [
        t('new-bank.editor'),
        `  star-coach schema bank > bank.schema.json`,
        `  # ${line('./bank.schema.json')}`,
      ]
    : [line(fromTo(folder, installed))];
}

function asking(context: CommandContext): Asker {
  const terminal = openTerminal(context, 'banks new');
  const { paint, t } = context;
  return {
    line: (message, { preset, fault }) => askLine({ terminal, paint, message, preset, fault }),
    one: (message, items) => choose({ terminal, paint, message, keys: t('session.keys'), items }),
  };
}
