import { Lexer } from 'yaml';
import { withLineFeeds } from '../content/yaml.js';
import { textStart } from '../text/lines.js';
import type { Span } from '../text/types.js';
import { readSuppression, type Suppression } from './suppressions.js';

/** What the lexer puts between the pieces of the source; it stands for nothing in it. */
const MARKS = new Set(['\u0002', '\u0018', '\u001f']);

/**
 * The comments of a YAML file that switch rules off. One for what comes next covers the next answer whole:
 * no comment can stand inside its text.
 *
 * @param answers in order
 */
export function suppressionsInYaml(source: string, answers: readonly Span[]): Suppression[] {
  let at = 0;
  return commentsOf(source).flatMap((comment) => {
    const suppression = readSuppression(source, comment, { start: comment.start + 1, end: comment.end });
    if (suppression === null) return [];
    if (suppression.word !== 'star-disable-next') return [suppression];
    while ((answers[at]?.end ?? source.length) <= comment.end && at < answers.length) at += 1;
    const answer = answers[at];
    const next = answer === undefined ? null : { kind: 'answer', start: comment.end, end: answer.end };
    return [{ ...suppression, next }];
  });
}

/** A `#` in a text or in quotes begins no comment; only the lexer knows. */
function commentsOf(source: string): Span[] {
  const comments: Span[] = [];
  let at = textStart(source);
  let scalar = false;
  for (const lexeme of new Lexer().lex(withLineFeeds(source.slice(at)))) {
    if (MARKS.has(lexeme)) {
      scalar = lexeme === '\u001f';
      continue;
    }
    if (lexeme.startsWith('#') && !scalar) comments.push({ start: at, end: at + lexeme.trimEnd().length });
    scalar = false;
    at += lexeme.length;
  }
  return comments;
}
