import type { PartState, StoryKind } from '../analysis/types.js';
import type { Translate } from '../content/messages.js';
import type { RuleData, Severity } from '../content/types.js';
import type { LanguageCode, Span } from '../text/types.js';

/** Line and column from 1 (columns in UTF-16 units), offset from 0. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** What one rule reports at one place, worded in the language of the interface. */
export interface LintFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly advice: string;
  readonly start: Position;
  /** Exclusive. */
  readonly end: Position;
  /** Stable over moves of the answer inside the file: hash of rule, question and the text under the span. */
  readonly fingerprint: string;
  /** The place in another file that the message names, as `path:line`. */
  readonly elsewhere?: Place;
}

/** A line of a file; lines count from 1. */
export interface Place {
  /** As that of a file of the result. */
  readonly path: string;
  readonly line: number;
}

/** A finding that is not reported because somebody has said so. */
export interface SuppressedFinding extends LintFinding {
  /** `comment`: in the file itself; `baseline`: known from before. */
  readonly by: 'comment' | 'baseline';
  /** Why, as the comment says it. */
  readonly reason: string | null;
}

/** A part of the framework of an answer, worded in the language of the interface. */
export interface LintedPart {
  readonly id: string;
  readonly letter: string;
  readonly name: string;
  /** Name of a terminal colour. */
  readonly colour: string;
}

/** A stretch of an answer that carries one part. Offsets are those of the file. */
export interface LintedPiece extends Span {
  /** Named in the language of the interface; null for text that carries no part. */
  readonly part: LintedPart | null;
  readonly heading: boolean;
}

/** One answer of a file, and how it was read. */
export interface LintedAnswer {
  readonly question: string | null;
  readonly title: string | null;
  readonly line: number;
  /** Null where the language could not be read. */
  readonly language: LanguageCode | null;
  readonly story: StoryKind;
  /** Part → state, in the framework's order. Plain words: ten thousand whole analyses would not fit in memory. */
  readonly parts: Readonly<Record<string, PartState>>;
  /** The answer's text, cut where the part changes: only where a report that was asked for shows texts. */
  readonly pieces?: readonly LintedPiece[];
  /** With them: the parts of the answer's framework, in its order. */
  readonly framework?: readonly LintedPart[];
}

/** A file of answers with all that is reported on it. */
export interface LintedFile {
  readonly path: string;
  readonly source: string;
  readonly answers: readonly LintedAnswer[];
  readonly findings: readonly LintFinding[];
  /** Findings switched off by comments. */
  readonly suppressed: number;
  /** Those findings themselves, for reports that tell of them. */
  readonly suppressions?: readonly SuppressedFinding[];
}

/** What one run of `lint` has found: the input of every report. */
export interface LintResult {
  readonly files: readonly LintedFile[];
  /** How many findings were left out because only errors are shown. */
  readonly notShown?: Readonly<Record<'warn' | 'info', number>>;
}

/** What a report may use beside the result. */
export interface ReportOptions {
  readonly version: string;
  readonly language: LanguageCode;
  readonly t: Translate;
  /** Paints text; returns it unchanged where colours are off. */
  readonly paint: Paint;
  /** A path as people read it; reports for programs have it as it is. */
  readonly pathOf: (path: string) => string;
  /** A path from the root of the repository, where CI tells which that is: for what attaches findings to its files. */
  readonly rootPathOf: (path: string) => string;
  /** Width to which lines of the answers are cut; null: the report shows no lines of the answers. */
  readonly codeFrame: number | null;
  /** Of the terminal; null where there is none: then no text is wrapped. */
  readonly columns: number | null;
  /** Rules as content has them, for reports that carry their explanations. */
  readonly rules: () => readonly RuleData[];
}

/** Colours and styles that text may be given on a terminal. */
export type Colour = 'red' | 'yellow' | 'green' | 'blue' | 'cyan' | 'magenta' | 'dim' | 'bold' | 'underline';
/** Paints a text; gives it back unchanged where colours are off. */
export type Paint = (colour: Colour, text: string) => string;

/** A lint report is a function from the result to the text written to stdout. */
export type Report = (result: LintResult, options: ReportOptions) => ReportPieces;

/** A text in pieces, so that what is said of thousands of files never stands in memory as one. */
export type ReportPieces = readonly string[] | Generator<string, void>;
