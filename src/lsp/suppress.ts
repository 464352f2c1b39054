/** A comment that switches a rule off, and where it goes. */
export interface SuppressingEdit {
  /** `next`: for the block or answer that a line stands in; `file`: for all of the file. */
  readonly reach: 'next' | 'file';
  /** Line before which the comment is put, from 0. */
  readonly line: number;
  /** With its line break. */
  readonly text: string;
}

/**
 * Places for a comment that switches a rule off. Whether a comment reaches the finding is for the linter to say: the
 * caller tries it.
 *
 * @param path decides how a comment is written; plain text has none
 * @param line of the finding, from 0
 * @param top line where a comment for all of the file goes, from 0
 */
export function suppressingEdits(
  path: string,
  source: string,
  {
    rule,
    line,
    top,
    reason,
  }: { readonly rule: string; readonly line: number; readonly top: number; readonly reason: string },
): SuppressingEdit[] {
  const extension = path.slice(path.lastIndexOf('.')).toLowerCase();
  const lines = source.split(/\r\n|\n|\r/);
  const lineBreak = /\r\n|\n|\r/.exec(source)?.[0] ?? '\n';
  const comment = (word: string, indent: string): string => {
    const body = `star-disable-${word} ${rule} -- ${reason}`;
    const written = extension.startsWith('.y') ? `# ${body}` : `<!-- ${body} -->`;
    return `${indent}${written}${lineBreak}`;
  };
  if (extension === '.md' || extension === '.markdown') {
    const block = blockStart(lines, line);
    return [
      { reach: 'next', line: block, text: comment('next', indentOf(lines[block])) },
      { reach: 'file', line: top, text: comment('file', '') },
    ];
  }
  if (extension !== '.yaml' && extension !== '.yml') return [];
  const item = lines.findLastIndex((text, at) => at <= line && /^\s*- /.test(text));
  return [
    ...(item < 0
      ? []
      : [{ reach: 'next' as const, line: item, text: comment('next', indentOf(lines[item])) }]),
    { reach: 'file', line: top, text: comment('file', '') },
  ];
}

/** First line of the block that a line stands in: blocks are parted by empty lines and by headings. */
function blockStart(lines: readonly string[], line: number): number {
  let start = line;
  while (start > 0 && !isHeading(lines[start]) && !isBlank(lines[start - 1]) && !isHeading(lines[start - 1]))
    start -= 1;
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
