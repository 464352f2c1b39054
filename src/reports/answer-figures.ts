import type { ReadQuantity } from '../numbers/types.js';
import { quote } from '../rules/quote.js';
import type { Span } from '../text/types.js';
import { hanging, padded, widest } from './answer-layout.js';
import type { AnswerTextOptions } from './answer-text.js';
import { printableLine } from './escape.js';

/** Widest column of figures; what they are stands beside them. */
const WIDEST_FIGURE = 24;

/** The figures of an answer: as typed, what each is, what it started from, how it was measured. */
export function figureLines(
  quantities: readonly ReadQuantity[],
  text: string,
  { t, paint }: AnswerTextOptions,
  width: number,
): string {
  const figures = quantities.filter(({ kind }) => kind !== 'excluded');
  const others = quantities.filter(({ kind }) => kind === 'excluded');
  const typed = figures.map((figure) => said(text, figure));
  const column = Math.min(WIDEST_FIGURE, widest(typed));
  const lines = figures.map(({ role, base, method, ...span }, index) => {
    const about = [t(`answer.role.${role}`)];
    if (base !== undefined && (base.end <= span.start || base.start >= span.end))
      about.push(t('answer.base', { quote: said(text, base) }));
    if (method !== undefined) about.push(t('answer.method', { quote: said(text, method) }));
    const figure = padded(typed[index] ?? '', column);
    const mark = `  ${role === 'effect' ? paint('green', figure) : figure}  `;
    return hanging(mark, about.join('; '), width);
  });
  if (figures.length === 0) lines.push(`  ${t('answer.no-figures')}`);
  if (others.length > 0) {
    const list = others.map((figure) => `${said(text, figure)} (${t(`answer.excluded.${figure.role}`)})`);
    lines.push(paint('dim', hanging('  ', t('answer.not-counted', { list: list.join(', ') }), width)));
  }
  return [paint('bold', t('answer.heading.figures')), ...lines].join('\n');
}

function said(text: string, span: Span): string {
  return printableLine(quote(text, span));
}
