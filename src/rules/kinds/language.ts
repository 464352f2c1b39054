import { wholeAnswer } from '../place.js';
import type { Kind } from '../types.js';

/** The answer is in no language that can be read. */
export const language: Kind<Record<string, never>> = {
  kind: 'language',
  create: () => (reading) =>
    reading.document.language === null && /\p{L}/u.test(reading.document.text)
      ? [{ span: wholeAnswer(reading) }]
      : [],
};
