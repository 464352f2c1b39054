import type { GuideSummary } from '../../content/guide-types.js';
import { localText } from '../../content/localized.js';
import { nearest } from '../../content/nearest.js';
import { InputError } from '../../content/problems.js';
import { visibleName } from '../../content/visible.js';
import { type Ticks, tickedItems } from '../../store/checklist.js';
import { choose } from '../../terminal/menu.js';
import { isAttended } from '../attended.js';
import type { CommandContext } from '../context.js';
import { openTerminal } from '../session-start.js';
import { typedCommand } from '../typed-command.js';

/** Roles that have guides, as they are asked for and as people call them. */
export function guideRoles({ content, language }: CommandContext): { role: string; name: string }[] {
  const roles = [...new Set(content.guides().map(({ role }) => role))];
  return roles.map((role) => {
    const bank = content.index.banks.find((known) => known.role === role);
    return { role, name: bank === undefined ? role : localText(bank.name, language) };
  });
}

/**
 * The role that was named; without a name it is asked for.
 *
 * @returns null where the menu was left with Ctrl-C
 * @throws InputError where there is no such role, or nobody to ask
 */
export async function chooseGuideRole(
  context: CommandContext,
  role: string | undefined,
): Promise<string | null> {
  const { content, t, paint } = context;
  const roles = guideRoles(context);
  if (role === undefined) {
    if (!isAttended(context.io)) throw needsNames(context);
    return choose({
      terminal: openTerminal(context, 'guide'),
      paint,
      message: t('guide.which-role'),
      keys: t('session.keys'),
      items: roles.map(({ role: value, name }) => ({ value, name })),
    });
  }
  const names = roles.map((known) => known.role);
  if (names.includes(role)) return role;
  const topic = content.guides().find((guide) => guide.topic === role);
  const near = nearest(role, names);
  const advice =
    topic !== undefined
      ? t('guide.topic-not-role', { command: typedCommand(context.io, 'guide', topic.role, topic.topic) })
      : near === null
        ? t('guide.see-list', { command: typedCommand(context.io, 'guide', '--list') })
        : t('session.did-you-mean', { name: near });
  throw new InputError(t('session.no-such-role', { role: visibleName(role), roles: names.join(', ') }), {
    advice,
  });
}

/**
 * The guide that was named; without a name it is asked for, with how much of each checklist is done.
 *
 * @returns null where the menu was left with Ctrl-C
 * @throws InputError where there is no such guide, or nobody to ask
 */
export async function chooseTopic(
  context: CommandContext,
  {
    role,
    topic,
    ticks,
  }: { readonly role: string; readonly topic: string | undefined; readonly ticks: Ticks },
): Promise<string | null> {
  const { content, t, paint, language } = context;
  const guides = content.guides().filter((guide) => guide.role === role);
  if (topic === undefined) {
    if (!isAttended(context.io)) throw needsNames(context);
    return choose({
      terminal: openTerminal(context, 'guide'),
      paint,
      message: t('guide.which-topic', { count: guides.length }),
      keys: t('session.keys'),
      items: guides.map((guide) => ({
        value: guide.topic,
        name: `${localText(guide.title, language)}  ${paint('dim', doneText(guide, ticks, context))}`,
      })),
    });
  }
  const names = guides.map((guide) => guide.topic);
  if (names.includes(topic)) return topic;
  const near = nearest(topic, names);
  throw new InputError(t('guide.no-topic', { topic: visibleName(topic), role, topics: names.join(', ') }), {
    ...(near === null ? {} : { advice: t('session.did-you-mean', { name: near }) }),
  });
}

/** `3/8`. */
export function doneText(guide: GuideSummary, ticks: Ticks, { t }: Pick<CommandContext, 't'>): string {
  const ticked = tickedItems(ticks, guide.role, guide.topic);
  const done = guide.checklist.filter((id) => ticked.has(id)).length;
  return t('guide.done', { done, of: guide.checklist.length });
}

function needsNames({ io, t }: CommandContext): InputError {
  return new InputError(t('guide.needs-names', { command: typedCommand(io, 'guide', '--list') }));
}
