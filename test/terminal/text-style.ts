import { translator } from '../../src/content/messages.js';
import type { TextStyle } from '../../src/terminal/text-style.js';
import { content } from '../support/content.js';

/** Texts in a language for a window of some columns, without paint. */
export function style(language: string, columns = 100): TextStyle {
  return {
    language,
    columns,
    t: translator(content.messages(language), language),
    paint: (_, text) => text,
  };
}
