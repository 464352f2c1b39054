import { localText } from '../../content/localized.js';
import type { Localized } from '../../content/types.js';
import { piecesOf, shares } from '../pieces.js';
import type { Kind } from '../types.js';

export interface ProportionOptions {
  /** Fewest words of an answer in which shares mean something. */
  readonly leastWords: number;
  /** Message where a part takes more than its share. */
  readonly much: Localized;
  /** Message where a part takes less than its share. */
  readonly little: Localized;
}

/**
 * A part takes more, or less, of the text than the framework grants it: `{part}`, `{percent}`. The share is the one
 * that the bars of a report show.
 */
export const proportion: Kind<ProportionOptions> = {
  kind: 'proportion',
  settable: { keys: ['leastWords'] },
  create:
    ({ leastWords, much, little }) =>
    (reading, { interfaceLanguage }) => {
      if (reading.document.wordCount < leastWords) return [];
      const { parts } = reading.framework;
      const limited = parts.filter(({ share }) => share !== undefined);
      if (limited.length === 0) return [];
      const taken = shares(piecesOf(reading));
      return limited.flatMap((part) => {
        const span = reading.parts.find((read) => read.part === part.id && read.state === 'present')
          ?.spans[0];
        if (span === undefined) return [];
        const percent = taken.get(part.id) ?? 0;
        const least = Math.round(100 * (part.share?.least ?? 0));
        const most = Math.round(100 * (part.share?.most ?? 1));
        if (percent >= least && percent <= most) return [];
        const values = { part: localText(part.name, interfaceLanguage), percent };
        return [{ span, values, message: percent > most ? much : little, ask: part.ask }];
      });
    },
};
