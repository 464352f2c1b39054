import type { FrameworkName } from '../answers/settings.js';
import type { Answer, AnswerFile } from '../answers/types.js';
import { nearest } from '../content/nearest.js';
import { visibleLine } from '../content/visible.js';
import type { Span } from '../text/types.js';
import { type FindingChoice, type FindingMaker, type RawFinding, ruleIds } from './lint-findings.js';

/** Tells of names in answer files that nothing has: questions, rules, structures, languages, roles. */
export interface NameCheck {
  /** In the order of the answers; what a file says once of all its answers is told once. */
  readonly unknownNames: (file: AnswerFile) => RawFinding[];
  /** True where an answer names a structure that there is not: read by another one it would be told wrong things. */
  readonly isMisnamed: (answer: Answer) => boolean;
}

export function nameCheck({ content, t }: FindingChoice, own: FindingMaker['own']): NameCheck {
  const { answerLanguages, banks, frameworks } = content.index;
  const rules = ruleIds(content);

  const unknownRole = ({ role, roleSpan }: AnswerFile): RawFinding[] => {
    const roles = banks.map((bank) => bank.role);
    if (role === null || roleSpan === null || roles.includes(role)) return [];
    const values = { role: visibleLine(role), known: roles.join(', ') };
    return [
      own({
        rule: 'parse-error',
        span: roleSpan,
        answer: null,
        values: { problem: t('lint.problem.unknown-role', values) },
        near: nearest(role, roles),
        words: role,
      }),
    ];
  };

  const unknownQuestion = (question: string, answer: Answer): RawFinding =>
    own({
      rule: 'unknown-question',
      span: answer.questionSpan,
      answer,
      values: { question: visibleLine(question) },
      near: nearest(
        question,
        banks.flatMap(({ questions }) => questions),
      ),
      words: question,
    });

  const unknownRule = (rule: string, span: Span, answer: Answer | null): RawFinding =>
    own({
      rule: 'unknown-rule',
      span,
      answer,
      values: { rule: visibleLine(rule) },
      near: nearest(rule, rules),
      words: rule,
    });

  const unknownFramework = ({ id, start, end }: FrameworkName, answer: Answer): RawFinding => {
    const values = { framework: visibleLine(id), known: frameworks.join(', ') };
    return own({
      rule: 'parse-error',
      span: { start, end },
      answer,
      values: { problem: t('lint.problem.unknown-framework', values) },
      near: nearest(id, frameworks),
      words: id,
    });
  };

  const unknownLanguage = (language: string, span: Span, answer: Answer): RawFinding => {
    const values = { language: visibleLine(language), known: answerLanguages.join(', ') };
    return own({
      rule: 'parse-error',
      span,
      answer,
      values: { problem: t('lint.problem.unknown-language', values) },
      words: language,
    });
  };

  const isMisnamed = ({ framework }: Answer): boolean =>
    framework !== null && !frameworks.includes(framework.id);

  return {
    isMisnamed,
    unknownNames: (file) => {
      const found = unknownRole(file);
      const told = new Set<string>();
      const once = (key: string, finding: () => RawFinding): void => {
        if (!told.has(key)) found.push(finding());
        told.add(key);
      };
      for (const answer of file.answers) {
        const { question, language, languageSpan, framework } = answer;
        if (question !== null && content.question(question) === null)
          found.push(unknownQuestion(question, answer));
        for (const [rule, span] of Object.entries(answer.ruleSpans))
          if (!rules.includes(rule)) once(`rule ${span.start}`, () => unknownRule(rule, span, answer));
        if (framework !== null && isMisnamed(answer))
          once(`framework ${framework.start}`, () => unknownFramework(framework, answer));
        if (language !== null && languageSpan !== null && !answerLanguages.includes(language))
          once(`language ${languageSpan.start}`, () => unknownLanguage(language, languageSpan, answer));
      }
      for (const { id, start, end } of file.suppressions.flatMap((suppression) => suppression.rules))
        if (!rules.includes(id)) found.push(unknownRule(id, { start, end }, null));
      return found;
    },
  };
}
