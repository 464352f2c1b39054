import { localText } from '../../content/localized.js';
import type { Translate } from '../../content/messages.js';
import type { Bank, Framework, Question, Stage } from '../../content/types.js';
import { escapeInline } from '../../rehearsal/answer-file.js';
import type { LanguageCode } from '../../text/types.js';

export interface AnswersTemplateOptions {
  readonly language: LanguageCode;
  readonly t: Translate;
  readonly framework: (id: string) => Framework;
}

/**
 * A file of answers still to be written: the questions of one stage, each with what its answer needs in
 * comments. A comment is no answer, so `lint` says of each that nothing has been written yet.
 */
export function answersTemplate(bank: Bank, stage: Stage, options: AnswersTemplateOptions): string {
  const { language, t } = options;
  const title = `# ${localText(bank.name, language)}: ${t(`content.stage.${stage}`)}`;
  const questions = bank.questions.filter((question) => question.stage === stage);
  const blocks = questions.map((question) => questionTemplate(question, options));
  return [`---\nrole: ${bank.role}\n---`, title, ...blocks].join('\n\n').concat('\n');
}

function questionTemplate(question: Question, { language, t, framework }: AnswersTemplateOptions): string {
  const heading = `## ${escapeInline(oneLine(localText(question.text, language)))} {#${question.id}}`;
  const hint = t('init.hint', { hint: oneLine(localText(question.hint, language)) });
  const parts = question.framework === null ? [] : framework(question.framework).parts;
  const asks = parts.map(({ name, ask }) =>
    t('init.part', {
      part: capital(oneLine(localText(name, language))),
      ask: oneLine(localText(ask, language)),
    }),
  );
  return [heading, [hint, ...asks].map(comment).join('\n')].join('\n\n');
}

/** Two hyphens would end a comment. */
function comment(text: string): string {
  return `<!-- ${text.replaceAll('--', '—')} -->`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
