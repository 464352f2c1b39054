import type { Answer, AnswerFile } from '../answers/types.js';
import type { Translate } from '../content/messages.js';
import { nearest } from '../content/nearest.js';
import { visibleName } from '../content/visible.js';
import { spanOf } from '../text/span.js';
import type { Span } from '../text/types.js';
import { type FindingChoice, type FindingMaker, type RawFinding, ruleIds } from './lint-findings.js';

/** Finds names in answer files that do not exist: of questions, rules, frameworks, languages, roles. */
export interface NameCheck {
  /** In the order of the answers; what a file says once of all its answers is told once. */
  readonly unknownNames: (file: AnswerFile) => RawFinding[];
  /** True where an answer names a framework that does not exist: read by another one, it would get wrong findings. */
  readonly isMisnamed: (answer: Answer) => boolean;
}

/** @param own makes the findings */
export function nameCheck({ content, t }: FindingChoice, own: FindingMaker['own']): NameCheck {
  const { answerLanguages, banks, frameworks } = content.index;
  const roles = banks.map(({ role }) => role);
  const rules = ruleIds(content);
  const unknown = unknownNameFindings(own, t);
  const isMisnamed = ({ framework }: Answer): boolean =>
    framework !== null && !frameworks.includes(framework.id);

  const unknownNames = (file: AnswerFile): RawFinding[] => {
    const found: RawFinding[] = [];
    const { role, roleSpan } = file;
    if (role !== null && roleSpan !== null && !roles.includes(role))
      found.push(unknown.setting('role', { name: role, span: roleSpan, answer: null, known: roles }));
    const told = new Set<string>();
    const once = (key: string, finding: () => RawFinding): void => {
      if (!told.has(key)) found.push(finding());
      told.add(key);
    };
    for (const answer of file.answers) {
      const { question, questionSpan, ruleSpans, language, languageSpan, framework } = answer;
      if (question !== null && content.question(question) === null) {
        const known = banks.flatMap((bank) => bank.questions);
        found.push(unknown.name('question', { name: question, span: questionSpan, answer, known }));
      }
      for (const [rule, span] of Object.entries(ruleSpans))
        if (!rules.includes(rule))
          once(`rule ${span.start}`, () => unknown.name('rule', { name: rule, span, answer, known: rules }));
      if (framework !== null && isMisnamed(answer))
        once(`framework ${framework.start}`, () =>
          unknown.setting('framework', {
            name: framework.id,
            span: spanOf(framework),
            answer,
            known: frameworks,
          }),
        );
      if (language !== null && languageSpan !== null && !answerLanguages.includes(language))
        once(`language ${languageSpan.start}`, () =>
          unknown.setting('language', { name: language, span: languageSpan, answer, known: answerLanguages }),
        );
    }
    for (const rule of file.suppressions.flatMap((suppression) => suppression.rules))
      if (!rules.includes(rule.id))
        found.push(unknown.name('rule', { name: rule.id, span: spanOf(rule), answer: null, known: rules }));
    return found;
  };

  return { unknownNames, isMisnamed };
}

/** A name in a file that does not exist. */
interface UnknownName {
  readonly name: string;
  readonly span: Span;
  /** The answer it is given for; null: all answers of the file. */
  readonly answer: Answer | null;
  /** The names that there are. */
  readonly known: readonly string[];
}

function unknownNameFindings(own: FindingMaker['own'], t: Translate) {
  return {
    /** A name that has a rule of its own. */
    name: (kind: 'question' | 'rule', { name, span, answer, known }: UnknownName): RawFinding =>
      own({
        rule: `unknown-${kind}`,
        span,
        answer,
        values: { [kind]: visibleName(name) },
        near: nearest(name, known),
        words: name,
      }),
    /** A name by which the file cannot be read as it asks. */
    setting: (
      kind: 'role' | 'framework' | 'language',
      { name, span, answer, known }: UnknownName,
    ): RawFinding => {
      const values = { [kind]: visibleName(name), known: known.join(', ') };
      return own({
        rule: 'parse-error',
        span,
        answer,
        values: { problem: t(`lint.problem.unknown-${kind}`, values) },
        // Codes of two letters are all alike.
        near: kind === 'language' ? null : nearest(name, known),
        words: name,
      });
    },
  };
}
