import type { StoredIndex } from '../text/pattern-index.js';
import type { LanguageCode, RunOnWeights } from '../text/types.js';
import type { RuleLevel } from './severities.js';

/** A text in one or more languages. Shipped content has all of them; a bank of the user's may have one. */
export type Localized = Readonly<Record<LanguageCode, string>>;

/** `error`: must be mended; `warn`: should be; `info`: worth knowing. */
export type Severity = 'error' | 'warn' | 'info';

/** A structure of answers: one file in `data/frameworks/`. */
export interface Framework {
  readonly id: string;
  readonly name: Localized;
  readonly about: Localized;
  /** Labels the reader gives to clauses, in the order of the weights; parts name the labels that carry them. */
  readonly labels: readonly string[];
  /** The label of text that carries no part. */
  readonly neutral: string;
  /** `fitted`: its weights stand with the languages; `cues`: they follow from the cues of its parts. */
  readonly weights: 'fitted' | 'cues';
  /** A fitted framework whose weights its parts lend, see {@link FrameworkPart.like}; null: none. */
  readonly like: string | null;
  /** What an answer is taken for where no question is known; null: none of the kinds. */
  readonly kind: QuestionKind | null;
  /** False for what is written and read, never said: a letter, a test task. */
  readonly spoken: boolean;
  /** Rules that apply beside, and that do not apply of, those which say nothing of frameworks. */
  readonly rules: { readonly with: readonly string[]; readonly without: readonly string[] };
  /** Parts that are asked for before the others where several are missing, the most needed first. */
  readonly neededFirst: readonly string[];
  readonly parts: readonly FrameworkPart[];
}

/** One part of the answers of a framework: in STAR the situation, the task, the action or the result. */
export interface FrameworkPart {
  readonly id: string;
  /** One letter that marks the part where colour does not. */
  readonly letter: string;
  /** Name of a terminal colour: `blue`, `yellow`, `green`, `magenta`. */
  readonly colour: string;
  readonly name: Localized;
  /** The label that makes the part present. */
  readonly label: string;
  /** Labels shown as this part that do not make it present (a lesson alone is no result). */
  readonly shows: readonly string[];
  /** True for the part whose size figures prove. */
  readonly measured: boolean;
  /** True for the part whose figures say what was to be reached: the result started from none of them. */
  readonly targets: boolean;
  /** Share of the words of an answer that the part may take, from 0 to 1; absent: any. */
  readonly share?: { readonly least?: number | undefined; readonly most?: number | undefined } | undefined;
  /** Headings that name the part, per language, lower case. */
  readonly headings: Readonly<Record<LanguageCode, readonly string[]>>;
  /** What an interviewer would ask to hear the part. */
  readonly ask: Localized;
  /** True where an answer may do without the part. */
  readonly optional: boolean;
  /**
   * True for a part of one sentence: what follows without a signal of its own does not belong to it, and stock
   * words are enough for it.
   */
  readonly brief: boolean;
  /** The label of the framework named by {@link Framework.like} that signals this part, too; null: none. */
  readonly like: string | null;
  /** What signals the part, where the weights follow from it. */
  readonly cues: readonly PartCue[];
  /** Features of the reader that signal the part (`cue:plan`, `figure:percent`, `form:infinitive-first`). */
  readonly uses: Readonly<Record<CueWeight, readonly string[]>>;
}

/** `strong` makes a part by itself; `weak` only where another cue or the place in the answer agrees. */
export type CueWeight = 'strong' | 'weak';

/** Words that signal one part of a framework, in all languages of answers. */
export interface PartCue {
  /** No cue of a language and no other cue of the framework has it. */
  readonly id: string;
  readonly weight: CueWeight;
  readonly about: Localized;
  readonly patterns: Readonly<Record<LanguageCode, readonly string[]>>;
  /** Clauses in which it must and must not fire; one test runs them all, the build leaves them out. */
  readonly examples?: Readonly<
    Record<LanguageCode, { readonly yes: readonly string[]; readonly no: readonly string[] }>
  >;
}

/** Whether an answer needs a figure of its result; `none`: nobody misses one. */
export type Numbers = 'required' | 'welcome' | 'none';

/** What a question asks for; rules may hold for some kinds only. */
export type QuestionKind =
  | 'behavioral'
  | 'hypothetical'
  | 'professional'
  | 'motivation'
  | 'provocative'
  | 'self-introduction'
  | 'objection'
  | 'negotiation'
  | 'case'
  | 'presentation';

/** The interview of a hiring process in which a question is asked. */
export type Stage = 'phone' | 'hr' | 'professional' | 'role-play' | 'case' | 'manager';

/** The seniority of the candidate. */
export type Level = 'junior' | 'middle' | 'senior';

/** A role with its questions: one file in `data/banks/`. */
export interface Bank {
  readonly role: string;
  readonly name: Localized;
  readonly questions: readonly Question[];
}

/** A question of a bank, with all there is to judge an answer to it by. */
export interface Question {
  /** Unique over all shipped banks, kebab case. */
  readonly id: string;
  readonly text: Localized;
  readonly stage: Stage;
  readonly kind: QuestionKind;
  readonly competencies: readonly string[];
  readonly levels: readonly Level[];
  /** Id of a framework, or null where the answer has no fixed structure. */
  readonly framework: string | null;
  readonly numbers: Numbers;
  /** True where the question asks what was learnt (a mistake, a conflict). */
  readonly lesson: boolean;
  /** What the interviewer listens for. */
  readonly criteria: readonly Criterion[];
  readonly hint: Localized;
  /** What an answer must show at each level, where levels differ. */
  readonly byLevel?: Readonly<Partial<Record<Level, Localized | undefined>>> | undefined;
  readonly followUps: readonly Localized[];
  readonly samples: readonly Sample[];
}

/** One thing the interviewer listens for; an answer touches it where one of its cues is found. */
export interface Criterion {
  readonly id: string;
  readonly text: Localized;
  /** Id of the part of the framework that the criterion is about: what came of it. Absent: the whole answer. */
  readonly part?: string | undefined;
  /** Cue patterns that show the criterion is touched; same language of patterns as `cues.yaml`. */
  readonly cues: Readonly<Record<LanguageCode, readonly string[]>>;
}

/** A sample answer of a question: shown to learn from, and a test of the analyzer. */
export interface Sample {
  readonly grade: 'strong' | 'weak';
  readonly language: LanguageCode;
  readonly text: string;
  /** What the analyzer must say of it. */
  readonly expect: {
    /** Ids of parts that must be missing or empty; all other parts must not be missing. */
    readonly missing: readonly string[];
    /** Rules that must report. */
    readonly findings: readonly string[];
    /** Ids of criteria the text was written to touch. */
    readonly criteria: readonly string[];
  };
}

/** How answers of one language signal the parts: `data/languages/<code>/`. */
export interface LanguageModel {
  readonly code: LanguageCode;
  readonly name: Localized;
  readonly cues: readonly Cue[];
  /** Weights per framework id; packed in compiled content. */
  readonly weights: Readonly<Record<string, Weights | PackedWeights>>;
  /** Words a minute of calm speech. */
  readonly speechRate: number;
  /** Words that say nothing in particular, as one-word patterns; a sentence of them alone is empty. */
  readonly stock: readonly string[];
  /** Patterns that tell a habit from a plan: «обычно», "as a rule". */
  readonly habitual: readonly string[];
  /** Patterns of what is wanted, planned or asked for: "in order to", «хотели снизить». */
  readonly aims: readonly string[];
  /** Where sentences end that no full stop ends; without it they are cut at marks alone. */
  readonly runOn?: RunOnWeights | undefined;
  /** What answers speak of, by their words; without it no answer is beside its question. */
  readonly subjects?: Subjects | undefined;
  /** How the patterns of all cues open, and those of {@link stock}; worked out by the build. */
  readonly indexes?: { readonly cues: StoredIndex; readonly stock: StoredIndex } | undefined;
}

/** How words speak for the competencies that questions ask for: `data/languages/<code>/subjects.yaml`. */
export interface Subjects {
  readonly competencies: readonly string[];
  /** Stems, with spaces between. */
  readonly words: string;
  /** For each competency a letter a word: log odds in tenths, counted from `n`. */
  readonly columns: readonly string[];
  /** Competency that is asked for first → log odds halfway between its own answers and those to others. */
  readonly usual: Readonly<Record<string, number>>;
  /** Log odds below which an answer is beside its question. */
  readonly limit: number;
}

/** A wording that speaks for one part; the weights decide how much. */
export interface Cue {
  readonly id: string;
  /** What the cue is, in words a candidate understands; used by `--explain`. */
  readonly about: Localized;
  readonly patterns: readonly string[];
  /** Clauses in which the cue must and must not fire; one test runs them all, the build leaves them out. */
  readonly examples?: { readonly yes: readonly string[]; readonly no: readonly string[] };
}

/** Weights of the sequence model; every key of a feature is a name that `--explain` can put in words. */
export interface Weights {
  readonly labels: readonly string[];
  /** Label → name of the phase of the telling that holds after it (`phases.ts`); none: there is one phase. */
  readonly phases?: Readonly<Record<string, string>> | undefined;
  /** Feature, or feature in a phase → weights in the order of `labels`. */
  readonly features: Readonly<Record<string, readonly number[]>>;
  /** Label before, or label in a phase, or `start` → weights of the next label in the order of `labels`. */
  readonly transitions: Readonly<Record<string, readonly number[]>>;
  /** The same between clauses of one sentence; without it half of {@link transitions}, and `sameSentence` to stay. */
  readonly inside?: Readonly<Record<string, readonly number[]>> | undefined;
  /** Bonus for keeping the label between clauses of one sentence. */
  readonly sameSentence: number;
  /** Label → limits of its absence; labels without them have the usual one. */
  readonly missingAbove?: Readonly<Record<string, AbsenceLimits>> | undefined;
  /** The same where sentences are long; a label without them has the same limits there. */
  readonly missingAboveLong?: Readonly<Record<string, AbsenceLimits>> | undefined;
  /** What tells a story from what is none; the hand-set weights that fitting starts from have no such part. */
  readonly story?: LogOdds | undefined;
  /** What tells a figure of effect from others; hand-set weights have no such part either. */
  readonly figures?: LogOdds | undefined;
}

/**
 * Number of sentences → probability of absence above which a part is missing in an answer of so many; evenly between
 * two of them, below the first and beyond the last as there. In a short answer a clause carries two parts more often,
 * and in a long one some clause always looks a little like the part.
 */
export type AbsenceLimits = Readonly<Record<string, number>>;

/** A logistic model of a yes or no: the log odds of yes are the sum of the bias and of what the signs add. */
export interface LogOdds {
  readonly bias: number;
  /** By name: signs of an answer (`src/analysis/story.ts`), signs of a figure (`src/analysis/figures.ts`). */
  readonly signs: Readonly<Record<string, number>>;
}

/** Weights as compiled content holds them; read by `packed-weights.ts`. */
export interface PackedWeights extends Omit<Weights, 'features'> {
  readonly packed: {
    /** Of the blocks that names lie in: three letters each, or fewer and spaces. */
    readonly keys: string;
    /** Blocks one after the other, names divided by `|`; their Cyrillic letters lie in the upper half of Latin-1. */
    readonly names: string;
    /**
     * Lower bytes of the weights of all names, label by label; then the upper ones. Then where each block begins in
     * `names` in UTF-16 units, and where the last one ends: the lowest bytes of all, the middle ones, the highest. Then
     * the same of the number of its first name among all names, and of how many there are.
     */
    readonly values: Uint8Array;
  };
}

/** Severities of all rules that a config may name in `extends`: one file in `data/presets/`. */
export interface Preset {
  readonly name: string;
  readonly about: Localized;
  readonly levels: Readonly<Record<string, RuleLevel>>;
}

/** A rule: one entry in `data/rules/`. Its check is parsed into a function by `src/rules/`. */
export interface RuleData {
  readonly id: string;
  readonly severity: Severity;
  /** `kind` names a file in `src/rules/kinds/`; the rest is that kind's own. */
  readonly check: { readonly kind: string; readonly [option: string]: unknown };
  /** Frameworks it applies to; absent: any answer, structured or not; none: those that ask for it by name. */
  readonly frameworks?: readonly string[];
  /** Kinds of question it applies to; absent: all. */
  readonly kinds?: readonly QuestionKind[];
  /** Rules that say the same of the same place: where one of them reports, this one is silent. */
  readonly saidBy?: readonly string[];
  /** One line for the catalogue. */
  readonly summary: Localized;
  /** Template; `{quote}` and the kind's own values are filled in. */
  readonly message: Localized;
  /** What to write instead, in the imperative; template. */
  readonly advice: Localized;
  /** The advice where the message does not stand beside it: it names the words it is about. */
  readonly adviceAlone?: Localized;
  /** Why an interviewer minds; for `explain`. */
  readonly reason: Localized;
  /** What an interviewer would ask next; a part's own question goes before it. */
  readonly ask?: Localized;
  /** Texts instead of those above where the question asks for a story of a mistake or a conflict, and what it taught. */
  readonly ofTrouble?: RuleTexts;
  /** Texts instead of those above where the question asks for no past event of one's own: any kind but `behavioral`. */
  readonly otherKinds?: RuleTexts;
  readonly examples: { readonly good: readonly RuleExample[]; readonly bad: readonly RuleExample[] };
}

/** Texts of a rule for questions of some sort; what is absent is said as of any other question. */
export interface RuleTexts {
  readonly message?: Localized;
  readonly advice?: Localized;
  readonly adviceAlone?: Localized;
  readonly ask?: Localized;
}

/** A text on which a rule is tried, and the question it is taken to answer. */
export interface RuleExample {
  readonly language: LanguageCode;
  readonly text: string;
  /** What the question asks of figures; default `welcome`. */
  readonly numbers?: Numbers;
  readonly kind?: QuestionKind;
  readonly lesson?: boolean;
  /** Id of a question of a shipped bank that the text answers. */
  readonly question?: string;
  /** Id of a framework the text is read by, with no question. */
  readonly framework?: string;
}
