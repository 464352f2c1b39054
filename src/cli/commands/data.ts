import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { InputError } from '../../content/problems.js';
import { visibleLine } from '../../content/visible.js';
import { keepTicks, newerTicks, readTicks } from '../../store/checklist.js';
import { addDrafts, type Draft, keptDrafts } from '../../store/drafts.js';
import { exportText } from '../../store/export-text.js';
import { type Home, homeOf } from '../../store/home.js';
import { appendBatch } from '../../store/journal.js';
import { entryKey, type JournalEntry } from '../../store/journal-line.js';
import { addAnswers, erasable, eraseKept, keptAnswers } from '../../store/kept-data.js';
import { makeFolder } from '../../store/make-folder.js';
import { writeText } from '../../store/write-text.js';
import { isAttended } from '../attended.js';
import type { CommandModule } from '../commands.js';
import type { CommandContext } from '../context.js';
import { openHistory } from '../history.js';
import { onDisk, writingHome } from '../on-disk.js';
import { EXIT } from '../run.js';
import { readStdin, STDIN } from '../stdin.js';
import { subcommand } from '../subcommand.js';

export const command: CommandModule = {
  declare: (command, context, done) => {
    const { io, t } = context;
    const home = homeOf(io.env, io.cwd);
    command.addHelpText('after', `\n${t('command.data.examples')}`);
    subcommand(command, 'path', context).action(() => {
      io.stdout.write(`${home.folder}\n`);
      done(EXIT.clean);
    });
    subcommand(command, 'export', context)
      .argument('[file]', t('command.data.export-file'))
      .action((file: string | undefined) => {
        exportData(context, home, file);
        done(EXIT.clean);
      });
    subcommand(command, 'import', context)
      .argument('<file>', t('command.data.import-file'))
      .action(async (file: string) => {
        await importData(context, home, file);
        done(EXIT.clean);
      });
    subcommand(command, 'erase', context)
      .option('-y, --yes', t('command.data.yes'))
      .action(async ({ yes }: { readonly yes?: true }) => {
        done(await eraseData(context, home, yes === true));
      });
  },
};

function exportData(context: CommandContext, home: Home, file: string | undefined): void {
  const { io, t } = context;
  const entries = openHistory(context, home, { needed: true });
  const answers = onDisk(context, home.answers, 'session.cannot-read', () => keptAnswers(home));
  const ticks = onDisk(context, home.checklist, 'session.cannot-read', () => readTicks(home.checklist));
  const drafts = keptDrafts(home.drafts);
  const text = exportText(entries, answers, new Date(io.now()).toISOString(), { ticks, drafts });
  if (file === undefined || file === STDIN) {
    io.stdout.write(text);
    return;
  }
  const path = resolve(io.cwd, file);
  if (existsSync(path)) throw new InputError(t('session.file-exists', { path: visibleLine(file) }));
  onDisk(context, path, 'lint.cannot-write', () => writeText(path, text));
  // Of each item the last word counts.
  const ticked = newerTicks([], ticks).length;
  const counts = { answers: entries.length, files: answers.size, drafts: drafts.length, ticks: ticked };
  io.stderr.write(`${t('data.exported', { path: visibleLine(path), ...counts })}\n`);
}

async function importData(context: CommandContext, home: Home, file: string): Promise<void> {
  const { io, t } = context;
  const history = openHistory(context, home, { needed: true });
  const present = new Set(history.map(entryKey));
  const { readExport, LARGEST } = await import('../../store/export-file.js'); // brings zod and yaml
  const source = file === STDIN ? await readStdin(io.stdin, LARGEST) : resolve(io.cwd, file);
  const shown = file === STDIN ? 'stdin.json' : visibleLine(file);
  const { entries, answers, ticks, drafts } = readExport(source, shown, t);
  const fresh = entries.filter((entry) => !present.has(entryKey(entry)));
  const added = writingHome(context, home.folder, () => {
    makeFolder(home.answers);
    // First, for ticks that are there already can be brought again.
    const newer = newerTicks(readTicks(home.checklist), ticks);
    keepTicks(home.checklist, newer);
    const undo: (() => void)[] = [];
    try {
      const unfinished = addDrafts(home.drafts, drafts.filter(isUnfinished([...history, ...entries])));
      undo.push(unfinished.undo);
      const files = addAnswers(home, answers);
      undo.push(files.undo);
      appendBatch(home.journal, fresh);
      return { files: files.added, drafts: unfinished.added, ticks: newer.filter(({ done }) => done).length };
    } catch (error) {
      for (const takeBack of undo) takeBack();
      throw error;
    }
  });
  const known = entries.length - fresh.length;
  io.stderr.write(`${t('data.imported', { answers: fresh.length, files: added.files, known })}\n`);
  if (added.drafts + added.ticks > 0) io.stderr.write(`${t('data.imported-too', added)}\n`);
}

/** An answer that its session gave after the draft was written needs the draft no more. */
function isUnfinished(entries: readonly JournalEntry[]): (draft: Draft) => boolean {
  return ({ session, question, at }) =>
    !entries.some((entry) => entry.session === session && entry.question === question && entry.at >= at);
}

async function eraseData(context: CommandContext, home: Home, sure: boolean): Promise<number> {
  const { io, t } = context;
  const found = onDisk(context, home.folder, 'session.cannot-read', () => erasable(home));
  if (!found.journal && !found.checklist && found.answers.length + found.drafts.length === 0) {
    io.stderr.write(`${t('data.nothing', { path: visibleLine(home.folder) })}\n`);
    return EXIT.clean;
  }
  if (!sure) {
    const agreed = await askErase(context, home, found.answers.length);
    if (agreed === null) return EXIT.interrupted;
    if (!agreed) return EXIT.clean;
  }
  onDisk(context, home.folder, 'lint.cannot-write', () => eraseKept(home, found));
  io.stderr.write(`${t('data.erased', { path: visibleLine(home.folder) })}\n`);
  return EXIT.clean;
}

/** @returns null where the question was left with Ctrl-C */
async function askErase(context: CommandContext, home: Home, files: number): Promise<boolean | null> {
  const { t, paint } = context;
  if (!isAttended(context.io)) throw new InputError(t('data.not-sure'));
  const { openTerminal } = await import('../session-start.js');
  const { choose } = await import('../../terminal/menu.js');
  const chosen = await choose({
    terminal: openTerminal(context, 'data erase'),
    paint,
    message: t('data.sure', { path: visibleLine(home.folder), files }),
    keys: t('session.keys'),
    items: (['keep', 'erase'] as const).map((value) => ({ value, name: t(`data.${value}`) })),
  });
  return chosen === null ? null : chosen === 'erase';
}
