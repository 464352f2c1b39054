import { compilePatterns, matchPatterns } from '../text/patterns.js';
import type { Document, Span } from '../text/types.js';
import type { Quantity } from './types.js';

/** Phrases that say how a figure was measured, in the language of `src/text/patterns.ts`. */
const METHODS: readonly string[] = [
  // «рассчитан на основе выгрузки», «посчитали по логам»
  '(рассчитан*|рассчитал*|рассчитыва*|вычислил*|вычислен*)',
  '(посчитал*|считал*|подсчитал*|посчитан*) ..3 (по|вручную|из|за)',
  // «мы измеряли», «замерили до и после»; «засекали вместе»
  '(измерял*|измерил*|измерен*|замерял*|замерил*|замер|замеры|замеров|засекал*|засекли|засек)',
  // «по опросу», «по данным CRM»
  'по ..1 (опрос*|анкет*|данным|отчет*|статистике|логам|журнал*|выгрузк*|формуле|метрик*|дашборд*|замер*|выборк*|итогам опроса)',
  '(опрос|отчет|дашборд|статистика|выгрузка|аналитика|мониторинг|замер*) ..1 (показал*|показыва*|выявил*)',
  // «производился на основе регулярных опросов», «смотрела по трекеру»
  'на основ* ..1 (данных|опрос*|отчет*|выгрузк*|логов|замер*|crm)',
  '(смотрел*|видел*|видно|сверял*|сверил*) ..2 по',
  'расчет :',
  'расчет ..3 (вел*|производил*|проводил*|делал*)',
  '(сравнил*|сравнива*|сравнивая) ..6 (до|после|с прошл*|с предыдущ*|с контрольн*)',
  '(контрольн*) (групп*|магазин*|выборк*)',
  // "measured by", "according to the survey"
  '(measured|measuring|calculated|timed|benchmarked)',
  // "counted as clients lost over the year", "from the same report"
  '(tracked|counted) ..2 (in|by|with|over|from|via|as)',
  'according to',
  '(based|going) on ..3 (data|report*|survey*|log*|number*|figure*|ticket*|crm|analytics|dashboard*)',
  '(survey|report|dashboard|analytics|stats|log|logs|monitoring|data) (showed|shows|said|says|confirmed|put)',
  '(per|from|in) ..3 (survey*|dashboard*|analytics|report*|crm|log|logs|export|spreadsheet*|poll)',
  '(compared|comparing) ..6 (before|after|previous|last|control)',
  'before and after',
  '(a|ab) (/|-) b',
  'control group*',
];

const COMPILED = compilePatterns(METHODS);

/** The first place in each sentence that says how something was measured. */
export function findMethods(document: Document): Map<number, Span> {
  const { tokens, sentences } = document;
  const methods = new Map<number, Span>();
  let sentence = 0;
  for (const { from, to } of matchPatterns(COMPILED, tokens)) {
    const start = tokens[from]?.start ?? 0;
    while (sentence + 1 < sentences.length && start >= (sentences[sentence + 1]?.start ?? Infinity))
      sentence += 1;
    if (!methods.has(sentence)) methods.set(sentence, { start, end: tokens[to - 1]?.end ?? start });
  }
  return methods;
}

/** Sentences between a figure and the words that say how it was measured, nearest first. */
const NEAREST_FIRST = [0, -1, 1, -2, 2];

/** The place that is nearest to a figure, in its sentence or at most two away; null where there is none. */
export function nearestMethod(quantity: Quantity, methods: ReadonlyMap<number, Span>): Span | null {
  for (const step of NEAREST_FIRST) {
    const method = methods.get(quantity.sentence + step);
    if (method !== undefined) return method;
  }
  return null;
}
