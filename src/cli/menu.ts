import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { visibleLine } from '../content/visible.js';
import { fileKind } from '../store/file-kind.js';
import type { Terminal } from '../terminal/keyboard.js';
import { askLine, choose } from '../terminal/menu.js';
import { inLanguage } from '../terminal/text-style.js';
import { columnsOf } from '../terminal/window.js';
import { COMMANDS, type MenuQuestion } from './commands.js';
import type { CommandContext } from './context.js';
import { inCatalogueOrder } from './rules/catalogue.js';
import { EXIT, run } from './run.js';
import { openTerminal } from './session-start.js';

/**
 * `star-coach` alone, on a terminal: asks which command to run and for what it needs, then runs it as if it had
 * been typed.
 *
 * @returns the exit code of the command; that of an interruption where the menu was left with Ctrl-C
 */
export async function menu(context: CommandContext): Promise<number> {
  const { io, t, paint } = context;
  const terminal = openTerminal(context, 'star-coach');
  const name = await choose({
    terminal,
    paint,
    message: t('menu.what'),
    keys: t('session.keys'),
    items: commandItems(context, columnsOf(terminal.stdout)),
  });
  const entry = COMMANDS.find((command) => command.name === name);
  if (entry === undefined) return EXIT.interrupted;
  const argv = entry.asks === undefined ? [] : await ASK[entry.asks](context, terminal);
  if (argv === null) return EXIT.interrupted;
  return run({ ...io, argv: [...io.argv, entry.name, ...argv] });
}

/** Space of the cursor in front of an item. */
const CURSOR = 2;

/** In a narrower window names stand alone. */
const WITH_SUMMARIES = 50;

/** Names with their summaries, each on one row. */
function commandItems({ t }: CommandContext, columns: number): { value: string; name: string }[] {
  const offered = COMMANDS.filter(({ inMenu }) => inMenu !== false);
  const width = Math.max(...offered.map(({ name }) => name.length));
  return offered.map(({ name }) => ({
    value: name,
    name: row(name, { width, text: t(`command.${name}.summary`), columns }),
  }));
}

/** `check     read one answer …`: a name and what of its text fits beside it. */
function row(
  name: string,
  { width, text, columns }: { readonly width: number; readonly text: string; readonly columns: number },
): string {
  if (columns < WITH_SUMMARIES) return name;
  const room = columns - CURSOR - 1 - width - 2;
  const cut = text.length <= room ? text : `${text.slice(0, text.lastIndexOf(' ', room - 2))} …`;
  return `${name.padEnd(width)}  ${cut}`;
}

type Ask = (context: CommandContext, terminal: Terminal) => Promise<readonly string[] | null>;

/** @returns null where it was left with Ctrl-C */
const ASK: Readonly<Record<MenuQuestion, Ask>> = {
  'answer-file': async (context, terminal) => {
    const path = await askPath(context, terminal, { key: 'menu.answer-file', preset: null, folders: false });
    const structure = path && (await askStructure(context, terminal));
    return structure && [...structure, ...path];
  },
  'answer-files': (context, terminal) =>
    askPath(context, terminal, { key: 'menu.answer-files', preset: '.', folders: true }),
  bank: async ({ content, language, t, paint }, terminal) => {
    const role = await choose({
      terminal,
      paint,
      message: t('menu.bank'),
      keys: t('session.keys'),
      items: content.index.banks.map((bank) => ({ value: bank.role, name: inLanguage(bank.name, language) })),
    });
    return role === null ? null : ['show', role];
  },
  data: async (context, terminal) => {
    const { t, paint } = context;
    const action = await choose({
      terminal,
      paint,
      message: t('menu.data'),
      keys: t('session.keys'),
      items: (['path', 'export', 'import', 'erase'] as const).map((value) => ({
        value,
        name: t(`command.data.${value}`),
      })),
    });
    if (action === null || action === 'path' || action === 'erase') return action && [action];
    const path =
      action === 'import'
        ? await askPath(context, terminal, { key: 'menu.import', preset: null, folders: false })
        : await askNewFile(context, terminal);
    return path && [action, ...path];
  },
  rule: async ({ content, language, t, paint }, terminal) => {
    const rules = inCatalogueOrder(content.rules());
    const width = Math.max(...rules.map(({ id }) => id.length));
    const columns = columnsOf(terminal.stdout);
    const rule = await choose({
      terminal,
      paint,
      message: t('menu.rule', { count: rules.length }),
      keys: t('session.keys'),
      items: rules.map(({ id, summary }) => ({
        value: id,
        name: row(id, { width, text: inLanguage(summary, language), columns }),
      })),
    });
    return rule === null ? null : [rule];
  },
};

/** A structure beside those that a file can name: letters, a case, a presentation. */
async function askStructure(
  { content, language, t, paint }: CommandContext,
  terminal: Terminal,
): Promise<readonly string[] | null> {
  const others = content.index.frameworks.filter((id) => id !== 'star');
  const names = others.map((id) => ({ value: id, name: inLanguage(content.framework(id).name, language) }));
  const chosen = await choose({
    terminal,
    paint,
    message: t('menu.structure'),
    keys: t('session.keys'),
    items: [
      { value: '', name: t('menu.structure-of-file') },
      ...names.sort((a, b) => a.name.localeCompare(b.name, language)),
    ],
  });
  if (chosen === null) return null;
  return chosen === '' ? [] : ['--framework', chosen];
}

/** A file that is to be written: there must be none yet. */
async function askNewFile(
  { io, t, paint }: CommandContext,
  terminal: Terminal,
): Promise<readonly string[] | null> {
  const path = await askLine({
    terminal,
    paint,
    message: t('menu.export'),
    preset: 'star-coach-data.json',
    fault: (line) =>
      existsSync(resolve(io.cwd, line.trim()))
        ? t('session.file-exists', { path: visibleLine(line.trim()) })
        : null,
  });
  return path === null ? null : ['--', path.trim()];
}

async function askPath(
  { io, t, paint }: CommandContext,
  terminal: Terminal,
  {
    key,
    preset,
    folders,
  }: { readonly key: string; readonly preset: string | null; readonly folders: boolean },
): Promise<readonly string[] | null> {
  const path = await askLine({
    terminal,
    paint,
    message: t(key),
    preset,
    fault: (line) => {
      const typed = line.trim();
      if (typed === '') return t('menu.path-needed');
      const there = fileKind(resolve(io.cwd, typed));
      if (there === 'absent') return t('content.file.absent', { path: visibleLine(typed) });
      return there === 'folder' && !folders ? t('content.file.folder', { path: visibleLine(typed) }) : null;
    },
  });
  // A name may begin with a hyphen.
  return path === null ? null : ['--', path.trim()];
}
