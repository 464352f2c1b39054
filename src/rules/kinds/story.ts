import type { StoryKind } from '../../analysis/types.js';
import { localText } from '../../content/localized.js';
import type { Localized } from '../../content/types.js';
import { wholeAnswer } from '../place.js';
import type { Kind } from '../types.js';

export interface StoryOptions {
  /** Fewer words than this are neither a story nor anything else. */
  readonly leastWords: number;
  /** What an answer must not be instead of a story, with the words for it; `{what}` in the message. */
  readonly refuse: Readonly<Partial<Record<Exclude<StoryKind, 'story'>, Localized>>>;
}

/** The answer is something other than one concrete past event. */
export const story: Kind<StoryOptions> = {
  kind: 'story',
  create:
    ({ leastWords, refuse }) =>
    (reading, { interfaceLanguage }) => {
      const { kind, spans } = reading.story;
      if (kind === 'story' || reading.document.wordCount < leastWords) return [];
      const what = refuse[kind];
      if (what === undefined) return [];
      return [
        {
          span: spans[0] ?? wholeAnswer(reading),
          absent: spans.length === 0,
          speaksForAll: true,
          values: { what: localText(what, interfaceLanguage) },
        },
      ];
    },
};
