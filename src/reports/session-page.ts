import { printable } from './escape.js';

/** Untrusted text inside HTML, in an element or in a quoted attribute. */
export function html(text: string): string {
  return printable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/**
 * A page that needs nothing beside itself: no scripts, no fonts, no addresses. It follows the reader's choice of
 * light or dark, and prints.
 *
 * @param body HTML
 */
export function page({
  title,
  language,
  body,
  style = '',
}: {
  readonly title: string;
  readonly language: string;
  readonly body: string;
  /** Rules of this page alone, after those that all have. */
  readonly style?: string;
}): string {
  return `<!doctype html>
<html lang="${html(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${html(title)}</title>
<style>
${STYLE}${style}</style>
</head>
<body>
<main>
${body}</main>
</body>
</html>
`;
}

export interface Table {
  readonly caption: string;
  readonly head: readonly string[];
  /** What shortened heads stand for, by their index. */
  readonly whole?: readonly (string | null)[];
  /** The first cell names the row. */
  readonly rows: readonly (readonly string[])[];
  /** True where days name the rows: they are not broken. */
  readonly dates?: boolean;
  /** True where, on a phone, the cells of a row go below its name, each with its head before it. */
  readonly folds?: boolean;
}

/** A table of more rows has a window of its own. */
const LONG = 12;

/** A table of texts; a long one scrolls on the screen, by keyboard too, and is whole on paper. */
export function table({ caption, head, rows, whole = [], dates = false, folds = false }: Table): string {
  const headCell = (text: string, index: number) => {
    const full = whole[index] ?? null;
    return full === null ? html(text) : `<abbr title="${html(full)}">${html(text)}</abbr>`;
  };
  const cell = (text: string, index: number) => {
    const named = folds ? ` data-head="${html(head[index] ?? '')}"` : '';
    return index === 0 ? `<th scope="row">${html(text)}</th>` : `<td${named}>${html(text)}</td>`;
  };
  const kinds = [...(dates ? ['dates'] : []), ...(folds ? ['folds'] : [])].join(' ');
  return `<div class="scroll${rows.length > LONG ? ' tall' : ''}" role="region" aria-label="${html(caption)}" tabindex="0"><table${kinds === '' ? '' : ` class="${kinds}"`}>
<thead><tr>${head.map((text, index) => `<th scope="col">${headCell(text, index)}</th>`).join('')}</tr></thead>
<tbody>
${rows.map((row) => `<tr>${row.map(cell).join('')}</tr>\n`).join('')}</tbody>
</table></div>`;
}

/** Colours keep a contrast of 4.5 to 1 with their ground, in light and in dark. */
const STYLE = `:root {
  --ground: #ffffff; --raised: #f5f6f8; --text: #1d2330; --quiet: #596274; --line: #d5d9e0;
  --s: #1f5fbf; --t: #8a5a00; --a: #9b2c8a; --r: #1c7a3d;
  --good: #1c7a3d; --hard: #a86a00; --again: #b3261e; --none: #e3e6eb;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #15181e; --raised: #1e232b; --text: #e7eaf0; --quiet: #a3acbb; --line: #39414e;
    --s: #7fb0ff; --t: #f0b94d; --a: #e79adb; --r: #6fd08f;
    --good: #6fd08f; --hard: #f0b94d; --again: #ff8a80; --none: #323a46;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 16px/1.5 system-ui, sans-serif; overflow-wrap: break-word; }
main { max-width: 72rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.3rem; line-height: 1.3; margin: 2.5rem 0 .5rem; }
h3 { font-size: 1.05rem; margin: 1.5rem 0 .5rem; }
p { margin: .25rem 0 .75rem; max-width: 48rem; }
.quiet { color: var(--quiet); }
a { color: var(--s); }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding: 0; list-style: none; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); gap: .75rem; margin: 1rem 0; padding: 0; }
.tiles div { background: var(--raised); border-radius: .5rem; padding: .75rem 1rem; }
.tiles dt { color: var(--quiet); font-size: .875rem; }
.tiles dd { margin: 0; font-size: 1.25rem; font-weight: 600; line-height: 1.3; }
figure { margin: 1rem 0 1.5rem; display: grid; gap: .75rem 1.5rem; grid-template-columns: minmax(0, 1fr); }
figcaption { font-weight: 600; }
figcaption::first-letter { text-transform: uppercase; }
@media (min-width: 56rem) {
  figure { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); align-items: start; }
  figcaption { grid-column: 1 / -1; }
}
svg { display: block; width: 100%; max-width: 36rem; height: auto; }
abbr { text-decoration: none; }
.legend { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: .1rem 1rem; margin: 0; }
.legend span { color: var(--own); }
.good { --own: var(--good); } .hard { --own: var(--hard); } .again { --own: var(--again); }
.once { display: grid; gap: 1rem 1.5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); align-items: start; margin: 1rem 0; }
svg text { fill: var(--quiet); font: 14px system-ui, sans-serif; }
svg .grid { stroke: var(--line); stroke-width: 1; }
svg .limit { stroke: var(--quiet); stroke-width: 1.5; stroke-dasharray: 2 4; }
svg .line { fill: none; stroke-width: 2.5; stroke-linejoin: round; stroke-linecap: round; }
svg .own { font-weight: 600; }
.c0 { --own: var(--s); } .c1 { --own: var(--t); } .c2 { --own: var(--a); } .c3 { --own: var(--r); } .c4 { --own: var(--quiet); } .c5 { --own: var(--again); }
svg .line { stroke: var(--own); } svg .dot, svg .column { fill: var(--own); } svg text.own { fill: var(--own); }
.good { fill: var(--good); } .hard { fill: var(--hard); } .again { fill: var(--again); } .none { fill: var(--none); }
.scroll { overflow: auto; border: 1px solid var(--line); border-radius: .5rem; }
.tall { max-height: 19rem; }
.scroll:focus-visible { outline: 2px solid var(--s); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; font-variant-numeric: tabular-nums; }
th, td { padding: .35rem .6rem; text-align: right; vertical-align: top; border-bottom: 1px solid var(--line); }
tbody tr:last-child > * { border-bottom: 0; }
thead th { position: sticky; top: 0; background: var(--raised); font-weight: 600; }
td, .dates tbody th { white-space: nowrap; }
th:first-child { text-align: left; font-weight: 500; }
@media screen and (max-width: 36rem) {
  .folds, .folds tbody { display: block; }
  .folds thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .folds tr { display: flex; flex-wrap: wrap; gap: 0 1rem; padding: .4rem .6rem; border-bottom: 1px solid var(--line); }
  .folds tr:last-child { border-bottom: 0; }
  .folds th, .folds td { padding: 0; border: 0; text-align: left; }
  .folds tbody th { flex-basis: 100%; font-weight: 600; }
  .folds td::before { content: attr(data-head) " "; color: var(--quiet); }
}
ul, ol { padding-left: 1.4rem; }
li { margin: .25rem 0; max-width: 48rem; }
.marked { padding-left: 1.2rem; list-style: none; }
.marked li { text-indent: -1.2rem; }
.answer { background: var(--raised); border-radius: .5rem; padding: .75rem 1rem; white-space: pre-line; overflow-wrap: anywhere; max-width: 48rem; }
.badge { display: inline-block; border: 1px solid var(--own, var(--line)); color: var(--own, var(--text)); border-radius: 1rem; padding: 0 .6rem; font-size: .9rem; margin: 0 .25rem .25rem 0; }
mark { background: none; color: inherit; border-bottom: 2px solid var(--own); }
mark b { color: var(--own); margin-right: .3em; }
@media print {
  :root { --ground: #fff; --raised: #fff; --text: #000; --quiet: #444; --line: #bbb; --s: #1f5fbf; --t: #8a5a00; --a: #9b2c8a; --r: #1c7a3d; --good: #1c7a3d; --hard: #a86a00; --again: #b3261e; --none: #e3e6eb; }
  body { font-size: 11pt; }
  .scroll { overflow: visible; } .tall { max-height: none; }
  figure { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); align-items: start; }
  figcaption { grid-column: 1 / -1; }
  figure table { font-size: .8rem; } figure th, figure td { padding: .2rem .35rem; }
  figure, section > h2, .answer { break-inside: avoid; }
  .tiles div, .answer { border: 1px solid var(--line); }
  h2, h3, figcaption { break-after: avoid; }
}
`;
