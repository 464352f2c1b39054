import { FORM, type Token } from './types.js';

/** What one word of a pattern asks of a word of the text. */
export interface Atom {
  /** How it begins, or the whole word. */
  readonly beginning: string;
  /** Null where the whole word is given; empty where any ending will do. */
  readonly ending: string | null;
  /** Bits of {@link FORM} of which the word must have one; 0 where none are asked. */
  readonly forms: number;
}

export const ANY_NUMBER = '#';
/** Letters have larger codes, and so has nothing that is spelt in two ways. */
export const MARKS = 0x40;
export const LONG_DASH = '—'.charCodeAt(0);

/** Whether a word, a mark or a number of a text is what an atom asks for. */
export function satisfies(token: Token, { beginning, ending, forms }: Atom): boolean {
  const first = beginning.charCodeAt(0);
  // Most words already differ in their first letter; a dash and a number have more than one spelling.
  if (first > MARKS && first !== token.norm.charCodeAt(0)) return false;
  if (beginning === ANY_NUMBER && token.kind === 'number') return true;
  if (forms !== 0 && ((token.word?.forms ?? 0) & forms) === 0) return false;
  const text = token.norm === '—' ? '-' : token.norm;
  if (ending === null) return text === beginning;
  return (
    text.length >= beginning.length + ending.length && text.startsWith(beginning) && text.endsWith(ending)
  );
}

/** @param text a word with its star and its form */
export function readAtom(text: string, pattern: string): Atom {
  const form = text.indexOf('@');
  const word = form < 0 ? text : text.slice(0, form);
  const star = word.indexOf('*');
  return {
    beginning: star < 0 ? word : word.slice(0, star),
    ending: star < 0 ? null : word.slice(star + 1),
    forms: form < 0 ? 0 : formBit(text.slice(form + 1), pattern),
  };
}

const FORM_BITS: ReadonlyMap<string, number> = new Map(
  Object.entries(FORM).map(([name, bit]) => [name.toLowerCase(), bit]),
);

function formBit(name: string, pattern: string): number {
  const bit = FORM_BITS.get(name);
  if (bit === undefined) throw new Error(`pattern '${pattern}': no form is called '${name}'`);
  return bit;
}
