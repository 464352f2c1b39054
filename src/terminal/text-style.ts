import { localText } from '../content/localized.js';
import type { Translate } from '../content/messages.js';
import type { Localized } from '../content/types.js';
import { visible } from '../content/visible.js';
import type { Paint } from '../reports/types.js';
import type { LanguageCode } from '../text/types.js';

/** What the texts of a session are made with. */
export interface TextStyle {
  readonly language: LanguageCode;
  readonly t: Translate;
  readonly paint: Paint;
  readonly columns: number;
}

/** A text of a bank in the language of the interface, else in any it has; safe to show. */
export function inLanguage(text: Localized, language: LanguageCode): string {
  return visible(localText(text, language));
}
