/** A place for a comment that switches rules off. */
export interface CommentPlace {
  /** `next`: for the block or answer that a line stands in; `file`: for all of the file. */
  readonly reach: 'next' | 'file';
  /** Line before which the comment is put, from 0. */
  readonly line: number;
  /** The comment, with its line break. */
  readonly comment: (rules: readonly string[]) => string;
}

/**
 * Places for comments that switch rules off. Whether a comment reaches a finding is for the linter to say: the
 * caller tries it.
 *
 * @param path decides how a comment is written; plain text has none
 * @param top line where a comment for all of the file goes, from 0
 * @returns gives the places for a finding by its line, from 0
 */
export function commentPlaces(
  path: string,
  source: string,
  { top, reason }: { readonly top: number; readonly reason: string },
): (line: number) => CommentPlace[] {
  const extension = path.slice(path.lastIndexOf('.')).toLowerCase();
  const isMarkdown = extension === '.md' || extension === '.markdown';
  if (!isMarkdown && extension !== '.yaml' && extension !== '.yml') return () => [];
  const lines = source.split(/\r\n|\n|\r/);
  const lineBreak = /\r\n|\n|\r/.exec(source)?.[0] ?? '\n';
  const place = (reach: CommentPlace['reach'], line: number): CommentPlace => ({
    reach,
    line,
    comment: (rules) => {
      const body = `star-disable-${reach} ${rules.join(', ')} -- ${reason}`;
      const written = isMarkdown ? `<!-- ${body} -->` : `# ${body}`;
      return `${reach === 'next' ? indentOf(lines[line]) : ''}${written}${lineBreak}`;
    },
  });
  const file = place('file', top);
  return (line) => {
    const next = isMarkdown ? blockStart(lines, line) : itemStart(lines, line);
    return next < 0 ? [file] : [place('next', next), file];
  };
}

/** First line of the block that a line stands in: blocks are parted by empty lines and by headings. */
function blockStart(lines: readonly string[], line: number): number {
  let start = line;
  while (start > 0 && !isHeading(lines[start]) && !isBlank(lines[start - 1]) && !isHeading(lines[start - 1]))
    start -= 1;
  return start;
}

/** First line of the item of a list that a line stands in; -1 where there is none. */
function itemStart(lines: readonly string[], line: number): number {
  let start = line;
  while (start >= 0 && !/^\s*- /.test(lines[start] ?? '')) start -= 1;
  return start;
}

function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}

function isHeading(line: string | undefined): boolean {
  return line !== undefined && /^ {0,3}#{1,6}(?:[ \t]|$)/.test(line);
}

function indentOf(line: string | undefined): string {
  return /^[ \t]*/.exec(line ?? '')?.[0] ?? '';
}
