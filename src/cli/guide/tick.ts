import type { Guide } from '../../content/guide-types.js';
import { localText } from '../../content/localized.js';
import { nearest } from '../../content/nearest.js';
import { InputError } from '../../content/problems.js';
import { visibleName } from '../../content/visible.js';
import { keepTicks, type Tick } from '../../store/checklist.js';
import { tickList } from '../../terminal/tick-list.js';
import { isAttended } from '../attended.js';
import type { CommandContext } from '../context.js';
import { writingHome } from '../on-disk.js';
import { openTerminal } from '../session-start.js';
import { typedCommand } from '../typed-command.js';

/** What shall be ticked in a guide, and no longer be: ids of items. */
interface TickChanges {
  readonly tick: readonly string[];
  readonly untick: readonly string[];
}

/**
 * Ids of the items that were named by id or by number.
 *
 * @throws InputError that names all that do not exist
 */
export function itemsNamed(guide: Guide, names: readonly string[], { t }: CommandContext): string[] {
  const ids = guide.checklist.map(({ id }) => id);
  const found = names.map(
    (name) => ids.find((id, index) => id === name || String(index + 1) === name) ?? null,
  );
  const unknown = names.filter((_, index) => found[index] === null);
  if (unknown.length > 0) {
    const near = nearest(unknown[0] ?? '', ids);
    throw new InputError(
      unknown.map((name) => t('guide.no-item', { item: visibleName(name), topic: guide.topic })).join('\n'),
      {
        advice:
          near === null
            ? t('guide.items', { items: ids.map((id, index) => `${index + 1} ${id}`).join(', ') })
            : t('session.did-you-mean', { name: near }),
      },
    );
  }
  return found.filter((id) => id !== null);
}

/**
 * Keeps what has changed.
 *
 * @returns the ticked items afterwards
 * @throws InputError where it cannot be kept
 */
export function keepChanges(
  guide: Guide,
  {
    ticked,
    changes,
    path,
  }: { readonly ticked: ReadonlySet<string>; readonly changes: TickChanges; readonly path: string },
  { io, t }: CommandContext,
): ReadonlySet<string> {
  const at = new Date(io.now()).toISOString();
  const events = (ids: readonly string[], done: boolean): Tick[] =>
    ids
      .filter((item) => ticked.has(item) !== done)
      .map((item) => ({ at, role: guide.role, topic: guide.topic, item, done }));
  const { tick, untick } = changes;
  writingHome({ t }, path, () => keepTicks(path, [...events(tick, true), ...events(untick, false)]));
  return new Set([...ticked, ...tick].filter((item) => !untick.includes(item)));
}

/**
 * Lets the reader tick items on the terminal.
 *
 * @returns null where it was left with Ctrl-C: nothing has changed then
 * @throws InputError without a terminal
 */
export async function askTicks(
  guide: Guide,
  ticked: ReadonlySet<string>,
  context: CommandContext,
): Promise<TickChanges | null> {
  const { io, t, paint, language } = context;
  if (!isAttended(io)) {
    const command = typedCommand(io, 'guide', guide.role, guide.topic, '--tick', '1');
    throw new InputError(t('guide.no-terminal', { command }));
  }
  const chosen = await tickList({
    terminal: openTerminal(context, 'guide --checklist'),
    paint,
    message: t('guide.tick-off', { title: localText(guide.title, language) }),
    keys: t('guide.tick-keys'),
    numbers: t('guide.tick-numbers'),
    noNumber: t('guide.no-number', { last: guide.checklist.length }),
    items: guide.checklist.map(({ id, text }) => ({
      value: id,
      name: localText(text, language),
      ticked: ticked.has(id),
    })),
  });
  if (chosen === null) return null;
  const ids = guide.checklist.map(({ id }) => id);
  return { tick: chosen, untick: ids.filter((id) => !chosen.includes(id)) };
}
