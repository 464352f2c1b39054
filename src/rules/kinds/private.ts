import { localText } from '../../content/localized.js';
import type { Localized } from '../../content/types.js';
import { outside } from '../place.js';
import { plainTexts } from '../plain-texts.js';
import { findPrivateData, type PrivateKind } from '../private-data.js';
import type { Kind, OwnWords } from '../types.js';

export interface PrivateOptions extends Pick<OwnWords, 'allow'> {
  /** What is looked for, with the words for it: `{what}` in the message. */
  readonly names: Readonly<Partial<Record<PrivateKind, Localized>>>;
}

/** Letters of the data that a message may show: enough to find it, too few to pass it on. */
const SHOWN = 3;

/** Personal data of somebody. The message shows only its beginning, `{masked}`: logs are read by many. */
export const privateData: Kind<PrivateOptions> = {
  kind: 'private',
  settable: { allow: 'text' },
  create:
    ({ names, allow = [] }) =>
    ({ document: { text } }, { interfaceLanguage }) =>
      outside(findPrivateData(text), plainTexts(text, allow)).flatMap(({ kind, start, end }) => {
        const name = names[kind];
        if (name === undefined) return [];
        const masked = `${text.slice(start, start + SHOWN).trimEnd()}…`;
        return [{ span: { start, end }, values: { what: localText(name, interfaceLanguage), masked } }];
      }),
};
