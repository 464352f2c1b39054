import { Lexer, Parser } from 'yaml';

/** The parser of `yaml` recurses and dies with the process on deep input, so depth is bounded before it runs. */
export const DEEPEST = 100;

/** What closes a bracket. */
export const CLOSING: Readonly<Record<string, string>> = { '[': ']', '{': '}' };
/** What the lexer puts before a plain text, and where lines that are not indented break brackets off. */
const PLAIN_TEXT = '\u001f';
const BROKEN_OFF = '\u0018';

/** What is opened and never closed. */
export interface OpenMarks {
  /** Offset of a bracket, and whether a line that is not indented broke it off. */
  readonly brackets: { readonly offset: number; readonly brokenOff: boolean }[];
  /** Offsets of quotes. */
  readonly quotes: number[];
}

/** Cuts a text into the concrete syntax that `yaml` composes, and stops where it nests too deep. */
export function cutYaml(text: string) {
  const parser = new Parser();
  const tokens = [];
  const open: OpenMarks = { brackets: [], quotes: [] };
  /** Offsets of brackets that are still open. */
  const around: number[] = [];
  const breakOff = (from: number, brokenOff: boolean) => {
    for (const offset of around.splice(from)) open.brackets.push({ offset, brokenOff });
  };
  let before = '';
  for (const lexeme of new Lexer().lex(text)) {
    const { offset } = parser;
    if (before !== PLAIN_TEXT) {
      if (lexeme === '[' || lexeme === '{') around.push(offset);
      else if (lexeme === ']' || lexeme === '}') {
        const opening = around.findLastIndex((at) => CLOSING[text[at] ?? ''] === lexeme);
        if (opening >= 0) {
          breakOff(opening + 1, false);
          around.pop();
        }
      } else if (lexeme === BROKEN_OFF) breakOff(0, true);
      else if (isOpenQuote(lexeme)) open.quotes.push(offset);
    }
    before = lexeme;
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > DEEPEST) return { tokens: [], open, tooDeep: parser.offset };
  }
  breakOff(0, false);
  for (const token of parser.end()) tokens.push(token);
  return { tokens, open, tooDeep: null };
}

function isOpenQuote(lexeme: string): boolean {
  const quote = lexeme[0];
  return (quote === '"' || quote === "'") && (lexeme.length === 1 || !lexeme.endsWith(quote));
}
