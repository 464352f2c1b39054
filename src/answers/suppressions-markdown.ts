import { firstPast } from '../text/first-past.js';
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
  const behind = placesAfter(source, ordered);
  const sections = headings.filter(({ inside }) => !inside);
  const sectionEnds = endsOfSections(sections, source.length);
  let last: Span = { start: 0, end: 0 };
  return ordered.flatMap((comment, index) => {
    const inside = { start: comment.start + OPEN, end: comment.end - CLOSE };
    const suppression = readSuppression(source, comment, inside);
    if (suppression === null) return [];
    if (suppression.word !== 'star-disable-next') return [suppression];
    const start = behind[index] ?? comment.end;
    const section = sectionAt(source, start, sections, sectionEnds);
    if (section !== null) return [{ ...suppression, next: section }];
    // A second comment of the same block ends where the first does, and need not look for it.
    last = { start, end: start < last.end ? last.end : endOfBlock(source, start, sections) };
    return [{ ...suppression, next: { kind: 'block', ...last } }];
  });
}

/** For each comment the first character after it that is no blank and in no other comment. */
function placesAfter(source: string, ordered: readonly Span[]): number[] {
  const byStart = new Map<number, number>();
  const places: number[] = [];
  for (let index = ordered.length - 1; index >= 0; index -= 1) {
    const { start, end } = ordered[index] ?? { start: 0, end: 0 };
    let at = end;
    while (at < source.length && /\s/.test(source[at] ?? 'x')) at += 1;
    const place = byStart.get(at) ?? at;
    byStart.set(start, place);
    places[index] = place;
  }
  return places;
}

/** The section whose heading stands at an offset, heading included; null where none does. */
function sectionAt(
  source: string,
  start: number,
  sections: readonly BlockHeading[],
  sectionEnds: readonly number[],
): Suppression['next'] {
  const index = firstFrom(sections, start);
  const heading = sections[index];
  if (heading === undefined || heading.lineStart > start) return null;
  if (source.slice(heading.lineStart, start).trim() !== '') return null;
  const end = sectionEnds[index] ?? source.length;
  return { kind: `heading ${heading.level}`, start: heading.lineStart, end };
}

/** The lines up to an empty one or a heading. */
function endOfBlock(source: string, start: number, sections: readonly BlockHeading[]): number {
  const empty = /(?:\r\n|\n|\r)[ \t]*(?:\r|\n|$)/g;
  empty.lastIndex = start;
  const heading = sections[firstFrom(sections, start)];
  return Math.min(empty.exec(source)?.index ?? source.length, heading?.lineStart ?? source.length);
}

/** Index of the first heading whose words do not end before an offset. */
function firstFrom(sections: readonly BlockHeading[], start: number): number {
  return firstPast(sections, ({ words }) => words.end >= start);
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
