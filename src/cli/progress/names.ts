import { visibleName } from '../../content/visible.js';
import type { ProgressNames } from '../../reports/progress-names.js';
import { inLanguage } from '../../terminal/text-style.js';
import type { CommandContext } from '../context.js';

/** Names from the content; ids for what no bank knows any more. */
export function progressNames({ content, language, t }: CommandContext): ProgressNames {
  const messages = content.messages(language);
  const { banks, frameworks } = content.index;
  return {
    t,
    language,
    role: (role) => {
      const bank = banks.find((known) => known.role === role);
      return bank === undefined ? visibleName(role) : inLanguage(bank.name, language);
    },
    question: (id) => {
      const question = content.question(id);
      return question === null ? visibleName(id) : inLanguage(question.text, language);
    },
    competency: (id) => {
      const key = `progress.competency.${id}`;
      return messages[key] === undefined ? visibleName(id) : t(key);
    },
    rule: (id) => {
      const rule = content.rules().find((known) => known.id === id);
      return rule === undefined ? visibleName(id) : inLanguage(rule.summary, language);
    },
    framework: (id) => (frameworks.includes(id) ? inLanguage(content.framework(id).name, language) : id),
    parts: (id) =>
      frameworks.includes(id)
        ? content.framework(id).parts.map((part) => ({
            id: part.id,
            letter: part.letter,
            name: inLanguage(part.name, language),
          }))
        : [],
  };
}
