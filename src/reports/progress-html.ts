import { isoDay } from '../rehearsal/periods.js';
import type { Progress } from '../rehearsal/progress.js';
import { longDay } from './long-day.js';
import { duration, type ProgressNames, percent, periodsTitle } from './progress-names.js';
import {
  figureRows,
  findingRows,
  lengthRow,
  type ProgressRow,
  partGroups,
  TWO_MINUTES,
} from './progress-rows.js';
import { columnChart, lineChart, shareBars } from './progress-svg.js';
import { html, page, table } from './session-page.js';

/** Stands where there is nothing to measure. */
const NOTHING = '–';

/** The progress of every role as one page that needs nothing beside itself. */
export function progressHtml(
  all: readonly Progress[],
  { names, generated }: { readonly names: ProgressNames; readonly generated: string },
): string {
  const { t, language } = names;
  const title = t('progress.title');
  const contents =
    all.length < 2
      ? ''
      : `<nav aria-label="${html(t('progress.roles'))}"><ul>${all
          .map(({ role }, index) => `<li><a href="#role-${index + 1}">${html(names.role(role))}</a></li>`)
          .join('')}</ul></nav>\n`;
  const body = `<h1>${html(title)}</h1>
<p class="quiet">${html(t('progress.generated', { date: longDay(generated, language) }))}</p>
${contents}${all.map((progress, index) => roleSection(progress, names, `role-${index + 1}`)).join('')}`;
  return page({ title, language, body });
}

/** @param id of the section, good for a part of others */
function roleSection(progress: Progress, names: ProgressNames, id: string): string {
  const { t } = names;
  const { role, periods } = progress;
  const labels = periods.map(({ start }) => isoDay(start));
  const charts =
    labels.length === 0
      ? ''
      : `<h3>${html(t('progress.over-time'))}</h3>
<p class="quiet">${html(periodsTitle(progress, names))}</p>
${labels.length === 1 ? once(progress, names) : overTime(progress, names, { labels, id })}`;
  return `<section aria-labelledby="${id}">
<h2 id="${id}">${html(names.role(role))}</h2>
${tiles(progress, names)}
${due(progress, names)}
${charts}${competencies(progress, names, id)}${rules(progress, names)}</section>
`;
}

function tiles(progress: Progress, { t }: ProgressNames): string {
  const { questions, streak } = progress;
  const facts: readonly (readonly [string, string])[] = [
    [t('progress.tile.answers'), String(progress.answers)],
    [t('progress.tile.questions'), `${questions.practised} / ${questions.total}`],
    [t('progress.tile.sessions'), String(progress.sessions)],
    [t('progress.tile.time'), duration(progress.seconds, t)],
    [t('progress.tile.streak'), String(streak.current)],
    [t('progress.tile.longest'), String(streak.longest)],
  ];
  return `<dl class="tiles">${facts
    .map(([name, value]) => `<div><dt>${html(name)}</dt><dd>${html(value)}</dd></div>`)
    .join('')}</dl>`;
}

function due(progress: Progress, names: ProgressNames): string {
  const { t } = names;
  const now = progress.due.filter(({ overdue }) => overdue >= 0);
  const heading = `<h3>${html(now.length === 0 ? t('progress.nothing-due') : t('progress.due', { count: now.length }))}</h3>\n`;
  const list = now.map(({ question, overdue }) => {
    const since =
      overdue === 0 ? '' : ` <span class="quiet">${html(t('progress.overdue', { count: overdue }))}</span>`;
    return `<li>${html(names.question(question))}${since}</li>\n`;
  });
  const later = progress.due.filter(({ overdue }) => overdue < 0);
  const upcoming =
    later.length === 0
      ? ''
      : table({
          caption: t('progress.upcoming'),
          head: [t('progress.upcoming'), t('progress.head.day')],
          rows: later.map(({ question, day }) => [names.question(question), isoDay(day)]),
        });
  return `${heading}${list.length === 0 ? '' : `<ul>\n${list.join('')}</ul>\n`}${upcoming}`;
}

/** Measures of the only period there is: a chart of one point shows nothing. */
function once(progress: Progress, names: ProgressNames): string {
  const { t } = names;
  const single = (title: string, head: string, rows: readonly ProgressRow[]) =>
    table({
      caption: title,
      head: [title, head],
      rows: rows.map(({ letter, name, values, format }) => {
        const [value = null] = values;
        return [letter === '' ? name : `${letter} ${name}`, value === null ? NOTHING : format(value)];
      }),
    });
  const tables = [
    ...partGroups(progress, names).map(({ title, rows }) => single(title, t('progress.head.share'), rows)),
    single(t('progress.measures'), t('progress.head.value'), [
      ...figureRows(progress, names),
      lengthRow(progress, names),
      ...findingRows(progress, names),
    ]),
  ];
  return `<div class="once">\n${tables.join('\n')}\n</div>\n`;
}

function overTime(
  progress: Progress,
  names: ProgressNames,
  { labels, id }: { readonly labels: readonly string[]; readonly id: string },
): string {
  const { t } = names;
  const head = t(progress.unit === 'day' ? 'progress.head.day' : 'progress.head.period');
  const beside = (title: string, rows: readonly ProgressRow[]) =>
    table({
      caption: title,
      dates: true,
      head: [head, ...rows.map(({ letter, name }) => letter || name)],
      whole: [null, ...rows.map(({ letter, name }) => (letter === '' ? null : name))],
      rows: labels
        .map((label, index) => [
          label,
          ...rows.map(({ values, format }) => {
            const value = values[index] ?? null;
            return value === null ? NOTHING : format(value);
          }),
        ])
        // A day without such answers says nothing.
        .filter(([, ...cells]) => cells.some((cell) => cell !== NOTHING))
        .toReversed(),
    });
  const figure = (title: string, chart: string, rows: readonly ProgressRow[]) =>
    `<figure><figcaption>${html(title)}</figcaption>${legend(rows)}${chart}${beside(title, rows)}</figure>\n`;
  const parts = partGroups(progress, names).map(({ title, rows }, index) =>
    figure(
      title,
      lineChart(rows, {
        labels,
        text: { id: `${id}-parts-${index}`, title, description: described(rows, t) },
      }),
      rows,
    ),
  );
  const single = (row: ProgressRow, name: string, colour: number, limit: number | null = null) =>
    figure(
      row.name,
      columnChart(row, {
        labels,
        colour,
        limit,
        text: { id: `${id}-${name}`, title: row.name, description: described([row], t) },
      }),
      [row],
    );
  const [figures, proven] = figureRows(progress, names);
  const [errors, warnings] = findingRows(progress, names);
  return [
    ...parts,
    single(figures, 'figures', 0),
    single(proven, 'proven', 3),
    single(lengthRow(progress, names), 'aloud', 2, TWO_MINUTES),
    single(errors, 'errors', 5),
    single(warnings, 'warnings', 1),
  ].join('');
}

/** What the letters stand for, each in the colour of its line; empty where there are none. */
function legend(rows: readonly ProgressRow[]): string {
  if (rows.every(({ letter }) => letter === '')) return '';
  const items = rows.map(
    ({ letter, name }, at) => `<span class="c${at % 6}"><b>${html(letter)}</b> ${html(name)}</span>`,
  );
  return `<p class="legend">${items.join(' ')}</p>`;
}

/** What the lines do, in words. */
function described(rows: readonly ProgressRow[], t: ProgressNames['t']): string {
  return rows
    .flatMap(({ name, values, format }) => {
      const known = values.filter((value) => value !== null);
      const [first] = known;
      const last = known.at(-1);
      if (first === undefined || last === undefined) return [];
      return [t('progress.from-to', { name, from: format(first), to: format(last) })];
    })
    .join(' ');
}

/** Classes of the shares of a bar, from good to what is to be told anew. */
const SHADES = ['good', 'hard', 'again'] as const;

function competencies(progress: Progress, names: ProgressNames, id: string): string {
  const { t } = names;
  const practised = progress.competencies.filter(({ questions }) => questions.practised > 0);
  if (practised.length === 0) return '';
  const title = t('progress.competencies');
  const name = (id: string, weak: boolean) =>
    weak ? `${names.competency(id)} (${t('progress.weak')})` : names.competency(id);
  const chart = shareBars(
    practised.map(({ id, weak, grades }) => ({
      name: name(id, weak),
      shares: [
        ['good', grades.good + grades.easy],
        ['hard', grades.hard],
        ['again', grades.again],
      ],
    })),
    {
      id: `${id}-competencies`,
      title,
      description: practised
        .map(({ id, grades }) =>
          t('progress.share', { name: names.competency(id), share: percent(grades.good + grades.easy, t) }),
        )
        .join(' '),
    },
  );
  const beside = table({
    caption: title,
    head: [
      t('progress.head.competency'),
      t('progress.head.good'),
      t('progress.head.rough'),
      t('progress.head.broken'),
      t('progress.head.questions'),
      t('progress.head.criteria'),
    ],
    rows: progress.competencies.map(({ id, weak, grades, questions, criteria }) => [
      name(id, weak),
      ...(questions.practised === 0
        ? [NOTHING, NOTHING, NOTHING]
        : [grades.good + grades.easy, grades.hard, grades.again].map((share) => percent(share, t))),
      `${questions.practised}/${questions.total}`,
      criteria.asked === 0 ? NOTHING : `${criteria.touched}/${criteria.asked}`,
    ]),
  });
  const shades = (['good', 'rough', 'broken'] as const).map(
    (head, at) => `<span class="${SHADES[at]}">■ ${html(t(`progress.head.${head}`))}</span>`,
  );
  const legend = `<p class="legend" aria-hidden="true">${shades.join(' ')}</p>`;
  return `<figure><figcaption>${html(title)}</figcaption>${legend}${chart}${beside}</figure>\n`;
}

function rules(progress: Progress, { t, rule: ruleName }: ProgressNames): string {
  if (progress.rules.length === 0) return '';
  const items = progress.rules.map(
    ({ rule, answers }) =>
      `<li>${html(t('session.summary.rule', { rule: ruleName(rule), count: answers }))} <code>${html(rule)}</code></li>\n`,
  );
  return `<h3>${html(t('progress.recurring'))}</h3>\n<ul>\n${items.join('')}</ul>\n`;
}
