import type { Analysis } from '../analyze.js';
import { visible } from '../content/visible.js';
import type { Colour } from '../reports/types.js';
import { inLanguage, type TextStyle } from './session-text.js';
import { wrap } from './wrap.js';

/** One answer as read: its sentences with the letters of their parts, what is missing, findings, the next fix. */
export function readingText(
  analysis: Analysis,
  structured: boolean,
  { language, t, paint, columns }: TextStyle,
): string {
  const { document, framework, sentences, parts, findings, nextFix, quantities } = analysis;
  const blocks: string[] = [];
  const partOf = (label: string | null) =>
    framework.parts.find((part) => part.label === label || (label !== null && part.shows.includes(label)));
  const lines = sentences.map(({ start, end, label, also }) => {
    const part = structured ? partOf(label) : undefined;
    const second = structured ? partOf(also) : undefined;
    const letters = `${part?.letter ?? '·'}${second ? second.letter : ' '}`;
    const text = visible(document.text.slice(start, end).replace(/\s+/g, ' ').trim());
    const colour = part?.colour as Colour | undefined;
    return wrap(`${letters} ${colour ? paint(colour, text) : text}`, columns, '  ');
  });
  if (lines.length > 0) blocks.push(lines.join('\n'));
  if (structured) {
    const states = parts.map(({ part, state }) => {
      const known = framework.parts.find(({ id }) => id === part);
      const text = `${known?.letter ?? ''} ${known ? inLanguage(known.name, language) : part}: ${t(`session.state.${state}`)}`;
      return state === 'present' ? paint('green', text) : paint(state === 'implied' ? 'yellow' : 'red', text);
    });
    blocks.push(wrap(states.join(' · '), columns));
  }
  const figures = quantities.filter(({ kind }) => kind !== 'excluded');
  blocks.push(
    figures.length === 0
      ? t('session.figures.none')
      : wrap(
          t('session.figures.found', {
            figures: figures.map(({ start, end }) => visible(document.text.slice(start, end))).join(', '),
          }),
          columns,
        ),
  );
  if (findings.length > 0)
    blocks.push(
      findings
        .map(({ severity, message, rule }) => {
          const colour = severity === 'error' ? 'red' : severity === 'warn' ? 'yellow' : 'dim';
          return wrap(`${paint(colour, '●')} ${visible(message)} ${paint('dim', `(${rule})`)}`, columns);
        })
        .join('\n'),
    );
  else blocks.push(paint('green', t('session.revision.clean')));
  if (nextFix)
    blocks.push(paint('bold', wrap(t('session.next-fix', { advice: visible(nextFix.advice) }), columns)));
  return blocks.join('\n\n');
}
