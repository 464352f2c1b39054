import { nearest } from '../content/nearest.js';
import { InputError } from '../content/problems.js';
import { isRuleLevel, RULE_LEVELS, type RuleLevel } from '../content/severities.js';
import { visibleName } from '../content/visible.js';
import type { CommandContext } from './context.js';
import { typedCommand } from './typed-command.js';

export interface RuleFlags {
  /** `name:severity`. */
  readonly rule?: readonly string[];
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
}

/** Names of rules as an option takes them: with commas between them. An empty list is one empty name. */
export function namesOfRules(typed: string): readonly string[] {
  const names = typed.split(',').map((id) => id.trim());
  const given = names.filter((id) => id !== '');
  return given.length === 0 ? [''] : given;
}

/** What a command line says of rules. */
interface ChosenRules {
  /** The levels that `--rule name:severity` and `--skip name` ask for. */
  readonly levels: ReadonlyMap<string, RuleLevel>;
  /** The rules that run; null: all of them. */
  readonly only: ReadonlySet<string> | null;
}

/**
 * The rules that a command line chooses.
 *
 * @throws InputError on severities and rules that do not exist, all at once, each with a name that is near
 */
export function chosenRules(
  { rule = [], only, skip = [] }: RuleFlags,
  known: readonly string[],
  { io, t }: Pick<CommandContext, 'io' | 't'>,
): ChosenRules {
  const wrong = new Set<string>();
  let allNear = true;
  const name = (id: string): string => {
    if (known.includes(id)) return id;
    const near = nearest(id, known);
    allNear &&= near !== null;
    const problem = t('lint.no-such-rule', { rule: visibleName(id) });
    wrong.add(near === null ? problem : `${problem}. ${t('lint.did-you-mean', { near })}`);
    return id;
  };
  const levels = new Map<string, RuleLevel>();
  for (const value of rule) {
    const colon = value.lastIndexOf(':');
    const level = value.slice(colon + 1);
    const id = colon < 0 ? null : name(value.slice(0, colon));
    if (id !== null && isRuleLevel(level)) levels.set(id, level);
    else wrong.add(t('lint.bad-rule-option', { value: visibleName(value), levels: RULE_LEVELS.join(', ') }));
  }
  for (const id of skip) levels.set(name(id), 'off');
  const chosen = only === undefined ? null : new Set(only.map(name));
  if (wrong.size > 0)
    throw new InputError(
      [...wrong].join('\n'),
      allNear ? {} : { advice: t('lint.list-rules', { command: typedCommand(io, 'rules') }) },
    );
  return { levels, only: chosen };
}
