import type { LanguageCode } from '../text/types.js';
import type { Localized } from './types.js';

/** A text in a language, else in English, else in any it has. */
export function localText(text: Localized, language: LanguageCode): string {
  return text[language] ?? text.en ?? Object.values(text)[0] ?? '';
}
