/** A set of words that can be asked, and no more. */
export type WordSet = Pick<ReadonlySet<string>, 'has'>;

/**
 * Words of a list typed with spaces and line breaks between them. The set is made when it has been asked a few times:
 * there are hundreds, and one answer asks most of them for a word or two.
 */
export function listed(list: string): WordSet {
  let asked = 0;
  let words: ReadonlySet<string> | null = null;
  return {
    has: (word) => {
      if (words !== null) return words.has(word);
      asked += 1;
      if (asked <= FEW) return standsIn(list, word);
      words = new Set(pieces(list));
      return words.has(word);
    },
  };
}

/** To look for so many words takes about as long as to make the set. */
const FEW = 12;

function standsIn(list: string, word: string): boolean {
  if (word === '') return false;
  for (let at = list.indexOf(word); at >= 0; at = list.indexOf(word, at + 1)) {
    const end = at + word.length;
    const opens = at === 0 || list.charCodeAt(at - 1) <= BLANK;
    if (opens && (end === list.length || list.charCodeAt(end) <= BLANK)) return !word.includes(' ');
  }
  return false;
}

/** Code of a space; that of a line break is lower. */
const BLANK = 32;

/** Endings that a word can be asked for. */
export interface Endings {
  /** True where the word ends with one of them. */
  readonly end: (word: string) => boolean;
}

/** Beginnings that a word can be asked for. */
export interface Beginnings {
  /** True where the word begins with one of them. */
  readonly open: (word: string) => boolean;
}

/**
 * Endings of a long list, typed as for {@link listed}. A word is cut at each length that an ending may have, some
 * six times, where trying the list would take a hundred trials a word: a third of what a start does with new words.
 */
export function endings(list: string): Endings {
  let known: Affixes | null = null;
  return {
    end: (word) => {
      known ??= affixes(list);
      const longest = Math.min(known.longest, word.length);
      for (let length = known.shortest; length <= longest; length += 1)
        if (known.all.has(word.slice(-length))) return true;
      return false;
    },
  };
}

/** Beginnings of a long list; see {@link endings}. */
export function beginnings(list: string): Beginnings {
  let known: Affixes | null = null;
  return {
    open: (word) => {
      known ??= affixes(list);
      const longest = Math.min(known.longest, word.length);
      for (let length = known.shortest; length <= longest; length += 1)
        if (known.all.has(word.slice(0, length))) return true;
      return false;
    },
  };
}

interface Affixes {
  readonly all: ReadonlySet<string>;
  /** Letters. */
  readonly shortest: number;
  readonly longest: number;
}

function affixes(list: string): Affixes {
  const all = new Set(pieces(list));
  let shortest = Number.POSITIVE_INFINITY;
  let longest = 0;
  for (const { length } of all) {
    if (length < shortest) shortest = length;
    if (length > longest) longest = length;
  }
  return { all, shortest, longest };
}

/** True where the word ends with one of a few endings; see {@link endings} for many. */
export function endsWithAny(word: string, few: readonly string[]): boolean {
  for (let at = 0; at < few.length; at += 1) if (word.endsWith(few[at] as string)) return true;
  return false;
}

/** Words, endings or beginnings of a list typed with spaces and line breaks between them. */
export function pieces(list: string): readonly string[] {
  return inLine(list).split(' ');
}

/** The build puts lists in one line: a start has no use for the expression. */
function inLine(list: string): string {
  return list.includes('\n') ? list.trim().replace(/\s+/g, ' ') : list;
}
