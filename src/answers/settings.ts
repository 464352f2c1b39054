import type { Span } from '../text/types.js';

/** The id of a framework where a file names it. */
export interface FrameworkName extends Span {
  readonly id: string;
}

/** What front matter, or the top of a YAML file, says of all answers of a file. */
export interface Settings {
  readonly role: string | null;
  readonly roleSpan: Span | null;
  readonly language: string | null;
  readonly languageSpan: Span | null;
  readonly question: string | null;
  readonly questionSpan: Span | null;
  /** The structure the answers are read by, and where it is named. */
  readonly framework: FrameworkName | null;
  readonly rules: Readonly<Record<string, string>>;
  readonly ruleSpans: Readonly<Record<string, Span>>;
}

export const NO_SETTINGS: Settings = {
  role: null,
  roleSpan: null,
  language: null,
  languageSpan: null,
  question: null,
  questionSpan: null,
  framework: null,
  rules: {},
  ruleSpans: {},
};

const WORD_KEYS = ['role', 'lang', 'question', 'framework'] as const;

/** A key whose value is a plain word. */
export type WordKey = (typeof WORD_KEYS)[number];

/** Whether a key of a file is one of {@link WordKey}. */
export function isWordKey(key: string | undefined): key is WordKey {
  return (WORD_KEYS as readonly (string | undefined)[]).includes(key);
}

export interface SettingWord extends Span {
  readonly text: string;
}

/** Settings from words where they stand in the file, by their keys. */
export function settingsOfWords({
  role,
  lang,
  question,
  framework,
}: Partial<Record<WordKey, SettingWord>>): Settings {
  return {
    ...NO_SETTINGS,
    role: role?.text ?? null,
    roleSpan: spanOf(role),
    language: lang?.text ?? null,
    languageSpan: spanOf(lang),
    question: question?.text ?? null,
    questionSpan: spanOf(question),
    framework:
      framework === undefined ? null : { id: framework.text, start: framework.start, end: framework.end },
  };
}

const spanOf = (word: SettingWord | undefined): Span | null =>
  word === undefined ? null : { start: word.start, end: word.end };

/** Something wrong in an answer file, with the values of the message `lint.problem.<code>`. */
export interface AnswerFault {
  readonly at: number;
  readonly code: string;
  readonly values?: Readonly<Record<string, string | number>>;
}
