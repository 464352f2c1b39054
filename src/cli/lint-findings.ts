import { sha256 } from '@noble/hashes/sha2.js';
import type { Answer } from '../answers/types.js';
import { localText } from '../content/localized.js';
import { fill, type Translate } from '../content/messages.js';
import { bySeverity, isRuleLevel, type RuleLevel } from '../content/severities.js';
import type { Severity } from '../content/types.js';
import { placeText } from '../reports/elsewhere.js';
import type { LintFinding, Place, Position } from '../reports/types.js';
import type { ContentStore } from '../store/content.js';
import type { LineColumn } from '../text/lines.js';
import type { LanguageCode, Span } from '../text/types.js';

export interface FindingChoice {
  /** Content with the user's own banks. */
  readonly content: ContentStore;
  readonly language: LanguageCode;
  readonly t: Translate;
  /** Paths of the user's own banks, as seen from the working directory: what is to be typed names them. */
  readonly banks?: readonly string[];
  /** Levels of the command line: they stand above those of a file. */
  readonly levels: ReadonlyMap<string, RuleLevel>;
  /** Levels of the config: those of a file stand above them. */
  readonly configured?: ReadonlyMap<string, RuleLevel>;
  /** Role that the config names, for files that name none. */
  readonly role?: string | null;
  /** True where the config asks by name for every question of a role to be answered. */
  readonly wholeRole?: boolean;
  /** Rules to report; null: all. A file that cannot be read is reported all the same. */
  readonly only: ReadonlySet<string> | null;
  /** True: a comment that switches rules off must say why. */
  readonly requireReason?: boolean;
  /** True where a report shows the texts of the answers. */
  readonly texts?: boolean;
}

/** What a finding must know of the answer it is about. */
export type AnswerNames = Pick<Answer, 'question' | 'title' | 'rules'>;

/** A finding on its way to a report: where in the file, and for which answer. */
export interface RawFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: string;
  readonly advice: string;
  readonly answer: AnswerNames | null;
  /** Words that tell it from others of its rule and answer: those of its sentence. */
  readonly words: string;
  readonly elsewhere?: Place;
}

/** A finding of the linter itself, before it has its texts. */
export interface OwnFinding {
  readonly rule: string;
  readonly span: Span;
  readonly answer: AnswerNames | null;
  /** For the texts of the rule. */
  readonly values: Readonly<Record<string, string | number>>;
  /** A name that was probably meant. */
  readonly near?: string | null;
  /** Instead of the rule's own texts. */
  readonly message?: string;
  readonly advice?: string;
  readonly words: string;
  /** Stands in the texts as `{place}`. */
  readonly elsewhere?: Place;
}

/** Ids of all rules that `lint` may report. */
export function ruleIds(content: ContentStore): readonly string[] {
  return content.rules().map(({ id }) => id);
}

export interface FindingMaker {
  /** A finding of the linter's own; its texts are those of the rule, where content has one. */
  readonly own: (found: OwnFinding) => RawFinding;
  /** The finding at the severity the call and the file ask for; nothing where it is switched off. */
  readonly keep: (raw: RawFinding) => readonly RawFinding[];
  /** True where a finding of the rule on the answer would not be reported. */
  readonly isOff: (rule: string, answer: AnswerNames | null) => boolean;
  /** True where findings of a rule can be reported at all; without a rule: of every rule. */
  readonly runs: (rule: string | null) => boolean;
  readonly isRule: (id: string) => boolean;
  /** True where every suppression needs a reason. */
  readonly requireReason: boolean;
  /** Role of files that name none. */
  readonly role: string | null;
  /** True where every question of a role is asked to be answered, whatever its files say. */
  readonly wholeRole: boolean;
  /** Ids of the questions of a role; null where there is no such role. */
  readonly questionsOf: (role: string) => readonly string[] | null;
  /** Paths of the user's own banks, as seen from the working directory. */
  readonly banks: readonly string[];
  readonly t: Translate;
}

/** Makes findings of one choice of rules and language. Loads nothing that reads answers. */
export function findingMaker(choice: FindingChoice): FindingMaker {
  const { content, language, t, levels, only, configured } = choice;
  let ids: ReadonlySet<string> | undefined;
  let rules: ReadonlyMap<string, ReturnType<ContentStore['rules']>[number]> | undefined;
  const isChosen = (rule: string) => only === null || only.has(rule) || rule === 'parse-error';
  const levelOf = (rule: string, answer: AnswerNames | null) => {
    const level = levels.get(rule) ?? answer?.rules[rule] ?? configured?.get(rule);
    return level !== undefined && isRuleLevel(level) ? level : undefined;
  };
  const isOff = (rule: string, answer: AnswerNames | null) =>
    !isChosen(rule) || levelOf(rule, answer) === 'off';
  return {
    own: ({ rule, span, answer, values, near, message, advice, words, elsewhere }) => {
      rules ??= new Map(content.rules().map((data) => [data.id, data]));
      const data = rules.get(rule);
      if (data === undefined) throw new Error(`no rule '${rule}'`);
      const said = elsewhere === undefined ? values : { ...values, place: placeText(elsewhere) };
      const text = (kind: 'message' | 'advice') => fill(localText(data[kind], language), said);
      const raw: RawFinding = {
        rule,
        severity: data.severity,
        span,
        message: message ?? text('message'),
        advice: near ? t('lint.did-you-mean', { near }) : (advice ?? text('advice')),
        answer,
        words,
      };
      return elsewhere === undefined ? raw : { ...raw, elsewhere };
    },
    isOff,
    keep: (raw) => {
      const level = isChosen(raw.rule) ? levelOf(raw.rule, raw.answer) : 'off';
      if (level === 'off') return [];
      return level === undefined ? [raw] : [{ ...raw, severity: level }];
    },
    runs: (rule) =>
      rule === null
        ? only === null && ![...levels.values(), ...(configured?.values() ?? [])].includes('off')
        : isChosen(rule) && (levels.get(rule) ?? configured?.get(rule)) !== 'off',
    isRule: (id) => {
      ids ??= new Set(ruleIds(content));
      return ids.has(id);
    },
    requireReason: choice.requireReason ?? false,
    role: choice.role ?? null,
    wholeRole:
      choice.wholeRole === true ||
      only?.has('unanswered-question') === true ||
      levels.has('unanswered-question'),
    questionsOf: (role) => content.index.banks.find((bank) => bank.role === role)?.questions ?? null,
    banks: choice.banks ?? [],
    t,
  };
}

/** Puts findings in the order of their places, and gives each its line, column and fingerprint. */
export function finish(raw: readonly RawFinding[], place: (offset: number) => LineColumn): LintFinding[] {
  const counts = new Map<string, number>();
  return [...raw]
    .sort((a, b) => a.span.start - b.span.start || bySeverityAndRule(a, b))
    .map(({ rule, severity, span, message, advice, answer, words, elsewhere }) => {
      const identity = [rule, answer?.question ?? answer?.title ?? '', words.replace(/\s+/g, ' ').trim()];
      const key = identity.join('\0');
      const count = counts.get(key) ?? 0;
      counts.set(key, count + 1);
      const finding: LintFinding = {
        rule,
        severity,
        message,
        advice,
        start: positionOf(span.start, place),
        end: positionOf(span.end, place),
        fingerprint: fingerprint(count === 0 ? identity : [...identity, String(count)]),
      };
      return elsewhere === undefined ? finding : { ...finding, elsewhere };
    });
}

function positionOf(offset: number, place: (offset: number) => LineColumn): Position {
  const { line, column } = place(offset);
  return { line, column, offset };
}

/** Order of findings in a file. */
export function inPlace(a: LintFinding, b: LintFinding): number {
  return a.start.offset - b.start.offset || bySeverityAndRule(a, b);
}

type Ranked = Pick<LintFinding, 'severity' | 'rule'>;

function bySeverityAndRule(a: Ranked, b: Ranked): number {
  return bySeverity(a.severity, b.severity) || (a.rule < b.rule ? -1 : 1);
}

/**
 * Stands for a finding wherever its answer moves, until its words change: rule, question, the words of its
 * sentence, and its number among equals. Half a SHA-256: enough to tell the findings of one project apart.
 */
export function fingerprint(identity: readonly string[]): string {
  // The hex of the package is a chain of sixteen strings, and thousands of them are kept.
  return Buffer.from(sha256(identity.join('\0')).buffer, 0, 16).toString('hex');
}
