import { resolve } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import { nearest } from '../../content/nearest.js';
import { InputError } from '../../content/problems.js';
import { visibleLine, visibleName } from '../../content/visible.js';
import { isoDay } from '../../rehearsal/periods.js';
import { type Progress, progressOf } from '../../rehearsal/progress.js';
import type { PracticeRecord } from '../../rehearsal/record.js';
import { ASCII_MARKS, UNICODE_MARKS } from '../../reports/bars.js';
import { progressText } from '../../reports/progress-text.js';
import { homeOf } from '../../store/home.js';
import { shownUnder } from '../../store/shown-path.js';
import { details } from '../commander-texts.js';
import type { CommandModule } from '../commands.js';
import type { CommandContext } from '../context.js';
import { dayOf } from '../days.js';
import { openHistory } from '../history.js';
import { type BankFlags, bankOptions, openAllBanks } from '../own-banks.js';
import { progressNames } from '../progress/names.js';
import { parseSince } from '../progress/since.js';
import { oneOf } from '../question-filter.js';
import { EXIT } from '../run.js';
import { showsUnicode } from '../shows-unicode.js';
import { practiceCommand } from '../typed-command.js';
import { writePage } from '../write-page.js';

const FORMATS = ['text', 'json', 'csv'] as const;

interface Flags extends BankFlags {
  readonly role?: string;
  readonly since?: string;
  readonly format: (typeof FORMATS)[number];
  readonly html?: string;
  readonly ascii?: true;
}

export const command: CommandModule = {
  declare: (command, context, done) => {
    const { t } = context;
    command
      .option('--role <role>', t('command.progress.role'))
      .addOption(
        new Option('--since <date>', t('command.progress.since')).argParser((text) => {
          if (parseSince(text, 0) === null) throw new InvalidArgumentError(t('command.progress.not-a-date'));
          return text;
        }),
      )
      .addOption(
        oneOf('--format <name>', t('command.progress.format'), { known: FORMATS, t }).default('text'),
      )
      .option('--html <file>', t('command.progress.html'))
      .option('--ascii', t('command.progress.ascii'))
      .addHelpText('after', details(t('command.progress.examples')))
      .action(async (flags: Flags) => {
        done(await progress({ ...context, content: await openAllBanks(context, flags) }, flags));
      });
    for (const option of bankOptions(context)) command.addOption(option);
  },
};

async function progress(context: CommandContext, flags: Flags): Promise<number> {
  const { io, t } = context;
  const { role } = flags;
  const since = flags.since === undefined ? null : parseSince(flags.since, io.now());
  const history = openHistory(context, homeOf(io.env, io.cwd), { needed: true });
  const roles = rolesOf(context, history, role);
  const records = history.filter((record) => roles.includes(record.role));
  if (records.length === 0)
    io.stderr.write(
      `${t('progress.empty')}\n${t('progress.begin', { command: practiceCommand(io, role, flags) })}\n`,
    );
  const shown = since === null ? records : records.filter(({ at }) => Date.parse(at) >= since);
  const all = roles.map((name) => progressFor(context, { records, role: name, since }));
  const names = progressNames(context);
  const today = isoDay(dayOf(io.now()));
  if (flags.html !== undefined) {
    const { progressHtml } = await import('../../reports/progress-html.js');
    const path = resolve(io.cwd, flags.html);
    writePage(context, path, progressHtml(all, { names, generated: today }));
    io.stderr.write(`${t('progress.written', { path: visibleLine(shownUnder(path, io.env.HOME)) })}\n`);
    if (flags.format === 'text') return EXIT.clean;
  }
  if (flags.format === 'json') {
    const { progressJson } = await import('../../reports/progress-json.js');
    io.stdout.write(
      progressJson(all, {
        generated: new Date(io.now()).toISOString(),
        since: since === null ? null : new Date(since).toISOString(),
      }),
    );
  } else if (flags.format === 'csv') {
    const { progressCsv } = await import('../../reports/progress-csv.js');
    io.stdout.write(progressCsv(shown));
  } else {
    const { paint } = context;
    const marks = flags.ascii || !showsUnicode(io.env) ? ASCII_MARKS : UNICODE_MARKS;
    const columns = io.stdout.columns ?? 80;
    const practise = (name: string) => practiceCommand(io, name, flags);
    const options = { names, paint, columns, marks, practise };
    io.stdout.write(all.map((own) => progressText(own, options)).join('\n'));
  }
  return EXIT.clean;
}

function progressFor(
  { io, content }: CommandContext,
  {
    records,
    role,
    since,
  }: {
    readonly records: readonly PracticeRecord[];
    readonly role: string;
    readonly since: number | null;
  },
): Progress {
  const written = content.index.frameworks.filter((id) => !content.framework(id).spoken);
  return progressOf(
    records.filter((record) => record.role === role),
    { bank: content.bank(role), role, now: io.now(), since, written: new Set(written), dayOf },
  );
}

/**
 * The roles of a history, the last practised first; or the one asked for.
 *
 * @throws InputError on one that neither the history nor a bank knows
 */
function rolesOf(
  { content, t }: CommandContext,
  history: readonly PracticeRecord[],
  role: string | undefined,
): string[] {
  const latest = history.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  const practised = [...new Set(latest.map((record) => record.role))];
  if (role === undefined) return practised;
  if (practised.includes(role)) return [role];
  const known = [...new Set([...practised, ...content.index.banks.map((bank) => bank.role)])];
  if (known.includes(role)) return [];
  const near = nearest(role, known);
  throw new InputError(t('session.no-such-role', { role: visibleName(role), roles: known.join(', ') }), {
    ...(near === null ? {} : { advice: t('session.did-you-mean', { name: near }) }),
  });
}
