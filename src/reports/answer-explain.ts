import type { Because, PartReading, SentenceReading } from '../analysis/types.js';
import type { Analysis } from '../analyze.js';
import { localText } from '../content/localized.js';
import type { ReadQuantity } from '../numbers/types.js';
import { partOfLabel } from '../rules/pieces.js';
import { quote } from '../rules/quote.js';
import type { Span } from '../text/types.js';
import { type ReasonWords, reasonsInWords } from './answer-because.js';
import { withNoun } from './answer-figures.js';
import { hanging } from './answer-layout.js';
import type { AnswerTextOptions } from './answer-text.js';
import { printableLine } from './escape.js';
import type { Colour } from './types.js';

/** Over these probabilities a decision is called sure, and fairly sure. */
const SURE = 0.85;
const FAIRLY_SURE = 0.6;

/** Under this probability the nearest place of a missing part is not near. */
const NEAR = 0.05;

/** Sentence by sentence: the part, how sure the reading is, and what decided; then the parts that are not there, and the figures. */
export function explanation(
  analysis: Analysis,
  options: AnswerTextOptions,
  words: ReasonWords,
  width: number,
): string {
  const { t, paint } = options;
  const blocks = analysis.sentences
    .filter(({ onlyHeading }) => !onlyHeading)
    .map((sentence, index) => explainSentence(sentence, index + 1, { analysis, options, words, width }));
  const absent = analysis.parts
    .filter(({ state }) => state !== 'present')
    .map((part) => explainPart(part, { analysis, options, words, width }));
  const figures = (options.explain?.figures ?? []).flatMap((because, index) =>
    because.length === 0 ? [] : [explainFigure(index, because, { analysis, options, words, width })],
  );
  return [
    paint('bold', t('answer.heading.explain')),
    ...blocks,
    ...absent,
    ...(figures.length === 0 ? [] : ['', paint('bold', t('answer.heading.explain-figures')), ...figures]),
  ].join('\n');
}

/** «40 заявок», and on the lines below «размер результата» and why. */
function explainFigure(
  index: number,
  because: readonly Because[],
  { analysis, options, words, width }: Explained,
): string {
  const { t, paint } = options;
  const figure = analysis.quantities[index] as ReadQuantity;
  const role = t(`answer.role.${figure.role}`);
  const reasons = t('answer.because', { reasons: reasonsInWords(because, words).join('; ') });
  const named = withNoun(figure, analysis.document.text);
  return [hanging('  ', paint('bold', named), width), hanging('     ', `${role}. ${reasons}`, width)].join(
    '\n',
  );
}

interface Explained {
  readonly analysis: Analysis;
  readonly options: AnswerTextOptions;
  readonly words: ReasonWords;
  readonly width: number;
}

function explainSentence(
  { label, also, confidence, because, start, end }: SentenceReading,
  number: number,
  { analysis, options, words, width }: Explained,
): string {
  const { t, paint } = options;
  const { framework } = analysis;
  const part = partOfLabel(framework, label);
  const colour = (part?.colour ?? 'dim') as Colour;
  const named =
    also === null
      ? nameOf(label, analysis, options)
      : `${nameOf(label, analysis, options)} + ${nameOf(also, analysis, options)}`;
  const sure = t(
    `answer.confidence.${confidence >= SURE ? 'sure' : confidence >= FAIRLY_SURE ? 'fairly' : 'unsure'}`,
  );
  const mark = `${String(number).padStart(3)}  `;
  const reasons = reasonsInWords(because, words).join('; ');
  const why = reasons === '' ? '' : ` ${t('answer.because', { reasons })}`;
  return [
    hanging(mark, `${paint(colour, t('answer.quoted', { quote: said(analysis, { start, end }) }))}`, width),
    hanging('     ', `${paint('bold', named)}, ${sure}.${why}`, width),
  ].join('\n');
}

/** «действия (A)»; text without a part has no letter. */
function nameOf(label: string, { framework }: Analysis, { t, language }: AnswerTextOptions): string {
  const part = partOfLabel(framework, label);
  if (part === null) return t('answer.no-part');
  const name = localText(part.name, language);
  if (part.label === label) return `${part.letter} ${name}`;
  return `${part.letter} ${name} (${t(`answer.label.${label}`)})`;
}

function explainPart(
  { part: id, state, spans, because, nearest }: PartReading,
  { analysis, options, words, width }: Explained,
): string {
  const { t, paint, language } = options;
  const part = analysis.framework.parts.find((known) => known.id === id);
  const name = `${part?.letter ?? ''} ${part ? localText(part.name, language) : id}: ${t(`answer.state.${state}`)}`;
  const quoted = said(analysis, spans[0] ?? { start: 0, end: 0 });
  const reasons = reasonsInWords(because, words).join('; ');
  const why =
    state === 'missing'
      ? nearest === null || nearest.probability < NEAR
        ? t('answer.nothing-near')
        : t('answer.nearest', {
            quote: said(analysis, nearest.span),
            percent: Math.round(100 * nearest.probability),
          })
      : state === 'empty'
        ? t('answer.says-nothing', { quote: quoted })
        : t('answer.implied-by', { quote: quoted, reasons });
  return hanging(`  ${paint('red', '–')}  `, `${paint('bold', name)}. ${why}`, width);
}

function said({ document }: Analysis, span: Span): string {
  return printableLine(quote(document.text, span));
}
