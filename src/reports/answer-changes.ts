import { diffArrays } from 'diff/lib/diff/array.js';
import { linesOf } from './answer-layout.js';
import { printableLine } from './escape.js';
import type { Paint } from './types.js';

/** Words kept before and after a change, so that one sees where it is. */
const AROUND = 5;

/** More changed words than these are another text: comparing it word by word takes long and shows nothing. */
const MOST = 600;

/** So is a text that keeps a smaller share of its words. */
const KEPT = 0.25;

/**
 * The words that changed between two versions of an answer, each change with a few words around it:
 * `… fell {+from 10+} to 2 [-or so-] …`. Told apart without colour. Compared by the algorithm of Myers
 * (package `diff`), over words, marks and blanks.
 *
 * @returns empty where no word changed; null where hardly any was kept
 */
export function changedWords(
  before: string,
  after: string,
  { paint, width }: { readonly paint: Paint; readonly width: number },
): string | null {
  const changes = diffArrays(tokens(before), tokens(after), { maxEditLength: MOST });
  if (changes === undefined) return null;
  const kept = changes.filter(({ added, removed }) => !added && !removed);
  const least = KEPT * Math.min(wordsOf(tokens(before)), wordsOf(tokens(after)));
  if (wordsOf(kept.flatMap(({ value }) => value)) < least) return null;
  const said = changes.map(({ value, added, removed }, index) => {
    const words = printableLine(value.join(''));
    if (added) return marked(words, '{+', '+}', (text) => paint('green', text));
    if (removed) return marked(words, '[-', '-]', (text) => paint('red', text));
    return context(value, { first: index === 0, last: index === changes.length - 1 });
  });
  if (!changes.some(({ added, removed, value }) => (added || removed) && value.join('').trim() !== ''))
    return '';
  return linesOf(said.join('').trim(), width - 2)
    .map((line) => `  ${line}`)
    .join('\n');
}

/** Words and figures («1,2») as people see them; what stands between them one by one. A line break is a blank. */
function tokens(text: string): string[] {
  return (
    text
      .match(
        /[\p{L}\p{N}\p{M}'’-]+(?:(?<=\p{N})[.,:](?=\p{N})[\p{L}\p{N}\p{M}'’-]+)*|\s+|[^\p{L}\p{N}\p{M}\s'’-]/gu,
      )
      ?.map((token) => (token.trim() === '' ? ' ' : token)) ?? []
  );
}

function wordsOf(list: readonly string[]): number {
  return list.filter((token) => /[\p{L}\p{N}]/u.test(token)).length;
}

/** The blanks stay outside the marks; blanks alone are no change. */
function marked(words: string, open: string, close: string, painted: (text: string) => string): string {
  const text = words.trim();
  if (text === '') return open === '[-' ? '' : words;
  const at = words.indexOf(text);
  return words.slice(0, at) + painted(open + text + close) + words.slice(at + text.length);
}

function context(words: readonly string[], { first, last }: { first: boolean; last: boolean }): string {
  // Twice as many tokens: every other one is a blank.
  const most = AROUND * 2;
  const whole = printableLine(words.join(''));
  if (words.length <= (first || last ? most : 2 * most) + 2) return whole;
  const start = first ? '… ' : printableLine(words.slice(0, most).join(''));
  // A mark that closes what is left out tells nothing.
  const end = last ? ' …' : printableLine(words.slice(-most).join('')).replace(/^[\s.,;:!?…)»”]+/u, '');
  return first ? start + end : last ? start.trimEnd() + end : `${start.trimEnd()} … ${end}`;
}
