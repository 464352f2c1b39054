import type { Run } from '../../test/e2e/terminal.js';

/** What the terminal shows for a while. */
export interface Shot {
  readonly rows: readonly (readonly Run[])[];
  readonly cursor: { readonly x: number; readonly y: number } | null;
  /** Seconds. */
  readonly lasts: number;
}

const CELL = { width: 8.4, height: 18 };
const MARGIN = 14;

/** Colours of a terminal's palette by their numbers, on dark and on light ground; both are read easily. */
const DARK = {
  ground: '#16181d',
  text: '#d7dae0',
  dim: '#8b929e',
  1: '#f07178',
  2: '#8fce72',
  3: '#e5c07b',
  4: '#6cb6ff',
  5: '#d291e4',
  6: '#5fd0d6',
};
const LIGHT = {
  ground: '#fafafa',
  text: '#22252b',
  dim: '#666c77',
  1: '#b3261e',
  2: '#2c6e1f',
  3: '#7d5a00',
  4: '#0a57b5',
  5: '#8a2aa3',
  6: '#0b6b75',
};

/**
 * The shots one after the other as one SVG that plays by itself, without scripts: each row stands in it once,
 * however many shots show it. Follows the reader's light or dark ground; with reduced motion the last shot stands
 * still.
 */
export function recordingSvg(
  shots: readonly Shot[],
  { columns, title }: { readonly columns: number; readonly title: string },
): string {
  const height = Math.max(...shots.map(({ rows }) => rows.length)) * CELL.height + 2 * MARGIN;
  const width = Math.ceil(columns * CELL.width + 2 * MARGIN);
  const total = shots.reduce((sum, { lasts }) => sum + lasts, 0);
  const known = new Map<string, string>();
  const frames: string[] = [];
  const moments: string[] = [];
  let at = 0;
  for (const [index, { rows, cursor, lasts }] of shots.entries()) {
    const lines = rows.flatMap((runs, row) => {
      const drawn = rowText(runs);
      if (drawn === '') return [];
      const id = known.get(drawn) ?? `r${known.size}`;
      known.set(drawn, id);
      return [`<use href="#${id}" y="${MARGIN + (row + 1) * CELL.height - 5}"/>`];
    });
    const bar = cursor
      ? `<rect class="c" x="${(MARGIN + cursor.x * CELL.width).toFixed(1)}" y="${MARGIN + cursor.y * CELL.height}" width="${CELL.width}" height="${CELL.height}"/>`
      : '';
    frames.push(`<g id="f${index}">${bar}${lines.join('')}</g>`);
    const percent = (seconds: number) => ((100 * seconds) / total).toFixed(2);
    const shown =
      at === 0 ? '0%{visibility:visible}' : `0%{visibility:hidden}${percent(at)}%{visibility:visible}`;
    const hidden = index === shots.length - 1 ? '' : `${percent(at + lasts)}%{visibility:hidden}`;
    moments.push(
      `@keyframes k${index}{${shown}${hidden}}#f${index}{animation:k${index} ${total}s step-end infinite}`,
    );
    at += lasts;
  }
  const rows = [...known].map(
    ([drawn, id]) => `<text id="${id}" x="${MARGIN}" xml:space="preserve">${drawn}</text>`,
  );
  const still = `@media(prefers-reduced-motion:reduce){g[id]{animation:none!important}#f${shots.length - 1}{visibility:visible}}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(title)}">
<title>${escaped(title)}</title>
<style>${theme(LIGHT)}@media(prefers-color-scheme:dark){${theme(DARK)}}text{font:14px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;white-space:pre}.b{font-weight:bold}g[id]{visibility:hidden}${moments.join('')}${still}</style>
<rect class="g" width="100%" height="100%" rx="8"/>
<defs>${rows.join('\n')}</defs>
${frames.join('\n')}
</svg>
`;
}

function theme({ ground, text, dim, ...colours }: typeof DARK): string {
  const numbered = Object.entries(colours).map(([number, colour]) => `.p${number}{fill:${colour}}`);
  return `.g{fill:${ground}}text{fill:${text}}.c{fill:${dim};opacity:.6}.d{fill:${dim}}${numbered.join('')}`;
}

/** Every run begins at its own column: the reader's font may be narrower than the cells. */
function rowText(runs: readonly Run[]): string {
  let column = 0;
  const spans = runs.map(({ text, colour, bold, dim }) => {
    const start = column;
    column += [...text].length;
    const shown = text.trimEnd();
    if (shown === '') return '';
    const names = [colour === null ? (dim ? 'd' : '') : `p${colour % 8}`, bold ? 'b' : ''].filter(
      (name) => name !== '',
    );
    const kind = names.length === 0 ? '' : ` class="${names.join(' ')}"`;
    const length = ([...shown].length * CELL.width).toFixed(1);
    return `<tspan x="${(MARGIN + start * CELL.width).toFixed(1)}" textLength="${length}"${kind}>${escaped(shown)}</tspan>`;
  });
  return spans.join('');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
