const PLAIN_WORD = /^[a-z0-9а-я'-]*$/u;
const UNTYPED = /\u00AD|\u200C|\u200D|\u2060/gu;

/** Lower case, ё as е, apostrophes and hyphens in one spelling, accents in one piece. */
export function normOfWord(typed: string): string {
  const lower = typed.toLowerCase();
  if (PLAIN_WORD.test(lower)) return lower;
  return lower
    .normalize('NFC')
    .replace(UNTYPED, '')
    .replace(/ё/gu, 'е')
    .replace(/[’‘ʼ`]/gu, "'")
    .replace(/[\u2010\u2011]/gu, '-');
}
