import { compilePatterns, matchPatterns, type PatternSet } from '../text/patterns.js';
import type { Document, LanguageCode, Span } from '../text/types.js';
import type { Quantity } from './types.js';

/** Phrases that say how a figure was measured, in the language of `src/text/patterns.ts`: in answers of every language. */
const SHARED: readonly string[] = [
  '(а|a) (/|-) (б|b|б-тест*|б-тестирован*)',
  '(power|google|яндекс) ..1 (bi|analytics|метрик*|аналитик*)',
  '(a|ab) (/|-) b',
];

/** The same of one language. */
const METHODS: Readonly<Record<LanguageCode, readonly string[]>> = {
  ru: [
    // «рассчитан на основе выгрузки», «посчитали по логам», «считаем как долю»; not «рассчитывал на большее»
    '(рассчитан*|рассчитал*|высчитал*|вычислил*|вычислен*)',
    '(считал*|посчитал*|пересчитал*|сосчитал*) (сам|сама|сами|вручную|руками|поштучно)',
    '(по|согласно) ..2 (чекам|кассе|кассовым|цифрам|записям|показаниям|камерам|табелю|табелям|накладным|счетчик*|датчик*)',
    'если верить',
    'тайн* покупател*',
    'хронометраж*',
    '(рассчитыва*|посчитал*|считал*|подсчитал*|посчитан*|считаем|считаю) ..3 (по|вручную|из|за|как|через|в)',
    // «мы измеряли», «замерили до и после»; «засекали вместе», «мерили раз в неделю»
    '(измерял*|измерил*|измеряем|измеряется|измерен*|замерял*|замерил*|замеряем|замеряется|замер|замеры|замеров|засекал*|засекли|засек|мерил|мерила|мерили|мерим|померил*|меряем|меряли)',
    // «по опросу», «по данным CRM», «по подсчётам бухгалтерии», «согласно отчёту»
    '(по|согласно) ..2 (опрос*|анкет*|данным|отчет*|статистике|логам|журнал*|выгрузк*|формуле|метрик*|дашборд*|замер*|выборк*|подсчет*|расчет*|оценк*|трекер*|чек-лист*|чеклист*|аналитике|мониторинг*|телефонии|учету|сводк*|ведомост*|таблиц*)',
    '(по|согласно) (результатам|итогам) ..1 (опрос*|анкет*|аудит*|провер*|исследован*|тест*|замер*|анализ*)',
    'судя по ..1 (опрос*|данным|отчет*|статистике|логам|журнал*|выгрузк*|метрик*|дашборд*|цифрам|графику)',
    '(опрос*|анкет*|отчет|отчеты|дашборд*|статистика|выгрузка|аналитика|мониторинг|замер*|аудит|данные|цифры|метрик*|график|трекер|crm|система) ..2 (показал*|показыва*|выявил*|подтверд*|зафиксир*|дал|дала|дали)',
    // «опросили клиентов», «провели опрос»
    '(опросил*|опрашива*|анкетирова*|проанкетир*)',
    '(провел*|проводил*|сделал*|запустил*) ..2 (опрос*|анкетирован*|замер*|аудит*|срез*|анализ)',
    // «данные брали из CRM», «цифры из дашборда»
    '(данные|данных|цифр*|показатель|показатели|статистик*) ..2 (из|с|в|по|брал*|взял*|снял*|собирал*) ..1 (crm|црм|bi|power|excel|эксел*|jira|zendesk|дашборд*|отчет*|систем*|метрик*|выгрузк*|телефони*|таблиц*|аналитик*|трекер*|учет*|журнал*)',
    '(брал*|взял*|снимал*|снял*|выгрузил*|выгружал*|выгружали) ..2 (данные|данных|цифры|статистику|отчет*|выгрузк*|логи|показател*) ',
    // «в метрике видно», «видели в дашборде»
    'в ..2 (метрик*|дашборд*|аналитик*|отчет*|crm|црм|систем*|таблиц*|трекер*|журнал*|статистик*) ..2 (видно|видел*|видим|показ*|зафиксир*|отража*)',
    '(видно|видел*|видим|фиксировал*|отмечал*|записывал*|смотрел*|проверил*|проверял*) ..2 в ..1 (метрик*|дашборд*|аналитик*|отчет*|crm|црм|систем*|таблиц*|трекер*|журнал*|статистик*|excel|эксел*)',
    // «производился на основе регулярных опросов», «смотрела по трекеру»
    'на основ* ..2 (данных|опрос*|отчет*|выгрузк*|логов|замер*|crm|анкет*|статистик*)',
    '(смотрел*|видел*|видно|сверял*|сверил*|проверил*|проверял*|отслеживал*) ..2 по',
    '(сверил*|сверял*) ..1 с',
    'расчет :',
    'расчет ..3 (вел*|производил*|проводил*|делал*)',
    // «бухгалтерия подтвердила», «финансисты посчитали»
    '(бухгалтер*|аналитик*|финансист*|финотдел*|экономист*|аудитор*|контролер*|отдел) ..2 (подтверд*|посчитал*|пересчитал*|проверил*|сверил*|насчитал*)',
    // «вела таблицу», «отмечала каждый отказ», «отслеживал каждую неделю»
    '(вел|вела|вели|завел|завела|завели) ..1 (таблиц*|табличк*|учет*|журнал*|статистик*|трекер*|лог|подсчет*)',
    '(отмечал*|записывал*|фиксировал*|отслеживал*|отслежива*|мониторил*|трекал*) ..1 (кажд*|все|еженедельн*|ежедневн*|раз)',
    '(отслеживал*|мониторил*|мониторим|отслеживаем|трекали)',
    '(взял*|брал*|сделал*|собрал*) ..2 выборк*',
    '(сравнил*|сравнива*|сравнивая|сравнени*) ..6 (до|после|с|за|два|две|по)',
    '(контрольн*) (групп*|магазин*|выборк*|замер*|срез*)',
  ],
  en: [
    // "measured by", "according to the survey"
    '(measured|measuring|measure|measures|calculated|calculate|timed|benchmarked|tallied|quantified)',
    // "counted as clients lost over the year", "from the same report"
    '(tracked|tracking|counted|counting|recorded|computed|defined|define|monitored|checked|verified) ..2 (in|by|with|over|from|via|as|against|weekly|monthly|daily|every|each|through|using)',
    'monitored',
    'according to',
    'as per',
    '(based|going|judging) (on|by|from) ..3 (data|report*|survey*|log*|number*|figure*|ticket*|crm|analytics|dashboard*|export*|feedback|audit*|record*|tracking|metric*|stats|poll*|sample*)',
    '(survey*|report|reports|dashboard*|analytics|stats|log|logs|monitoring|data|metrics|numbers|figures|tracking|audit|poll|crm|export*|spreadsheet|tracker|results|system) ..1 (showed|shows|show|said|says|confirmed|confirms|put|reported|reports|indicated|indicate|recorded|gave)',
    // "Jira shows", "Zendesk exports"
    '(jira|zendesk|salesforce|hubspot|tableau|looker|intercom|freshdesk|excel|crm|helpdesk|google) ..2 (showed|shows|show|confirmed|reported|reports|data|export*|report|stats|said|says|numbers)',
    '(surveyed|polled|sampled|audited)',
    '(ran|did|sent) ..3 (survey|poll|audit|benchmark)',
    '(logged|noted|recorded) ..1 (every|each|all)',
    '(finance|accounting|accountant*|accounts|auditor*|analytics|analyst*|controller*|team|department) ..2 (confirmed|verified|calculated|checked|validated)',
    '(by|on|from|per) ..4 (estimate*|reckoning|calculation*|measurement*)',
    '(by|per) ..3 own (count|figures|numbers|records)',
    '(per|from|in|by|via) ..3 (survey*|dashboard*|analytics|report|reports|crm|log|logs|export*|spreadsheet*|poll|polls|tracker|audit*|zendesk|jira|salesforce|questionnaire*|metrics|stats)',
    '(data|numbers|figures|stats) ..2 (from|in)',
    '(kept|keeping|keep) ..1 (spreadsheet|log|tally|record*|track|count)',
    '(pulled|exported|extracted) ..2 (data|number*|report*|figures|logs|export*|stats)',
    '(compared|comparing) ..6 (before|after|previous|last|control)',
    '(compared|comparing|comparison) (to|with|against|between) ..3 (shift*|group*|quarter*|month*|week*|year*|branch*|store*|team*|period*|baseline)',
    '(from|per) ..3 (data|figures|numbers|receipts|timesheets|readings|cameras)',
    'mystery shopper*',
    '(auditor*|analyst*|accountant*|finance|accounting) put',
    '(google|feedback) form*',
    '(compared|comparing) ..2 (months|weeks|quarters|years)',
    'before and after',
    'control group*',
  ],
};

/** By language, each when it is first asked for: most answers of a start have no figure of effect. */
const compiled = new Map<LanguageCode, PatternSet>();

function methodsOf(language: LanguageCode): PatternSet {
  let methods = compiled.get(language);
  if (methods === undefined) {
    methods = compilePatterns([...SHARED, ...(METHODS[language] ?? [])]);
    compiled.set(language, methods);
  }
  return methods;
}

/** The first place in each sentence that says how something was measured. */
export function findMethods(document: Document): Map<number, Span> {
  const { tokens, sentences, language } = document;
  const methods = new Map<number, Span>();
  let sentence = 0;
  for (const { from, to } of matchPatterns(methodsOf(language ?? ''), tokens)) {
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
