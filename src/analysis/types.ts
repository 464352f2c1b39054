import type { Framework, LanguageModel } from '../content/types.js';
import type { Mismatch, ReadQuantity } from '../numbers/types.js';
import type { Clause, Document, Span } from '../text/types.js';

/** One reason for a decision; `feature` is a name from the weights file, put in words at the edge. */
export interface Because {
  readonly feature: string;
  /** Words of the answer that made the feature fire; null where it has none (position). */
  readonly span: Span | null;
  /** What it added to the label that won, in log odds; more than 0. */
  readonly weight: number;
}

/** What one clause says, as far as the reader can tell. */
export interface ClauseReading extends Span {
  readonly clause: Clause;
  /** Index of its sentence in the document. */
  readonly sentence: number;
  /** A label of the framework. */
  readonly label: string;
  /** Probability of each label, in the order of the framework's labels; sums to 1. */
  readonly posterior: readonly number[];
  /** Probability of `label`, from 0 to 1. */
  readonly confidence: number;
  /** The strongest reasons first, four at most; no property of the object's own: made when read, left out by copies. */
  readonly because: readonly Because[];
  /** Ids of the cues that fired. */
  readonly cues: readonly string[];
}

/** What one sentence says: the label of its first clause that carries a part. */
export interface SentenceReading extends Span {
  /** Its place in the document, from 0. */
  readonly index: number;
  /** A label of the framework; the neutral one where no clause carries a part. */
  readonly label: string;
  /** A second label in the same sentence, null where there is none. */
  readonly also: string | null;
  /** The least confidence among its clauses of that label; 1 for a heading that stands alone. */
  readonly confidence: number;
  /** Those of the first clause of that label, see {@link ClauseReading.because}. */
  readonly because: readonly Because[];
  readonly clauses: readonly ClauseReading[];
  /** True for a heading that stands alone. */
  readonly onlyHeading: boolean;
}

/**
 * `present`: said. `implied`: no clause is read as it, and yet it is likely to be there. `empty`: headed or told in
 * words that say nothing. `missing`: not there.
 */
export type PartState = 'present' | 'implied' | 'empty' | 'missing';

/** Whether a part of the framework is there. */
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

/** What is told: one past event, what usually happens, what is planned, an opinion, a description, or nothing. */
export type StoryKind = 'story' | 'habit' | 'plan' | 'opinion' | 'description' | 'none';

/** Whether the answer tells one past event. */
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
  /** As in the document; none where its language is unknown. */
  readonly sentences: readonly SentenceReading[];
  /** Every part of the framework, in its order; all missing where the language is unknown. */
  readonly parts: readonly PartReading[];
  /** In the order of the text, those that measure nothing (`excluded`) too. */
  readonly quantities: readonly ReadQuantity[];
  readonly mismatches: readonly Mismatch[];
  /** True where a figure quantifies the result. */
  readonly resultNumber: boolean;
  /** Whole seconds to say the text at the language's calm rate. */
  readonly speakingSeconds: number;
}

/** What an answer is read by. */
export interface ReadingOptions {
  readonly framework: Framework;
  /** Models of the languages an answer may be in. */
  readonly languages: readonly LanguageModel[];
  /** Language of the answer; recognised from its text where absent. In one that no model knows nothing is read. */
  readonly language?: string | undefined;
  /** Ranges of the answer that the markup of its file marks as headings. */
  readonly markedHeadings?: readonly Span[] | undefined;
}
