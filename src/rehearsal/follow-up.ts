import type { PartState } from '../analysis/types.js';
import type { Framework, Localized } from '../content/types.js';

/**
 * What an interviewer asks to hear what was not said: the question of the first part that is missing or empty, else
 * of the first one that can only be guessed.
 *
 * @param parts part → state; none where the question asks for no structure
 * @returns null where every part is there
 */
export function followUpOn(
  framework: Framework,
  parts: Readonly<Record<string, PartState>>,
): Localized | null {
  const weak =
    framework.parts.find(({ id }) => parts[id] === 'missing' || parts[id] === 'empty') ??
    framework.parts.find(({ id }) => parts[id] === 'implied');
  return weak?.ask ?? null;
}
