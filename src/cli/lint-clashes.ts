import type { Translate } from '../content/messages.js';
import { InputError } from '../content/problems.js';
import { STDIN } from './lint-files.js';

/** Options of which one makes no sense with the other. */
const CLASHES: readonly (readonly [string, string])[] = [
  ['changed', 'staged'],
  ['fix', 'fixDryRun'],
  // What is staged is not what would be written.
  ['staged', 'fix'],
  ['staged', 'fixDryRun'],
  // A part of the findings would be taken for all of them.
  ['updateBaseline', 'changed'],
  ['updateBaseline', 'staged'],
];

/** Options that mean files of a folder. */
const NOT_STDIN: readonly string[] = ['changed', 'staged', 'fix', 'fixDryRun'];

/** @throws InputError where two things are asked for that do not go together */
export function refuseClashes(paths: readonly string[], options: object, t: Translate): void {
  const given = new Map(
    Object.entries(options).filter(([, value]) => value !== undefined && value !== false),
  );
  for (const [one, other] of CLASHES)
    if (given.has(one) && given.has(other))
      throw new InputError(t('lint.clash', { one: flag(one), other: flag(other) }));
  if (given.has('updateBaseline') && !given.has('baseline'))
    throw new InputError(t('lint.needs', { one: flag('updateBaseline'), other: flag('baseline') }));
  const files = NOT_STDIN.find((name) => given.has(name));
  if (files !== undefined && paths.includes(STDIN))
    throw new InputError(t('lint.clash', { one: flag(files), other: STDIN }));
}

function flag(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
