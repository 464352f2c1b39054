import type { Reading } from '../analysis/types.js';
import type { LanguageModel, Localized, Question, RuleData, Severity } from '../content/types.js';
import type { LanguageCode, Span } from '../text/types.js';
import type { Phrases } from './phrase-finder.js';

/** What a rule says of an answer. Plain data: colour, position in lines and counting are added at the edge. */
export interface Finding {
  /** Id of the rule. */
  readonly rule: string;
  readonly severity: Severity;
  /** Where to look, as offsets into the answer. */
  readonly span: Span;
  /** What is wrong, in the language of the interface, quoting the candidate. */
  readonly message: string;
  /** What to write, in the imperative. */
  readonly advice: string;
  /** The advice where the message does not stand beside it, if it is another. */
  readonly adviceAlone?: string;
  /** The candidate's words that show it; empty where something is absent. */
  readonly evidence: string;
  /** What an interviewer would ask next, null where the rule has no such question. */
  readonly ask: string | null;
}

/** What a rule may know beside the reading. */
export interface RuleContext {
  /** Null where the answer is tied to no question of a bank. */
  readonly question: Question | null;
  /** Language of messages. */
  readonly interfaceLanguage: LanguageCode;
  /** Models of the languages an answer may be in. */
  readonly languages: readonly LanguageModel[];
  /** True for rules whose findings nobody will see: they speak for no other rule (`saidBy`). */
  readonly isOff?: ((rule: string) => boolean) | undefined;
}

/** What a kind of check hands back; the rule's own texts turn it into a {@link Finding}. */
export interface Match {
  readonly span: Span;
  /** True where something is absent: the span only says where to look, and its words are no evidence. */
  readonly absent?: boolean;
  /** Values for `{names}` in the rule's message and advice; `quote` is filled in from the span. */
  readonly values?: Readonly<Record<string, string | number>>;
  /** True where rules that leave their place to this one (`saidBy`) report nevertheless. */
  readonly leavesRoom?: boolean;
  /** True where it speaks for such rules wherever in the answer they report, not only where it stands itself. */
  readonly speaksForAll?: boolean;
  /** Overrides the rule's message. */
  readonly message?: Localized;
  /** Overrides the question an interviewer asks (a part's own question). */
  readonly ask?: Localized;
}

/** A check parsed from YAML: finds what the rule is about. */
export type Check = (reading: Reading, context: RuleContext) => readonly Match[];

/** A rule that can run. */
export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  readonly data: RuleData;
  readonly check: Check;
}

/**
 * What a user's config may set of rules of a kind. Plain data, for a program that reads no config loads no
 * zod: `option-schema.ts` makes the schema of it.
 */
export interface Settable {
  /** What is never reported, in `options.allow`: in the language of patterns, or as plain text. */
  readonly allow?: 'patterns' | 'text';
  /** What is reported too, in `options.extra`. */
  readonly extra?: 'patterns' | 'text';
  /** Keys of the `check:` block, most of them limits; a rule takes those that its own block has. */
  readonly keys?: readonly string[];
}

/** What a user's config adds to the `check:` block of a rule. */
export interface OwnWords {
  readonly allow?: readonly string[] | undefined;
  readonly extra?: readonly string[] | undefined;
}

/** A kind of check: one file in `kinds/`, named by the same word in YAML. */
export interface Kind<Options> {
  readonly kind: string;
  /** Absent: rules of this kind have a severity and no options. */
  readonly settable?: Settable;
  /**
   * @param options the `check:` block without its `kind`, already valid by `schema.ts`
   * @param phrases where the wording of the rule is found, together with that of all rules
   */
  readonly create: (options: Options, phrases: Phrases) => Check;
}
