import { Option } from 'commander';
import type { Guide } from '../../content/guide-types.js';
import { localText } from '../../content/localized.js';
import { beside } from '../../reports/answer-layout.js';
import type { GuidePage } from '../../reports/guide-page.js';
import { readTicks, type Ticks, tickedItems } from '../../store/checklist.js';
import { homeOf } from '../../store/home.js';
import { columnsOf } from '../../terminal/window.js';
import { details } from '../commander-texts.js';
import type { CommandModule } from '../commands.js';
import type { CommandContext } from '../context.js';
import { chooseGuideRole, chooseTopic, doneText, guideRoles } from '../guide/choose-guide.js';
import { onDisk } from '../on-disk.js';
import { EXIT } from '../run.js';
import { plainOption } from '../session-start.js';
import { showsUnicode } from '../shows-unicode.js';
import { typedCommand } from '../typed-command.js';

interface Flags {
  readonly format: 'text' | 'md' | 'html';
  readonly list?: true;
  readonly tick?: readonly string[];
  readonly untick?: readonly string[];
  readonly checklist?: true;
  readonly pager: boolean;
  readonly plain?: true;
}

export const command: CommandModule = {
  declare: (command, context, done) => {
    const { t } = context;
    command
      .argument('[role]', t('command.guide.role'))
      .argument('[topic]', t('command.guide.topic'))
      .addOption(
        new Option('-f, --format <name>', t('command.guide.format'))
          .choices(['text', 'md', 'html'])
          .default('text'),
      )
      .option('-l, --list', t('command.guide.list'))
      .option('--tick <item...>', t('command.guide.tick'))
      .option('--untick <item...>', t('command.guide.untick'))
      .option('--checklist', t('command.guide.checklist'))
      .option('--no-pager', t('command.guide.no-pager'))
      .addOption(plainOption(context))
      .addHelpText('after', details(t('command.guide.details')))
      .action(async (role: string | undefined, topic: string | undefined, flags: Flags) => {
        done(await guide(context, { role, topic }, flags));
      });
  },
};

async function guide(
  context: CommandContext,
  {
    role: typedRole,
    topic: typedTopic,
  }: { readonly role: string | undefined; readonly topic: string | undefined },
  flags: Flags,
): Promise<number> {
  const { io, content } = context;
  const path = homeOf(io.env, io.cwd).checklist;
  const ticks = onDisk(context, path, 'session.cannot-read', () => readTicks(path));
  if (flags.list) {
    const role = typedRole === undefined ? null : await chooseGuideRole(context, typedRole);
    io.stdout.write(list(context, role, ticks));
    return EXIT.clean;
  }
  const role = await chooseGuideRole(context, typedRole);
  if (role === null) return EXIT.interrupted;
  // A document may hold all guides of a role; a page of the terminal is one of them.
  if (flags.format !== 'text' && typedTopic === undefined && flags.tick === undefined && !flags.checklist) {
    const guides = content.guides().filter((known) => known.role === role);
    const pages = guides.flatMap(({ topic }) => pageOf(content.guide(role, topic), ticks));
    io.stdout.write(await document(pages, flags.format, context));
    return EXIT.clean;
  }
  const topic = await chooseTopic(context, { role, topic: typedTopic, ticks });
  if (topic === null) return EXIT.interrupted;
  const [page] = pageOf(content.guide(role, topic), ticks);
  if (page === undefined) throw new Error(`no guide ${role}.${topic}`);
  if (flags.checklist || flags.tick !== undefined || flags.untick !== undefined)
    return changeTicks(page, { flags, path }, context);
  if (flags.format !== 'text') {
    io.stdout.write(await document([page], flags.format, context));
    return EXIT.clean;
  }
  const { guideText } = await import('../../reports/guide-text.js');
  const { showPaged } = await import('../pager.js');
  const text = guideText(page, { ...pageOptions(page.guide, context), ...textOptions(context) });
  await showPaged(text, context, flags.pager && flags.plain !== true);
  return EXIT.clean;
}

/** Ticks items, those named or those chosen in a list, and says how much of the checklist is done. */
async function changeTicks(
  page: GuidePage,
  { flags, path }: { readonly flags: Flags; readonly path: string },
  context: CommandContext,
): Promise<number> {
  const { guide: shown, ticked } = page;
  const { askTicks, itemsNamed, keepChanges } = await import('../guide/tick.js');
  const named = {
    tick: itemsNamed(shown, flags.tick ?? [], context),
    untick: itemsNamed(shown, flags.untick ?? [], context),
  };
  const changes = flags.checklist ? await askTicks(shown, ticked, context) : named;
  if (changes === null) return EXIT.interrupted;
  const after = keepChanges(shown, { ticked, changes, path }, context);
  const { checklistText } = await import('../../reports/guide-text.js');
  context.io.stdout.write(checklistText({ guide: shown, ticked: after }, textOptions(context)));
  return EXIT.clean;
}

function pageOf(shown: Guide | null, ticks: Ticks): GuidePage[] {
  return shown === null ? [] : [{ guide: shown, ticked: tickedItems(ticks, shown.role, shown.topic) }];
}

function pageOptions({ role }: Guide, context: CommandContext) {
  const { language, t } = context;
  const name = guideRoles(context).find((known) => known.role === role)?.name ?? role;
  return { language, t, role: name };
}

function textOptions({ io, paint, language, t }: CommandContext) {
  return {
    language,
    t,
    paint,
    columns: columnsOf(io.stdout),
    unicode: showsUnicode(io.env),
    typedCommand: (...words: readonly string[]) => typedCommand(io, ...words),
  };
}

async function document(
  pages: readonly GuidePage[],
  format: 'md' | 'html',
  context: CommandContext,
): Promise<string> {
  const [first] = pages;
  if (first === undefined) return '';
  const options = pageOptions(first.guide, context);
  if (format === 'md') return (await import('../../reports/guide-markdown.js')).guideMarkdown(pages, options);
  return (await import('../../reports/guide-html.js')).guideHtml(pages, options);
}

/** Guides by role, with how much of each checklist is done. */
function list(context: CommandContext, only: string | null, ticks: Ticks): string {
  const { io, content, language, paint } = context;
  const guides = content.guides();
  const width = Math.max(0, ...guides.map(({ topic }) => topic.length));
  return guideRoles(context)
    .filter(({ role }) => only === null || role === only)
    .map(({ role, name }) => {
      const lines = guides
        .filter((known) => known.role === role)
        .map((known) => {
          const done = paint('dim', doneText(known, ticks, context));
          const topic = `  ${paint('cyan', known.topic.padEnd(width))}  `;
          return `${beside(topic, `${localText(known.title, language)}  ${done}`, io.stdout.columns ?? null)}\n`;
        });
      return `${paint('bold', name)} (${role})\n${lines.join('')}`;
    })
    .join('\n');
}
