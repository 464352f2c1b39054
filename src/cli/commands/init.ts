import { join, resolve } from 'node:path';
import { nearest } from '../../content/nearest.js';
import { InputError } from '../../content/problems.js';
import type { Bank } from '../../content/types.js';
import { visibleLine, visibleName } from '../../content/visible.js';
import { withBanks } from '../../store/content.js';
import { createFile, obstacleTo } from '../../store/create-file.js';
import { shownPath, slashes } from '../../store/shown-path.js';
import { isAttended } from '../attended.js';
import { details } from '../commander-texts.js';
import type { CommandModule } from '../commands.js';
import type { CommandContext } from '../context.js';
import { otherRole, type PlannedFile, planFiles } from '../init/plan.js';
import { onDisk } from '../on-disk.js';
import { type BankFlags, bankOptions, configuredBanks, openBanks } from '../own-banks.js';
import { EXIT } from '../run.js';
import { quotedPath, typedCommand } from '../typed-command.js';

interface Options extends BankFlags {
  readonly dir?: string;
  readonly dryRun?: boolean;
}

export const command: CommandModule = {
  declare: (command, context, done) => {
    const { t } = context;
    command
      .argument('[role]', t('command.init.role'))
      .option('--dir <path>', t('command.init.dir'))
      .option('--dry-run', t('command.init.dry-run'))
      .addHelpText('after', details(t('command.init.details')))
      .action(async (role: string | undefined, options: Options) => {
        done(await init(role, options, context));
      });
    for (const option of bankOptions(context)) command.addOption(option);
  },
};

async function init(role: string | undefined, options: Options, outer: CommandContext): Promise<number> {
  const { io, t } = outer;
  const folder = resolve(io.cwd, options.dir ?? '.');
  const typed = await openBanks(outer, options.bank);
  const configured = await configuredBanks(folder, options, { ...outer, content: typed });
  const content = withBanks(
    typed,
    configured.flatMap(({ banks }) => banks),
  );
  const context = { ...outer, content };
  const bank = await bankOf(role, context);
  if (bank === null) return EXIT.interrupted;
  const banks = [
    ...(options.bank ?? []).map((path) => resolve(io.cwd, path)),
    ...configured.flatMap(({ paths }) => paths),
  ];
  const files = planFiles({ folder, bank, banks: [...new Set(banks)] }, context);
  refuseObstacles(files, context);
  const there = otherRole(files, bank);
  for (const file of files) {
    // A stage that the other role has not would be the only one of this role.
    if (there !== null && file.instead === null) continue;
    io.stdout.write(await make(file, options.dryRun === true, context));
  }
  if (there !== null) {
    const own = visibleLine(join(options.dir ?? '', bank.role));
    const command = typedCommand(io, 'init', bank.role, '--dir', quotedPath(own));
    io.stderr.write(`${t('init.second-role', { there, command, answers: `${slashes(own)}/answers/` })}\n`);
    return EXIT.clean;
  }
  const where = options.dir === undefined ? [] : [quotedPath(visibleLine(options.dir))];
  const next = t('init.next', { command: typedCommand(io, 'lint', ...where) });
  io.stderr.write(`${options.dryRun ? t('init.nothing-written') : next}\n`);
  return EXIT.clean;
}

/** @throws InputError with all places that the file system keeps to itself, before anything is written */
function refuseObstacles(files: readonly PlannedFile[], { io, t }: CommandContext): void {
  const said = files.flatMap(({ path, instead }) => {
    const found = instead === null ? obstacleTo(path) : null;
    if (found === null) return [];
    const shown = visibleLine(shownPath(found.path, io.cwd));
    return found.code === 'ENOTDIR'
      ? t('content.file.not-folder', { path: shown })
      : t('lint.cannot-write', { path: shown, code: found.code });
  });
  if (said.length > 0) throw new InputError([...new Set(said)].join('\n'));
}

/** @returns the line that says what became of the file */
async function make(
  { path, text, instead }: PlannedFile,
  dryRun: boolean,
  { io, t, paint }: CommandContext,
): Promise<string> {
  const shown = (file: string) => visibleLine(shownPath(file, io.cwd));
  const line = (key: string, file: string) => `${t(`init.${key}`, { path: paint('cyan', shown(file)) })}\n`;
  if (instead !== null) return line('there', instead);
  if (dryRun) return line('would', path);
  const written = await text();
  const made = onDisk({ t }, shown(path), 'lint.cannot-write', () => createFile(path, written));
  return line(made ? 'made' : 'there', path);
}

/** The bank of a role; without one, that of the only role, or it is asked for. Null: the menu was left. */
async function bankOf(role: string | undefined, context: CommandContext): Promise<Bank | null> {
  const { io, content, t } = context;
  const roles = content.index.banks.map((known) => known.role);
  const only = roles.length === 1 ? roles[0] : undefined;
  const wanted = role ?? only;
  if (wanted === undefined) {
    if (!isAttended(io))
      throw new InputError(t('init.no-role'), { advice: t('init.roles', { roles: roles.join(', ') }) });
    const { chooseRole, openTerminal } = await import('../session-start.js');
    return chooseRole(context, openTerminal(context, 'init'), undefined);
  }
  const bank = content.bank(wanted);
  if (bank !== null) return bank;
  const near = nearest(wanted, roles);
  throw new InputError(t('init.unknown-role', { role: visibleName(wanted) }), {
    advice: near === null ? t('init.roles', { roles: roles.join(', ') }) : t('lint.did-you-mean', { near }),
  });
}
