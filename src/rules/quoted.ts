import type { Span } from '../text/types.js';
import { apart } from './place.js';
import { spokenAfterDashes } from './quoted-dialogue.js';
import { singleQuoted } from './quoted-single.js';

/** Opening quotation mark → the marks that may close it. */
const PAIRS: Readonly<Record<string, string>> = { '«': '»', '“': '”', '„': '“”', '"': '"' };

/**
 * Quoted passages of a text, marks included, in order. Words that somebody else says there are not the candidate's own:
 * «Он сказал: „ваш менеджер бестолковый“», 'I can't', «— Не могу, — сказал он».
 */
export function quotedPassages(text: string): readonly Span[] {
  // Asked by each rule that has found a phrase.
  if (last?.text !== text)
    last = {
      text,
      passages: apart([...betweenMarks(text), ...singleQuoted(text), ...spokenAfterDashes(text)]),
    };
  return last.passages;
}

let last: { readonly text: string; readonly passages: readonly Span[] } | null = null;

/**
 * Passages between double marks. One may hold another one between the same marks, and be wrapped; a mark that is not
 * closed in its paragraph quotes nothing, but for «Группа «Восход», where one mark closes both.
 */
function betweenMarks(text: string): Span[] {
  const passages: Span[] = [];
  /** Where the passages begin that are open, outermost first, all between marks of one kind. */
  let open: number[] = [];
  let mark = '';
  /** Passages inside of the outermost one, for when nothing closes that. */
  let inside: Span[] = [];
  let line = 0;
  const endParagraph = (): void => {
    for (const passage of inside) passages.push(passage);
    [open, inside] = [[], []];
  };
  for (const { 0: character, index } of text.matchAll(/[«»“”„"\n]/g)) {
    const [first] = open;
    if (character === '\n') {
      if (text.slice(line, index).trim() === '') endParagraph();
      line = index + 1;
    } else if (first === undefined) {
      if (PAIRS[character] === undefined || (character === '"' && isDigit(text[index - 1]))) continue;
      [open, mark] = [[index], character];
    } else if (character === mark && (character !== '"' || opensInside(text, index))) open.push(index);
    else if (PAIRS[mark]?.includes(character)) {
      const start = open.pop() ?? first;
      const end = index + 1;
      if (open.length === 0) {
        passages.push({ start, end });
        inside = [];
      } else if (line <= first) inside = [{ start: first, end }];
      else {
        while ((inside.at(-1)?.start ?? 0) > start) inside.pop();
        inside.push({ start, end });
      }
    }
  }
  endParagraph();
  return passages;
}

/** `15" screen`: inches. */
function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}

/** True where a straight mark stands before a word and after none. */
function opensInside(text: string, at: number): boolean {
  return /[\s([«“„"]/u.test(text[at - 1] ?? ' ') && /[\p{L}\p{N}]/u.test(text[at + 1] ?? ' ');
}
