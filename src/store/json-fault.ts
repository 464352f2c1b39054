/**
 * Where a text stops being JSON: offset of the first character that cannot stand there. Not every version of Node
 * says it, so it is found by halving: a beginning that ends before the fault fails only for being cut off.
 *
 * @param text that `JSON.parse` refuses
 */
export function jsonFaultAt(text: string): number {
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isCutOff(text.slice(0, middle + 1))) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** True for JSON, and for the beginning of JSON. */
function isCutOff(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const { message } = error as Error;
    const position = /at position (\d+)/.exec(message)?.[1];
    return (
      /^(?:Unexpected end|Unterminated)/.test(message) ||
      (position !== undefined && Number(position) >= text.length)
    );
  }
}
