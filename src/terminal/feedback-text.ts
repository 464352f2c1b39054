import { ANY_PART_RULE, CRITERIA_RULE } from '../content/rule-names.js';
import type { Level, Question, Sample } from '../content/types.js';
import { visible } from '../content/visible.js';
import type { Complaint, Revision } from '../rehearsal/outcome.js';
import { hanging, reportWidth } from '../reports/answer-layout.js';
import { inLanguage, type TextStyle } from './text-style.js';
import { wrap } from './wrap.js';

/** How what a revision names by id is called in the language of the reader. */
export interface RevisionNames {
  readonly rule: (id: string) => string;
  readonly part: (id: string) => string;
  readonly criterion: (id: string) => string;
}

/**
 * After a revision: which findings it closed, which are new, which are still open, and what the interviewer now
 * hears or hears no longer; empty where nothing is to be told.
 */
export function revisionText(
  { closed, fresh, open, heard, lost }: Revision,
  names: RevisionNames,
  { t, paint, columns }: TextStyle,
): string {
  const complaint = ({ rule, part }: Complaint) =>
    part === null ? names.rule(rule) : t('session.revision.part', { part: names.part(part) });
  const list = (key: string, mark: string, items: readonly string[]) =>
    items.length === 0
      ? []
      : [
          paint('bold', t(`session.revision.${key}`)),
          ...items.map((item) => hanging(`  ${mark} `, item, reportWidth(columns))),
        ];
  return [
    ...list('closed', paint('green', '✓'), closed.map(complaint)),
    ...list('heard', paint('green', '✓'), heard.map(names.criterion)),
    ...list('fresh', paint('red', '✗'), fresh.map(complaint)),
    ...list('lost', paint('red', '–'), lost.map(names.criterion)),
    ...list('open', paint('yellow', '!'), open.map(complaint)),
  ].join('\n');
}

/** What an answer to the question must show at a level; empty where the bank says nothing of it. */
export function levelText(
  { byLevel }: Question,
  level: Level | undefined,
  { language, t, paint, columns }: TextStyle,
): string {
  const wanted = level === undefined ? undefined : byLevel?.[level];
  if (level === undefined || wanted === undefined) return '';
  const title = paint('bold', t('prompt.level', { level: t(`prompt.levels.${level}`) }));
  return wrap(`${title} ${inLanguage(wanted, language)}`, columns);
}

/**
 * Sample answers in the language of the candidate's own answer, in any other where there are none: strong ones
 * first, the weak ones with what they lack.
 */
export function samplesText(
  question: Question,
  names: Pick<RevisionNames, 'rule' | 'part'>,
  { language, t, paint, columns }: TextStyle,
): string {
  const own = question.samples.filter((sample) => sample.language === language);
  const all = own.length > 0 ? own : question.samples;
  return (['strong', 'weak'] as const)
    .flatMap((grade) => {
      const shown = all.filter((sample) => sample.grade === grade);
      return shown.map((sample, index) => {
        const which = `${index + 1}/${shown.length}`;
        const title = t(`session.sample.${grade}`) + (shown.length > 1 ? ` ${which}` : '');
        const paragraphs = visible(sample.text.trim()).split('\n');
        return [
          paint(grade === 'strong' ? 'green' : 'yellow', title),
          ...paragraphs.map((line) => wrap(line, columns, '  ')),
          ...(grade === 'weak' ? lacksOf(sample, question) : []).map((lack) =>
            hanging(`  ${paint('yellow', '!')} `, lack, reportWidth(columns)),
          ),
        ].join('\n');
      });
    })
    .join('\n\n');

  function lacksOf({ expect }: Sample, { criteria }: Question): string[] {
    const rules = expect.findings.filter((rule) => rule !== ANY_PART_RULE && rule !== CRITERIA_RULE);
    const parts = expect.missing.filter((part) => !rules.includes(`missing-${part}`));
    const [touched, asked] = [expect.criteria.length, criteria.length];
    return [
      ...parts.map((part) => t('session.revision.part', { part: names.part(part) })),
      ...rules.map(names.rule),
      ...(touched < asked ? [t('session.sample.criteria', { touched, asked })] : []),
    ];
  }
}
