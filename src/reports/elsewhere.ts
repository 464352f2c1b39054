import { visibleLine } from '../content/visible.js';
import type { LintFinding, Place } from './types.js';

/** A place in another file, as messages name it. */
export function placeText({ path, line }: Place): string {
  return `${visibleLine(path)}:${line}`;
}

/**
 * The message of a finding, the other file in it named as the report names files.
 *
 * @param pathOf the name of a file of the result in the report
 */
export function messageOf(
  { message, elsewhere }: Pick<LintFinding, 'message' | 'elsewhere'>,
  pathOf: (path: string) => string,
): string {
  if (elsewhere === undefined) return message;
  const { path, line } = elsewhere;
  return message.replace(placeText(elsewhere), () => placeText({ path: pathOf(path), line }));
}
