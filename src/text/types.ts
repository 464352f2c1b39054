/** Half-open range of UTF-16 offsets into the text as typed. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** BCP 47 primary subtag of a language that has a folder in `data/languages/`: `ru`, `en`. */
export type LanguageCode = string;

/**
 * What a word may be, as bits of {@link Word.forms}. The names serve every language; a language sets
 * only those that its word forms show. `past` is finite past; gender and number bits go with it.
 */
export const FORM = {
  past: 1,
  masculine: 1 << 1,
  feminine: 1 << 2,
  neuter: 1 << 3,
  plural: 1 << 4,
  reflexive: 1 << 5,
  perfective: 1 << 6,
  imperfective: 1 << 7,
  infinitive: 1 << 8,
  gerund: 1 << 9,
  shortPassive: 1 << 10,
  /** First person singular of the present or of the perfective future («делаю», «разработаю»). */
  firstPerson: 1 << 11,
  /** English base form that may open a goal or an imperative ("reduce", "keep"). */
  base: 1 << 12,
  /** English -ing form. */
  ing: 1 << 13,
  /** A change verb of any form: go up, go down, begin, stop («снизить», "cut"). */
  change: 1 << 14,
  /** Auxiliary or copula ("was", «был»). */
  copula: 1 << 15,
  /** A reflexive or other verb that only a person does («договорился»). */
  agentive: 1 << 16,
} as const;

/** Facts of a word that do not depend on its neighbours; one object per spelling, shared. */
export interface Word {
  /** Lower case, ё as е, apostrophes as `'`. */
  readonly norm: string;
  /** Porter stem in the language of the text. */
  readonly stem: string;
  /** Bits of {@link FORM}. */
  readonly forms: number;
}

/** A word, a number or a mark of the text; white space is in none. */
export interface Token extends Span {
  readonly kind: 'word' | 'number' | 'mark';
  /** As {@link Word.norm} for words; digits as typed for numbers; dashes as `-` or `—`, quotes as `"` for marks. */
  readonly norm: string;
  /** Only for `kind: 'word'`. */
  readonly word: Word | null;
}

/** Who does what in a clause, as far as its forms show. */
export type Subject =
  /** "I did", «я сделал» */
  | 'speaker'
  /** "we did", «мы сделали» */
  | 'team'
  /** A past verb whose dropped subject is the speaker: «Провела аудит», "Called them" */
  | 'dropped'
  /** A plural past without a subject: «контракт продлили» */
  | 'unnamed'
  | 'other'
  | 'none';

/** A part of a sentence with a predicate of its own. */
export interface Clause extends Span {
  /** Tokens of this clause, in order. */
  readonly tokens: readonly Token[];
  /** True where the clause goes on with its sentence: not at the head, nor after words that only say where. */
  readonly continues: boolean;
  readonly subject: Subject;
  /** The verb that decides `subject`; null where there is none. */
  readonly verb: Token | null;
  /** Union of the {@link FORM} bits of the words in the clause. */
  readonly forms: number;
  /** Name of the rule that cut here (`semicolon`, `and-new-subject` …); `sentence` for the first clause. */
  readonly cutBy: string;
}

/** A heading that names a part of the framework. */
export interface Heading extends Span {
  /** Id of the framework's part that the heading names. */
  readonly part: string;
}

/** A sentence of the text, or a heading that stands alone. */
export interface Sentence extends Span {
  /** Position in the document, from 0. */
  readonly index: number;
  /** The heading that opens this sentence («Ситуация:»), null where there is none. */
  readonly heading: Heading | null;
  /** True where the sentence is a heading and nothing else. */
  readonly onlyHeading: boolean;
  /** Part of the nearest heading at or before the sentence in the same text; null before the first. */
  readonly under: string | null;
  readonly clauses: readonly Clause[];
  /** Name of the rule that ended the sentence (`full-stop`, `line-break`, `run-on` …). */
  readonly cutBy: string;
}

/** A text that was cut into sentences, clauses and tokens; all spans are offsets in `text`. */
export interface Document {
  readonly text: string;
  /** Null where the text is in none of the known languages. */
  readonly language: LanguageCode | null;
  readonly sentences: readonly Sentence[];
  /** All tokens in order, headings included. */
  readonly tokens: readonly Token[];
  readonly wordCount: number;
}

/** Words that name a part when they stand as a heading, in one language; from the framework. */
export interface HeadingWords {
  readonly part: string;
  /** Lower case, ё as е; whole headings («что я сделал»), not stems. */
  readonly words: readonly string[];
}

/** Where a run of words without marks ends a sentence: log odds by feature (`run-on.ts`), fitted. */
export interface RunOnWeights {
  readonly bias: number;
  readonly features: Readonly<Record<string, number>>;
  /** Those among {@link features} that are asked for where there are commas, if they lie apart. */
  readonly besideCommas?: Readonly<Record<string, number>>;
}

/** What is known of a text before it is read. */
export interface DocumentOptions {
  /** Skips recognition. */
  readonly language?: LanguageCode | undefined;
  readonly headings: readonly HeadingWords[];
  /** Ranges that the markup of the file marks as headings or bold lead-ins. */
  readonly markedHeadings?: readonly Span[] | undefined;
  /** Where sentences end that no full stop ends; a language without is cut at marks alone. */
  readonly runOn?: ((language: LanguageCode) => RunOnWeights | undefined) | undefined;
}
