import type { ProgressRow } from './progress-rows.js';
import { html } from './session-page.js';

/** What a chart is called and what it shows, for who does not see it. */
export interface ChartText {
  /** Unique in the page, good for an `id`. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

const WIDTH = 480;
const HEIGHT = 230;
const LEFT = 48;
const RIGHT = 34;
const TOP = 14;
const BOTTOM = 30;
const LOW = HEIGHT - BOTTOM;
/** Dashes tell lines apart where colours do not. */
const DASHES = ['', '8 5', '2 5', '12 4 3 4', '5 3', '1 4'];

/**
 * Measures over time as lines, one mark a value; each line ends in its letter.
 *
 * @param labels of the periods
 * @param limit a value that a dotted line marks; null for none
 */
export function lineChart(
  rows: readonly ProgressRow[],
  {
    text,
    labels,
    limit = null,
  }: { readonly text: ChartText; readonly labels: readonly string[]; readonly limit?: number | null },
): string {
  const top = Math.max(...rows.map((row) => row.top));
  const format = rows[0]?.format ?? String;
  const x = (index: number) =>
    labels.length < 2
      ? (LEFT + WIDTH - RIGHT) / 2
      : LEFT + 8 + (index * (WIDTH - RIGHT - LEFT - 16)) / (labels.length - 1);
  const y = (value: number) => LOW - (value / top) * (LOW - TOP);
  const lines = rows.map((row, at) => {
    const points = row.values.flatMap((value, index) =>
      value === null ? [] : [{ x: round(x(index)), y: round(y(value)) }],
    );
    const dash = DASHES[at % DASHES.length];
    const path = points.map((point) => `${point.x},${point.y}`).join(' ');
    const dots = points.map((point) => `<circle class="dot" cx="${point.x}" cy="${point.y}" r="3.5"/>`);
    return `<g class="c${at % 6}"><polyline class="line" points="${path}"${dash ? ` stroke-dasharray="${dash}"` : ''}/>${dots.join('')}</g>`;
  });
  return figure(
    text,
    `${frame([0, top / 2, top], { y, format })}${limitLine(limit, y)}${periodLabels(labels, x)}${lines.join('')}${lineNames(rows, y)}`,
  );
}

/** One measure over time as columns. */
export function columnChart(
  row: ProgressRow,
  {
    text,
    labels,
    colour,
    limit = null,
  }: {
    readonly text: ChartText;
    readonly labels: readonly string[];
    readonly colour: number;
    readonly limit?: number | null;
  },
): string {
  const slot = (WIDTH - RIGHT - LEFT) / Math.max(1, labels.length);
  const width = Math.min(28, slot * 0.7);
  const x = (index: number) => LEFT + slot * (index + 0.5);
  const y = (value: number) => LOW - (value / row.top) * (LOW - TOP);
  const columns = row.values.flatMap((value, index) => {
    if (value === null) return [];
    const height = Math.max(1.5, LOW - y(value));
    return [
      `<rect class="column" x="${round(x(index) - width / 2)}" y="${round(LOW - height)}" width="${round(width)}" height="${round(height)}" rx="2"/>`,
    ];
  });
  return figure(
    text,
    `${frame([0, row.top / 2, row.top], { y, format: row.format })}<g class="c${colour}">${columns.join('')}</g>${limitLine(limit, y)}${periodLabels(labels, x)}`,
  );
}

/** One bar a row, cut by shares; what the shares leave is empty. */
export function shareBars(
  rows: readonly {
    readonly name: string;
    readonly shares: readonly (readonly [css: string, share: number])[];
  }[],
  text: ChartText,
): string {
  const step = 40;
  const height = rows.length * step + 6;
  const bars = rows.map(({ name, shares }, index) => {
    const top = index * step;
    let from = 0;
    const cuts = shares.map(([css, share]) => {
      const start = from;
      from += share * WIDTH;
      return `<rect class="${css}" x="${round(start)}" y="${top + 22}" width="${round(share * WIDTH)}" height="11"/>`;
    });
    return `<text x="0" y="${top + 16}">${html(name)}</text><rect class="none" x="0" y="${top + 22}" width="${WIDTH}" height="11"/>${cuts.join('')}`;
  });
  return figure(text, bars.join(''), height);
}

function figure({ id, title, description }: ChartText, content: string, height = HEIGHT): string {
  return `<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="${id}-t ${id}-d"><title id="${id}-t">${html(title)}</title><desc id="${id}-d">${html(description)}</desc>${content}</svg>`;
}

function frame(
  values: readonly number[],
  { y, format }: { readonly y: (value: number) => number; readonly format: (value: number) => string },
): string {
  return values
    .map((value) => {
      const at = round(y(value));
      return `<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${at}" y2="${at}"/><text x="${LEFT - 6}" y="${at + 5}" text-anchor="end">${html(format(value))}</text>`;
    })
    .join('');
}

function limitLine(limit: number | null, y: (value: number) => number): string {
  if (limit === null) return '';
  const at = round(y(limit));
  return `<line class="limit" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${at}" y2="${at}"/>`;
}

/** The first and the last period; more would run into each other on a small screen. */
function periodLabels(labels: readonly string[], x: (index: number) => number): string {
  const last = labels.length - 1;
  if (last < 0) return '';
  const one = (index: number, anchor: string, at: number) =>
    `<text x="${round(at)}" y="${HEIGHT - 8}" text-anchor="${anchor}">${html(labels[index] ?? '')}</text>`;
  return last === 0 ? one(0, 'middle', x(0)) : one(0, 'start', LEFT) + one(last, 'end', WIDTH - RIGHT);
}

/** Letters at the ends of the lines, pushed apart where lines end at one place. */
function lineNames(rows: readonly ProgressRow[], y: (value: number) => number): string {
  const names = rows
    .flatMap((row, at) => {
      const last = row.values.findLast((value) => value !== null);
      return last === undefined || last === null ? [] : [{ at, letter: row.letter, y: y(last) }];
    })
    .sort((a, b) => a.y - b.y);
  const step = 15;
  // From the lowest up, each at least a step over the one below it.
  let below = LOW + step;
  for (const name of names.toReversed()) {
    name.y = Math.min(name.y, below - step);
    below = name.y;
  }
  // And none above the chart.
  let above = TOP - step;
  for (const name of names) {
    name.y = Math.max(name.y, above + step);
    above = name.y;
  }
  return names
    .map(
      ({ at, letter, y: place }) =>
        `<text class="own c${at % 6}" x="${WIDTH - RIGHT + 8}" y="${round(place + 5)}">${html(letter)}</text>`,
    )
    .join('');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
