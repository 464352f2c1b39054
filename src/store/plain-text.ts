/**
 * Texts of the compiled content as they lie in memory: Latin-1, or UTF-16 after its mark. To decode UTF-8
 * is a sixteenth of what a start does that reads one answer.
 */

const MARK = '\ufeff';

/** The bytes of a text, for {@link readPlain}. */
export function plainBytes(text: string): Uint8Array {
  return Uint8Array.from(WIDE.test(text) ? Buffer.from(MARK + text, 'utf16le') : Buffer.from(text, 'latin1'));
}

/** The same for JSON, in which a few letters can be escaped. */
export function plainJson(text: string): Uint8Array {
  const wide = text.match(EACH_WIDE)?.length ?? 0;
  return plainBytes(wide > FEW && wide * RARE > text.length ? text : escaped(text));
}

/** Where more than one letter in so many is wide, escapes take more room than two bytes a letter. */
const RARE = 10;

/** So few are escaped whatever the length. */
const FEW = 500;

const WIDE = /[^\0-\xff]/;
const EACH_WIDE = /[^\0-\xff]/g;

function escaped(json: string): string {
  return json.replace(EACH_WIDE, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The text of bytes written by the functions above. */
export function readPlain(bytes: Buffer): string {
  return bytes[0] === 0xff && bytes[1] === 0xfe ? bytes.toString('utf16le', 2) : bytes.toString('latin1');
}
