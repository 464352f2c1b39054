/** Letters, digits, and what stands inside words: «кто-то», "didn't". */
const WORD = /[\p{L}\p{N}\p{M}_'’-]/u;

/** Start of the word that ends before an offset, over what is no word. UTF-16 offsets. */
export function wordLeft(text: string, cursor: number): number {
  let at = cursor;
  while (at > 0 && !WORD.test(before(text, at))) at -= before(text, at).length;
  while (at > 0 && WORD.test(before(text, at))) at -= before(text, at).length;
  return at;
}

/** End of the word that begins after an offset, over what is no word. UTF-16 offsets. */
export function wordRight(text: string, cursor: number): number {
  let at = cursor;
  while (at < text.length && !WORD.test(after(text, at))) at += after(text, at).length;
  while (at < text.length && WORD.test(after(text, at))) at += after(text, at).length;
  return at;
}

/** Code point before an offset. */
function before(text: string, at: number): string {
  const unit = text.charCodeAt(at - 1);
  return unit >= 0xdc00 && unit <= 0xdfff && at > 1 ? text.slice(at - 2, at) : text.slice(at - 1, at);
}

/** Code point at an offset. */
function after(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0);
}
