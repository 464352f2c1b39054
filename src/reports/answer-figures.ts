import { pairStart } from '../numbers/pair-start.js';
import type { ReadQuantity } from '../numbers/types.js';
import { quote } from '../rules/quote.js';
import type { Span } from '../text/types.js';
import { hanging, padded, widest } from './answer-layout.js';
import type { AnswerTextOptions } from './answer-text.js';
import { printableLine } from './escape.js';

/** The figures of an answer: as typed, what each is, what it started from, how it was measured. */
export function figureLines(
  quantities: readonly ReadQuantity[],
  text: string,
  { t, paint, structured }: AnswerTextOptions,
  width: number,
): string {
  const figures = quantities.filter(({ kind }) => kind !== 'excluded');
  const others = quantities.filter(({ kind }) => kind === 'excluded');
  const typed = figures.map((figure) => withNoun(figure, text));
  // What they are stands beside them; a longer one has a line of its own.
  const column = widest(typed.filter((figure) => widest([figure]) <= width / 2 - 4));
  const lines = figures.map(({ role, target, base, method, ...span }, index) => {
    // Where no parts are asked for, no figure stands outside of one.
    const shown = !structured && role === 'other' ? 'any' : role;
    const about = [t(`answer.role.${target === true ? 'target' : shown}`)];
    if (base !== undefined && (base.end <= span.start || base.start >= span.end))
      about.push(t('answer.base', { quote: said(text, base) }));
    if (method !== undefined) about.push(t('answer.method', { quote: said(text, method) }));
    const figure = padded(typed[index] ?? '', column);
    const painted = role === 'effect' && target !== true ? paint('green', figure) : figure;
    if (widest([figure]) <= column) return hanging(`  ${painted}  `, about.join('; '), width);
    return `${hanging('  ', painted, width)}\n${hanging(' '.repeat(column + 4), about.join('; '), width)}`;
  });
  const rows = [...new Set(lines)];
  if (figures.length === 0) rows.push(`  ${t('answer.no-figures')}`);
  if (others.length > 0) {
    const list = others.map((figure) => `${said(text, figure)} (${t(`answer.excluded.${figure.role}`)})`);
    const once = [...new Set(list)].join(', ');
    rows.push(paint('dim', hanging('  ', t('answer.not-counted', { list: once }), width)));
  }
  return [paint('bold', t('answer.heading.figures')), ...rows].join('\n');
}

/** How far from its figure a counted noun may stand: "two of its five vans". */
const NOUN_WITHIN = 40;

/** «14 жалоб», "two … vans", «с 3 до 5 %»: a bare number says little. */
export function withNoun(figure: ReadQuantity, text: string): string {
  const start = figure.kind === 'pair' ? pairStart(text, figure) : figure.start;
  const typed = said(text, { start, end: figure.end });
  if (figure.kind !== 'count' || figure.unit === null) return typed;
  const after = text.slice(figure.end, figure.end + NOUN_WITHIN);
  const at = after.indexOf(figure.unit);
  if (at < 0) return typed;
  return `${typed}${after.slice(0, at).trim() === '' ? ' ' : ' … '}${printableLine(figure.unit)}`;
}

function said(text: string, span: Span): string {
  return printableLine(quote(text, span));
}
