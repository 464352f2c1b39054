import { expect, test } from 'vitest';
import { onwardText } from '../../src/terminal/onward-text.js';
import { style } from './text-style.js';

const COMMANDS = [
  ['star-coach practice support-manager', 'more'],
  ['star-coach progress', 'progress'],
] as const;

test('what a command does stands beside it where there is room', () => {
  expect(onwardText(COMMANDS, style('en', 60))).toBe(
    'What next\n  star-coach practice support-manager – more questions\n  star-coach progress – how you are getting on',
  );
});

test.each(['en', 'ru'])('in a narrow window it stands below, and no word is broken: %s', (language) => {
  const text = onwardText(COMMANDS, style(language, 38));
  expect(text).toContain('\n  star-coach practice support-manager\n    ');
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(38);
  const words = (shown: string) => shown.split(/[\s–—]+/);
  expect(words(text)).toEqual(words(onwardText(COMMANDS, style(language, 100))));
});
