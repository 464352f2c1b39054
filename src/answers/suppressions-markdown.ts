import type { Span } from '../text/types.js';
import type { BlockHeading } from './blocks.js';
import { readSuppression, type Suppression } from './suppressions.js';

const OPEN = '<!--'.length;
const CLOSE = '-->'.length;

/**
 * The comments of a Markdown file that switch rules off.
 *
 * @param comments all comments of the file, in any order
 * @param headings in order
 */
export function suppressionsInMarkdown(
  source: string,
  comments: readonly Span[],
  headings: readonly BlockHeading[],
): Suppression[] {
  const ordered = [...comments].sort((one, other) => one.start - other.start);
  const ends = new Map(ordered.map(({ start, end }) => [start, end]));
  const sections = headings.filter(({ inside }) => !inside);
  const sectionEnds = endsOfSections(sections, source.length);
  return ordered.flatMap((comment) => {
    const inside = { start: comment.start + OPEN, end: comment.end - CLOSE };
    const suppression = readSuppression(source, comment, inside);
    if (suppression === null) return [];
    if (suppression.word !== 'star-disable-next') return [suppression];
    const start = afterComments(source, comment.end, ends);
    return [{ ...suppression, next: nextBlock(source, start, sections, sectionEnds) }];
  });
}

/** The first character behind an offset that is no blank and in no comment. */
function afterComments(source: string, from: number, ends: ReadonlyMap<number, number>): number {
  let at = from;
  for (;;) {
    while (at < source.length && /\s/.test(source[at] ?? 'x')) at += 1;
    const end = ends.get(at);
    if (end === undefined) return at;
    at = end;
  }
}

/** A heading with all that stands under it, else the lines up to an empty one or a heading. */
function nextBlock(
  source: string,
  start: number,
  sections: readonly BlockHeading[],
  sectionEnds: readonly number[],
): Suppression['next'] {
  const index = firstFrom(sections, start);
  const heading = sections[index];
  if (
    heading !== undefined &&
    source.slice(heading.lineStart, start).trim() === '' &&
    start <= heading.words.end
  )
    return {
      kind: `heading ${heading.level}`,
      start: heading.lineStart,
      end: sectionEnds[index] ?? source.length,
    };
  const empty = /(?:\r\n|\n|\r)[ \t]*(?:\r|\n|$)/g;
  empty.lastIndex = start;
  const end = Math.min(empty.exec(source)?.index ?? source.length, heading?.lineStart ?? source.length);
  return { kind: 'block', start, end };
}

/** Index of the first heading whose line ends behind an offset. */
function firstFrom(sections: readonly BlockHeading[], start: number): number {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sections[middle]?.words.end ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where the section of each heading ends: at the next heading of its level or a higher one. */
function endsOfSections(sections: readonly BlockHeading[], length: number): number[] {
  const ends: number[] = sections.map(() => length);
  const open: number[] = [];
  for (const [index, { level, lineStart }] of sections.entries()) {
    while (open.length > 0 && (sections[open.at(-1) ?? 0]?.level ?? 0) >= level)
      ends[open.pop() ?? 0] = lineStart;
    open.push(index);
  }
  return ends;
}
