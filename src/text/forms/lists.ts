/** A set of words that can be asked, and no more. */
export type WordSet = Pick<ReadonlySet<string>, 'has'>;

/**
 * Words of a list typed with spaces and line breaks between them. The set is made when it is first asked: there
 * are hundreds, a start would make them all, and an answer asks those of its language.
 */
export function listed(list: string): WordSet {
  let words: ReadonlySet<string> | null = null;
  return {
    has: (word) => {
      words ??= new Set(pieces(list));
      return words.has(word);
    },
  };
}

/** True where the word ends with one of the endings. */
export function endsWithAny(word: string, endings: readonly string[]): boolean {
  return endings.some((ending) => word.endsWith(ending));
}

/** True where the word begins with one of the beginnings. */
export function startsWithAny(word: string, beginnings: readonly string[]): boolean {
  return beginnings.some((beginning) => word.startsWith(beginning));
}

/** Words, endings or beginnings of a list typed with spaces and line breaks between them. */
export function pieces(list: string): readonly string[] {
  return list.includes('\n') ? list.trim().split(/\s+/) : list.trim().split(' ');
}
