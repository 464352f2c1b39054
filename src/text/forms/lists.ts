/** Words of a list typed with spaces and line breaks between them. */
export function listed(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/u));
}

/** True where the word ends with one of the endings. */
export function endsWithAny(word: string, endings: readonly string[]): boolean {
  return endings.some((ending) => word.endsWith(ending));
}

/** True where the word begins with one of the beginnings. */
export function startsWithAny(word: string, beginnings: readonly string[]): boolean {
  return beginnings.some((beginning) => word.startsWith(beginning));
}

/** Endings or beginnings of a list typed with spaces between them. */
export function pieces(list: string): readonly string[] {
  return list.trim().split(/\s+/u);
}
