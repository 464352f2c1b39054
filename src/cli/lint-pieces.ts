import type { Analysis } from '../analyze.js';
import { localText } from '../content/localized.js';
import type { FrameworkPart } from '../content/types.js';
import type { LintedAnswer, LintedPart } from '../reports/types.js';
import { piecesOf } from '../rules/pieces.js';
import type { LanguageCode } from '../text/types.js';

/** What a report that shows texts needs of an answer. */
export type ShownText = Required<Pick<LintedAnswer, 'pieces' | 'framework'>>;

/** @param language of the interface: parts are named in it */
export function shownText(analysis: Analysis, language: LanguageCode): ShownText {
  const named = new Map<FrameworkPart, LintedPart>(
    analysis.framework.parts.map((part) => {
      const { id, letter, name, colour } = part;
      return [part, { id, letter, name: localText(name, language), colour }];
    }),
  );
  const pieces = piecesOf(analysis);
  return {
    framework: [...named.values()],
    // What stands between two pieces, blanks alone, goes with the first.
    pieces: pieces.map(({ start: from, part, heading, end }, index) => ({
      start: from,
      end: Math.max(end, pieces[index + 1]?.start ?? end),
      part: part === null ? null : (named.get(part) ?? null),
      heading,
    })),
  };
}

/** The same at the place of the answer in its file. */
export function shownAt({ framework, pieces }: ShownText, offset: number): ShownText {
  return {
    framework,
    pieces: pieces.map(({ start, end, part, heading }) => ({
      start: offset + start,
      end: offset + end,
      part,
      heading,
    })),
  };
}
