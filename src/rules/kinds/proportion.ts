import type { Reading } from '../../analysis/types.js';
import { localText } from '../../content/localized.js';
import type { FrameworkPart, Localized } from '../../content/types.js';
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
 * A part takes more, or less, of the answer than the framework grants it: `{part}`, `{percent}`. Counted in
 * words of the clauses that carry a part; greetings and remarks count for nothing.
 */
export const proportion: Kind<ProportionOptions> = {
  kind: 'proportion',
  settable: { keys: ['leastWords'] },
  create:
    ({ leastWords, much, little }) =>
    (reading, { interfaceLanguage }) => {
      if (reading.document.wordCount < leastWords) return [];
      const words = wordsByLabel(reading);
      const wordsOf = ({ label, shows }: FrameworkPart): number =>
        [label, ...shows].reduce((sum, name) => sum + (words.get(name) ?? 0), 0);
      const { parts } = reading.framework;
      const all = parts.reduce((sum, part) => sum + wordsOf(part), 0);
      return parts.flatMap((part) => {
        const span = reading.parts.find((read) => read.part === part.id && read.state === 'present')
          ?.spans[0];
        if (part.share === undefined || span === undefined) return [];
        const share = wordsOf(part) / all;
        const { least = 0, most = 1 } = part.share;
        if (share >= least && share <= most) return [];
        const values = {
          part: localText(part.name, interfaceLanguage),
          percent: Math.round(share * 100),
        };
        return [{ span, values, message: share > most ? much : little, ask: part.ask }];
      });
    },
};

function wordsByLabel({ sentences }: Reading): Map<string, number> {
  const words = new Map<string, number>();
  for (const { clauses } of sentences)
    for (const { label, clause } of clauses) {
      let count = 0;
      for (let at = 0; at < clause.tokens.length; at++) if (clause.tokens[at]?.kind !== 'mark') count += 1;
      words.set(label, (words.get(label) ?? 0) + count);
    }
  return words;
}
