/**
 * True where the terminal shows more than ASCII. A locale that is not set says nothing; the console of Linux has
 * letters, but few other marks.
 */
export function showsUnicode({
  TERM,
  LC_ALL,
  LC_CTYPE,
  LANG,
}: Readonly<Record<string, string | undefined>>): boolean {
  const locale = LC_ALL || LC_CTYPE || LANG || '';
  return TERM !== 'linux' && (locale === '' || /utf-?8/i.test(locale));
}
