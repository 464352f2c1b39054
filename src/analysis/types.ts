import type { Framework, LanguageModel } from '../content/types.js';
import type { Mismatch, ReadQuantity } from '../numbers/types.js';
import type { Clause, Document, Span } from '../text/types.js';

/** One reason for a decision; `feature` is a name from the weights file, put in words at the edge. */
export interface Because {
  readonly feature: string;
  /** Words of the answer that made the feature fire; null where it has none (position). */
  readonly span: Span | null;
  /** What it added to the label that won. */
  readonly weight: number;
}

export interface ClauseReading extends Span {
  readonly clause: Clause;
  readonly sentence: number;
  /** A label of the framework. */
  readonly label: string;
  /** Probability of each label, in the order of the framework's labels; sums to 1. */
  readonly posterior: readonly number[];
  /** Probability of `label`. */
  readonly confidence: number;
  readonly because: readonly Because[];
  /** Ids of the cues that fired. */
  readonly cues: readonly string[];
}

export interface SentenceReading extends Span {
  readonly index: number;
  readonly label: string;
  /** A second label in the same sentence, null where there is none. */
  readonly also: string | null;
  readonly confidence: number;
  readonly because: readonly Because[];
  readonly clauses: readonly ClauseReading[];
  /** True for a heading that stands alone. */
  readonly onlyHeading: boolean;
}

export type PartState = 'present' | 'implied' | 'empty' | 'missing';

export interface PartReading {
  /** Id of the framework's part. */
  readonly part: string;
  readonly state: PartState;
  /** Where it is said; for `implied` what implies it; for `empty` the empty words; none for `missing`. */
  readonly spans: readonly Span[];
  readonly because: readonly Because[];
  /** For `missing`: the clause that came nearest, and the probability it reached. */
  readonly nearest: { readonly span: Span; readonly probability: number } | null;
}

export type StoryKind = 'story' | 'habit' | 'plan' | 'opinion' | 'description' | 'none';

export interface StoryReading {
  readonly kind: StoryKind;
  /** What shows that it is no story; empty for `story`. */
  readonly spans: readonly Span[];
}

/** What the analyzer knows of an answer before any rule looks at it. */
export interface Reading {
  readonly document: Document;
  readonly framework: Framework;
  readonly story: StoryReading;
  readonly sentences: readonly SentenceReading[];
  readonly parts: readonly PartReading[];
  readonly quantities: readonly ReadQuantity[];
  readonly mismatches: readonly Mismatch[];
  /** True where a figure quantifies the result. */
  readonly resultNumber: boolean;
  /** Seconds to say the text at the language's calm rate. */
  readonly speakingSeconds: number;
}

export interface ReadingOptions {
  readonly framework: Framework;
  /** Models of the languages an answer may be in. */
  readonly languages: readonly LanguageModel[];
  /** Skips recognition. */
  readonly language?: string | undefined;
  /** Ranges that the markup of a file marks as headings. */
  readonly markedHeadings?: readonly Span[] | undefined;
}
