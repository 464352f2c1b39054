import type { AnswerFile } from '../answers/types.js';
import { localText } from '../content/localized.js';
import type { Question } from '../content/types.js';
import { sarifRule } from '../reports/sarif-rule.js';
import type { ContentStore } from '../store/content.js';
import type { Span } from '../text/types.js';
import type { CommandContext } from './context.js';

type Language = Pick<CommandContext, 'language' | 't'>;
type MarkupFormat = 'markdown' | 'plaintext';

/** A rule or a question by its name in a file. */
interface NameInFile extends Span {
  readonly kind: 'rule' | 'question';
  readonly id: string;
}

/** What a file names at an offset: rules in comments and in front matter, questions of answers. */
export function nameAt({ answers, suppressions }: AnswerFile, offset: number): NameInFile | null {
  const covers = ({ start, end }: Span) => start <= offset && offset <= end;
  for (const { rules } of suppressions)
    for (const rule of rules) if (covers(rule)) return { ...rule, kind: 'rule' };
  for (const { question, questionSpan, ruleSpans } of answers) {
    if (question !== null && covers(questionSpan)) return { ...questionSpan, kind: 'question', id: question };
    for (const [id, span] of Object.entries(ruleSpans))
      if (covers(span)) return { ...span, kind: 'rule', id };
  }
  return null;
}

/** Null where there is no such rule. */
export function aboutRule(
  rule: string,
  kind: MarkupFormat,
  { content, language, t }: Language & { readonly content: ContentStore },
): string | null {
  const data = content.rules().find(({ id }) => id === rule);
  const { shortDescription, help } = sarifRule(rule, 'note', data, { t, language });
  if (help === undefined) return null;
  const summary = shortDescription?.text ?? '';
  return kind === 'markdown'
    ? shownAsTyped(`**${rule}**: ${summary}\n\n${help.markdown}`)
    : `${rule}: ${summary}\n\n${help.text}`;
}

/** What is asked, and what an answer has to bring. */
export function aboutQuestion(
  { id, text, hint, criteria, followUps, numbers }: Question,
  kind: MarkupFormat,
  { language, t }: Language,
): string {
  const said = (texts: Question['followUps']) => texts.map((each) => localText(each, language));
  const strong = (words: string) => (kind === 'markdown' ? `**${words}**` : words);
  const list = (name: string, lines: readonly string[]) =>
    lines.length === 0
      ? []
      : [`${strong(t(`command.banks.${name}`))}\n\n${lines.map((line) => `- ${line}`).join('\n')}`];
  const all = [
    `${strong(id)}: ${localText(text, language)}`,
    localText(hint, language),
    `${t('command.banks.figures')}: ${t(`content.numbers.${numbers}`)}`,
    ...list('criteria', said(criteria.map((criterion) => criterion.text))),
    ...list('follow-ups', said(followUps)),
  ].join('\n\n');
  return kind === 'markdown' ? shownAsTyped(all) : all;
}

/** Examples hold comments, which would not be seen, and headings. */
function shownAsTyped(markdown: string): string {
  return markdown.replace(/</g, '\\<').replace(/^#/gm, '\\#');
}
