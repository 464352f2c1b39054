import stringWidth from 'string-width';
import type { TextStyle } from './text-style.js';
import { wrap } from './wrap.js';

/** A command as it is typed, and the name of the text that says what it does. */
export type OnwardCommand = readonly [command: string, what: 'more' | 'finish' | 'progress'];

/**
 * Where to go on after a session. A command is never broken, so that it can be copied; what it does stands beside it,
 * or below it in a window too narrow for both.
 */
export function onwardText(
  commands: readonly OnwardCommand[],
  { t, paint, columns }: Pick<TextStyle, 't' | 'paint' | 'columns'>,
): string {
  const lines = commands.map(([command, name]) => {
    const what = t(`session.onward.${name}`);
    const line = `  ${t('session.onward.line', { command, what })}`;
    return stringWidth(line) <= columns ? line : `  ${command}\n${wrap(what, columns, '    ')}`;
  });
  return [paint('bold', t('session.onward.title')), ...lines].join('\n');
}
