import type { Problem } from '../content/problems.js';
import type { Span } from '../text/types.js';
import type { FrameworkName } from './settings.js';
import type { Suppression } from './suppressions.js';

/** One answer inside a file. */
export interface Answer extends Span {
  /**
   * The masked source of this answer: same length as `source.slice(start, end)`, markup and everything
   * that is not the candidate's prose blanked to spaces (line breaks kept), so that
   * `start + offset in text` is an offset into the file.
   */
  readonly text: string;
  /** Id of the question in a bank, null where the file names none. */
  readonly question: string | null;
  /** Where the id stands in the file; the start of the answer where it names none. */
  readonly questionSpan: Span;
  /** The framework the file names for this answer; null: the question's. */
  readonly framework: FrameworkName | null;
  /** Text of the heading as typed, for people; null in plain text. */
  readonly title: string | null;
  /** Language the file declares; null: recognise. */
  readonly language: string | null;
  /** Where it declares it. */
  readonly languageSpan: Span | null;
  /** Ranges in `text` (not in the file) that the markup marks as headings of parts. */
  readonly markedHeadings: readonly Span[];
  /** Severities the file sets for this answer: rule → severity or `off`. */
  readonly rules: Readonly<Record<string, string>>;
  /** Where the file names each of those rules. */
  readonly ruleSpans: Readonly<Record<string, Span>>;
}

/** A file of answers as it was read, before anything is checked. */
export interface AnswerFile {
  /** As shown to the user: relative, forward slashes. */
  readonly path: string;
  readonly source: string;
  readonly answers: readonly Answer[];
  /** What could not be parsed. */
  readonly problems: readonly Problem[];
  /** Comments that switch rules off, in the order of the file. */
  readonly suppressions: readonly Suppression[];
  /** Role the front matter names; null where none. */
  readonly role: string | null;
  /** Where it names it. */
  readonly roleSpan: Span | null;
}
