import { isoDay } from '../rehearsal/periods.js';
import type { CompetencyProgress, Progress } from '../rehearsal/progress.js';
import { hanging, linesOf, padded, widest } from './answer-layout.js';
import { bar, type Marks, sparkline } from './bars.js';
import { longDay } from './long-day.js';
import { duration, type ProgressNames, periodsTitle } from './progress-names.js';
import { ends, figureRows, findingRows, lengthRow, type ProgressRow, partGroups } from './progress-rows.js';
import type { Paint } from './types.js';

export interface ProgressTextOptions {
  readonly names: ProgressNames;
  readonly paint: Paint;
  readonly columns: number;
  readonly marks: Marks;
  /** The command that practises a role. */
  readonly practise: (role: string) => string;
}

/** Widest page: rows that are longer lose their line on the way. */
const WIDEST = 120;
/** Most questions that are named; the others are counted. */
const NAMED = 5;

/** The progress of one role for a terminal. */
export function progressText(progress: Progress, options: ProgressTextOptions): string {
  const { names, paint } = options;
  const columns = Math.max(20, Math.min(options.columns, WIDEST));
  const own = { ...options, columns };
  const blocks = [
    [
      ...linesOf(paint('bold', `${names.role(progress.role)} (${progress.role})`), columns),
      ...overview(progress, own),
    ],
    measures(progress, own),
    competencies(progress, own),
    rules(progress, own),
    due(progress, own),
    goOn(progress, own),
  ];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

function overview(progress: Progress, { names, columns }: ProgressTextOptions): string[] {
  const { t } = names;
  const { questions, streak, days } = progress;
  const counts = [
    t('progress.answers', { count: progress.answers }),
    t('progress.practised', { ...questions }),
    t('progress.sessions', { count: progress.sessions }),
    t('progress.prompt-time', { time: duration(progress.seconds, t) }),
  ].join(' · ');
  const row = [
    t('progress.streak', { count: streak.current, longest: streak.longest }),
    ...(days === null ? [] : [t('progress.last', { date: longDay(isoDay(days.last), names.language) })]),
  ].join(' · ');
  return [...linesOf(counts, columns), ...linesOf(row, columns)];
}

function measures(progress: Progress, options: ProgressTextOptions): string[] {
  const { names, paint, columns } = options;
  const { t } = names;
  if (progress.periods.length === 0) return [];
  const groups = [
    ...partGroups(progress, names),
    {
      title: t('progress.measures'),
      rows: [...figureRows(progress, names), lengthRow(progress, names), ...findingRows(progress, names)],
    },
  ];
  const title = periodsTitle(progress, names);
  const rows = groups.flatMap((group) => group.rows);
  const labels = widest(rows.map(label));
  const times = columns >= 110 ? 2 : 1;
  // Two blanks on each side of the chart, five columns for the value.
  const room = Math.max(1, Math.floor((columns - labels - 11) / times));
  const drawn = (row: ProgressRow) => {
    const known = ends(row);
    const value = known === null ? '–' : row.format(known.last);
    const chart = sparkline(row.values.slice(-room), { top: row.top, marks: options.marks, times });
    const line = `  ${padded(label(row), labels)}  ${paint('cyan', chart)}  ${value.padStart(5)}`;
    if (known === null || row.values.length < 2) return line;
    const before = `  ${paint('dim', t('progress.was', { value: row.format(known.first) }))}`;
    return widest([line + before]) <= columns ? line + before : line;
  };
  return [
    ...linesOf(paint('bold', title), columns),
    ...groups.flatMap((group) => [...linesOf(group.title, columns), ...group.rows.map(drawn)]),
  ];
}

function label({ letter, name }: ProgressRow): string {
  return letter === '' ? name : `${letter} ${name}`;
}

function competencies(progress: Progress, options: ProgressTextOptions): string[] {
  const { names, paint, columns, marks } = options;
  const { t } = names;
  const practised = progress.competencies.filter(({ questions }) => questions.practised > 0);
  const other = progress.competencies.filter(({ questions }) => questions.practised === 0);
  if (practised.length === 0) return [];
  const mark = (competency: CompetencyProgress) => (competency.weak ? '! ' : '  ');
  const heads = [t('progress.head.questions'), t('progress.head.criteria')] as const;
  const cells = practised.map(
    ({ questions, criteria }) =>
      [
        `${questions.practised}/${questions.total}`,
        criteria.asked === 0 ? '–' : `${criteria.touched}/${criteria.asked}`,
      ] as const,
  );
  const widths = [0, 1].map((index) =>
    widest([heads[index] ?? '', ...cells.map((row) => row[index] ?? '')]),
  ) as [number, number];
  const room = columns - 2 - widths[0] - widths[1] - 6;
  const barWidth = Math.max(6, Math.min(24, Math.floor(room / 3)));
  const nameWidth = Math.min(
    Math.max(8, room - barWidth),
    widest(practised.map(({ id }) => names.competency(id))),
  );
  const right = (text: string, width: number) => ' '.repeat(Math.max(0, width - widest([text]))) + text;
  const rows = practised.flatMap((competency, index) => {
    const { grades } = competency;
    const [questions = '', criteria = ''] = cells[index] ?? [];
    const [name = '', ...more] = linesOf(names.competency(competency.id), nameWidth);
    const chart = bar([grades.good + grades.easy, grades.hard, grades.again], barWidth, marks);
    const painted = competency.weak ? paint('yellow', mark(competency) + name) : mark(competency) + name;
    const gap = ' '.repeat(Math.max(0, nameWidth - widest([name])));
    return [
      `${painted}${gap}  ${chart}  ${right(questions, widths[0])}  ${right(criteria, widths[1])}`,
      ...more.map((line) => `  ${line}`),
    ];
  });
  const head = `${' '.repeat(2 + nameWidth + 2 + barWidth + 2)}${right(heads[0], widths[0])}  ${right(heads[1], widths[1])}`;
  const [full, half, light] = marks.shades;
  return [
    ...linesOf(paint('bold', t('progress.competencies')), columns),
    paint('dim', head),
    ...rows,
    ...linesOf(paint('dim', t('progress.legend', { full, half, light })), columns),
    ...(other.length === 0
      ? []
      : linesOf(
          t('progress.untouched', { list: other.map(({ id }) => names.competency(id)).join(', ') }),
          columns,
        )),
  ];
}

function rules(progress: Progress, { names, columns }: ProgressTextOptions): string[] {
  if (progress.rules.length === 0) return [];
  const { t } = names;
  const items = progress.rules.map(({ rule, answers }) =>
    hanging('  – ', t('session.summary.rule', { rule: names.rule(rule), count: answers }), columns),
  );
  return [...linesOf(t('progress.rules'), columns), ...items];
}

function due(progress: Progress, { names, paint, columns }: ProgressTextOptions): string[] {
  const { t } = names;
  const now = progress.due.filter(({ overdue }) => overdue >= 0);
  const soon = progress.due.filter(({ overdue }) => overdue < 0 && overdue >= -7);
  const fresh = progress.questions.total - progress.questions.practised;
  const rest = (
    [
      ['soon', soon.length],
      ['later', progress.due.length - now.length - soon.length],
      ['fresh', fresh],
    ] as const
  )
    .filter(([, count]) => count > 0)
    .map(([key, count]) => t(`progress.${key}`, { count }))
    .join(' · ');
  return [
    paint('bold', now.length === 0 ? t('progress.nothing-due') : t('progress.due', { count: now.length })),
    ...now.slice(0, NAMED).map(({ question, overdue }) => {
      const since = overdue === 0 ? '' : ` ${paint('yellow', t('progress.overdue', { count: overdue }))}`;
      return hanging('  – ', `${names.question(question)}${since}`, columns);
    }),
    ...(now.length > NAMED ? [`    ${t('progress.more', { count: now.length - NAMED })}`] : []),
    ...(rest === '' ? [] : linesOf(rest, columns)),
  ];
}

function goOn(
  { role, due: questions }: Progress,
  { names, columns, practise }: ProgressTextOptions,
): string[] {
  const key = questions.some(({ overdue }) => overdue >= 0) ? 'progress.next' : 'progress.go-on';
  return linesOf(names.t(key, { command: practise(role) }), columns);
}
