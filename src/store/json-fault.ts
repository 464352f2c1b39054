/**
 * Where a text stops being JSON: offset of the first character that cannot stand there. Node 20 says it for some
 * faults only; for the others it is found by halving: a beginning that ends before the fault fails only for being
 * cut off.
 *
 * @param error what `JSON.parse` threw for the text
 */
export function jsonFaultAt(text: string, error: SyntaxError): number {
  const said = positionIn(error);
  if (said !== null) return said;
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
    return (
      /^(?:Unexpected end|Unterminated)/.test((error as SyntaxError).message) ||
      (positionIn(error as SyntaxError) ?? 0) >= text.length
    );
  }
}

function positionIn({ message }: SyntaxError): number | null {
  const position = /at position (\d+)/.exec(message)?.[1];
  return position === undefined ? null : Number(position);
}
