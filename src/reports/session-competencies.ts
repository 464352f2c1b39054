import type { CompetencySummary } from '../rehearsal/competencies.js';
import type { Grade } from '../rehearsal/grade.js';
import { linesOf, padded, widest } from './answer-layout.js';
import type { ProgressNames } from './progress-names.js';
import type { Paint } from './types.js';

/** Heads and cells of the table of competencies, for the terminal and for a page. */
export function competencyTable(
  summaries: readonly CompetencySummary[],
  { t, competency }: Pick<ProgressNames, 't' | 'competency'>,
): { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  return {
    head: [
      t('progress.head.competency'),
      t('session.competencies.answers'),
      t('session.competencies.parts'),
      t('progress.head.criteria'),
      t('session.competencies.verdict'),
    ],
    rows: summaries.map(({ id, answers, parts, criteria, grades }) => [
      competency(id),
      String(answers),
      parts.asked === 0 ? '–' : `${Math.floor(parts.there)}/${parts.asked}`,
      criteria.asked === 0 ? '–' : `${criteria.touched}/${criteria.asked}`,
      t(`session.competencies.grade.${worst(grades)}`),
    ]),
  };
}

/** A competency is as good as the answer that shows it worst. */
function worst(grades: readonly Grade[]): Grade {
  return (['again', 'hard', 'good', 'easy'] as const).find((grade) => grades.includes(grade)) ?? 'again';
}

/** The table for a terminal; where it is too wide, a line a competency. */
export function competencyText(
  summaries: readonly CompetencySummary[],
  names: Pick<ProgressNames, 't' | 'competency'>,
  { columns, paint }: { readonly columns: number; readonly paint: Paint },
): string {
  if (summaries.length === 0) return '';
  const { head, rows } = competencyTable(summaries, names);
  const widths = head.map((title, index) => widest([title, ...rows.map((row) => row[index] ?? '')]));
  const line = (row: readonly string[]) =>
    row
      .map((cell, index) => padded(cell, widths[index] ?? 0))
      .join('  ')
      .trimEnd();
  const table = [line(head), ...rows.map(line)];
  const title = paint('bold', names.t('session.competencies.title'));
  if (widest(table) > columns)
    return [
      title,
      ...rows.flatMap(([name = '', answers, parts, criteria, verdict]) =>
        linesOf(
          `${name}: ${names.t('session.competencies.line', { answers: answers ?? '', parts: parts ?? '', criteria: criteria ?? '', verdict: verdict ?? '' })}`,
          columns,
        ),
      ),
    ].join('\n');
  return [title, paint('dim', table[0] ?? ''), ...table.slice(1)].join('\n');
}
