import type { Translate } from '../content/messages.js';
import { InputError } from '../content/problems.js';
import { STDIN } from './stdin.js';

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
  // What is written would be checked again, and again.
  ['watch', 'fix'],
  ['watch', 'fixDryRun'],
  ['watch', 'updateBaseline'],
  ['watch', 'showFiles'],
  // A list of files is no report, and nothing is checked for it.
  ['showFiles', 'format'],
  ['showFiles', 'outputFile'],
  ['showFiles', 'fix'],
  ['showFiles', 'fixDryRun'],
  ['showFiles', 'updateBaseline'],
];

/** Options that mean files of a folder. */
const NOT_STDIN: readonly string[] = ['changed', 'staged', 'fix', 'fixDryRun', 'watch'];

/** Options that change another, without which they are forgotten words. */
const NEEDS: readonly (readonly [string, string])[] = [
  ['updateBaseline', 'baseline'],
  ['cacheLocation', 'cache'],
];

/** @throws InputError where two things are asked for that do not go together */
export function refuseClashes(paths: readonly string[], options: object, t: Translate): void {
  const given = new Map(
    Object.entries(options).filter(([, value]) => value !== undefined && value !== false),
  );
  for (const [one, other] of CLASHES)
    if (given.has(one) && given.has(other))
      throw new InputError(t('lint.clash', { one: flag(one), other: flag(other) }));
  for (const [one, other] of NEEDS)
    if (given.has(one) && !given.has(other))
      throw new InputError(t('lint.needs', { one: flag(one), other: flag(other) }));
  if (given.has('stdinFilename') && !paths.includes(STDIN))
    throw new InputError(t('lint.needs', { one: flag('stdinFilename'), other: STDIN }));
  const files = NOT_STDIN.find((name) => given.has(name));
  if (files !== undefined && paths.includes(STDIN))
    throw new InputError(t('lint.clash', { one: flag(files), other: STDIN }));
}

function flag(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
