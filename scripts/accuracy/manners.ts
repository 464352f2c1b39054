import { swapGender } from './gender.js';

/** A sentence typed otherwise. */
export type Typed = (text: string) => string;

/** Another way to type the same answer. */
export interface Manner {
  readonly name: string;
  /** Languages of answers it makes sense in; all where absent. */
  readonly languages?: readonly string[];
  readonly sentence: Typed;
  /** What stands between two sentences. */
  readonly join?: string;
}

/** What must not change the reading, or as little as it may. */
export const MANNERS: readonly Manner[] = [
  { name: 'ё → е', languages: ['ru'], sentence: (text) => text.replaceAll('ё', 'е').replaceAll('Ё', 'Е') },
  { name: 'the speaker is of the other sex', languages: ['ru'], sentence: swapGender },
  { name: 'no-break spaces', sentence: (text) => text.replaceAll(' ', '\u00a0'), join: '\u00a0' },
  { name: 'other quotation marks', sentence: otherQuotes },
  { name: 'lower case', sentence: (text) => text.toLowerCase() },
  { name: 'a line break after each sentence', sentence: (text) => text, join: '\n' },
  { name: 'no punctuation, a line each', sentence: withoutMarks, join: '\n' },
  { name: 'no punctuation at all', sentence: withoutMarks },
  { name: 'commas for full stops, no capitals', sentence: withCommas },
  { name: 'no punctuation, no capitals', sentence: (text) => withoutMarks(text).toLowerCase() },
];

/** «…» → "…", everything else → «…» by turns; an apostrophe inside a word stays. */
function otherQuotes(text: string): string {
  if (/[«»“”„]/u.test(text)) return text.replaceAll(/[«»“”„]/gu, '"');
  let open = false;
  return text.replaceAll('"', () => {
    open = !open;
    return open ? '«' : '»';
  });
}

/** Marks go, but those inside numbers («3,1», 12:30) and words ("don't") and line breaks stay. */
export function withoutMarks(text: string): string {
  return text
    .replaceAll(/(?<![\p{L}\p{N}])[-–—](?![\p{L}\p{N}])/gu, ' ')
    .replaceAll(/[.,:](?!\p{N})|(?<!\p{N})[.,:]|[;!?…«»“”„"()]/gu, '')
    .replaceAll(/ {2,}/g, ' ');
}

/** In the place of the mark that ends a sentence stands a comma. */
export function withCommas(text: string): string {
  return text.toLowerCase().replace(/[.!?…]+(?<quote>["»”)]*)\s*$/u, '$<quote>,');
}
