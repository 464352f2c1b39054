import type { Analysis } from '../analyze.js';
import { localText } from '../content/localized.js';
import type { FrameworkPart } from '../content/types.js';
import type { LintedAnswer, LintedPart } from '../reports/types.js';
import { piecesOf } from '../rules/pieces.js';
import type { LanguageCode } from '../text/types.js';

/**
 * What a report that shows texts needs of an answer.
 *
 * @param start offset of the answer's text in the file
 * @param language of the interface: parts are named in it
 */
export function shownText(
  analysis: Analysis,
  start: number,
  language: LanguageCode,
): Pick<LintedAnswer, 'pieces' | 'framework'> {
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
      start: start + from,
      end: start + Math.max(end, pieces[index + 1]?.start ?? end),
      part: part === null ? null : (named.get(part) ?? null),
      heading,
    })),
  };
}
