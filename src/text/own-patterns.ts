import { type Element, readElements } from './pattern-elements.js';
import { type PatternFault, patternFault } from './pattern-faults.js';
import { scan } from './scan.js';

const MOST_GAPS = 3;
const WIDEST_GAP = 20;
/** The widest gaps alone are under it. */
const MOST_WAYS = 10_000;

export interface OwnPatternFault {
  readonly fault: PatternFault | 'gaps' | 'ways' | 'unheard';
  /** For the message. */
  readonly values: Readonly<Record<string, string | number>>;
}

/**
 * What is wrong with a pattern in a bank or a config of the user's, which may come from anybody: gaps, words that may be
 * left out and phrases in brackets multiply the ways a pattern may fit, and a word that is spelt as none is cut is never
 * found.
 *
 * @returns the first fault; null for a pattern that is taken
 */
export function ownPatternFault(pattern: string): OwnPatternFault | null {
  const fault = patternFault(pattern);
  if (fault !== null) return { fault, values: {} };
  const elements = readElements(pattern);
  const gaps = elements.flatMap((element) => (element.kind === 'gap' ? element.most : []));
  if (gaps.length > MOST_GAPS || gaps.some((most) => most > WIDEST_GAP))
    return { fault: 'gaps', values: { most: MOST_GAPS, widest: WIDEST_GAP } };
  if (elements.reduce((ways, element) => ways * waysOf(element), 1) > MOST_WAYS)
    return { fault: 'ways', values: { most: MOST_WAYS } };
  const word = unheardWord(elements);
  return word === null ? null : { fault: 'unheard', values: { word } };
}

/** In how many ways an element may go on from a token: words of which one fits go on in one. */
function waysOf(element: Element): number {
  if (element.kind === 'gap') return element.most + 1;
  if (element.kind === 'end') return 1;
  const { alternatives, single, optional } = element;
  return (single ? 1 : alternatives.length) + (optional ? 1 : 0);
}

/** The first word that no text is cut into: one with a full stop after it, or with a typographic apostrophe. */
function unheardWord(elements: readonly Element[]): string | null {
  for (const element of elements) {
    if (element.kind !== 'words') continue;
    for (const { beginning, ending } of element.alternatives.flat()) {
      // What a star stands for goes on with a letter or a digit.
      const spelt =
        ending === null
          ? [beginning]
          : [beginning + ending, `${beginning}a${ending}`, `${beginning}1${ending}`];
      if (!spelt.some(isOneToken)) return ending === null ? beginning : `${beginning}*${ending}`;
    }
  }
  return null;
}

function isOneToken(word: string): boolean {
  const [token, another] = scan(word, null);
  return another === undefined && token?.norm === word;
}
