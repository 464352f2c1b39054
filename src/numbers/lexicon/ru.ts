import type { NumberLexicon, NumberWord, UnitWord } from './types.js';

type Rank = 1 | 2 | 3 | 4;

/** Value, rank, then every form of the word; typed slips that are common («двацать») stand with the rest. */
const CARDINALS: readonly (readonly [number, Rank, string])[] = [
  [0, 4, 'ноль нуль нуля нулю нулем ноля нолю нолем нуле'],
  [1, 1, 'один одна одно одного одной одну одному одним одном одною'],
  [2, 1, 'два две двух двум двумя двое двоих двоим двоими'],
  [3, 1, 'три трех трем тремя трое троих троим троими'],
  [4, 1, 'четыре четырех четырем четырьмя четверо четверых четверым четверыми'],
  [5, 1, 'пять пяти пятью пятеро пятерых пятерым пятерыми'],
  [6, 1, 'шесть шести шестью шестеро шестерых шестерым'],
  [7, 1, 'семь семи семью семеро семерых семерым'],
  [8, 1, 'восемь восьми восемью восьмью восьмеро восьмерых'],
  [9, 1, 'девять девяти девятью девятеро девятерых'],
  [10, 2, 'десять десяти десятью десятеро десятерых'],
  [11, 2, 'одиннадцать одиннадцати одиннадцатью'],
  [12, 2, 'двенадцать двенадцати двенадцатью'],
  [13, 2, 'тринадцать тринадцати тринадцатью'],
  [14, 2, 'четырнадцать четырнадцати четырнадцатью'],
  [15, 2, 'пятнадцать пятнадцати пятнадцатью'],
  [16, 2, 'шестнадцать шестнадцати шестнадцатью'],
  [17, 2, 'семнадцать семнадцати семнадцатью'],
  [18, 2, 'восемнадцать восемнадцати восемнадцатью'],
  [19, 2, 'девятнадцать девятнадцати девятнадцатью'],
  [20, 3, 'двадцать двадцати двадцатью двацать'],
  [30, 3, 'тридцать тридцати тридцатью'],
  [40, 3, 'сорок сорока'],
  [50, 3, 'пятьдесят пятидесяти пятьюдесятью писят'],
  [60, 3, 'шестьдесят шестидесяти шестьюдесятью'],
  [70, 3, 'семьдесят семидесяти семьюдесятью'],
  [80, 3, 'восемьдесят восьмидесяти восемьюдесятью'],
  [90, 3, 'девяносто девяноста'],
  [100, 4, 'сто ста'],
  [200, 4, 'двести двухсот двумстам двумястами двухстах'],
  [300, 4, 'триста трехсот тремстам тремястами трехстах'],
  [400, 4, 'четыреста четырехсот четыремстам четырехстах'],
  [500, 4, 'пятьсот пятисот пятистам пятистах'],
  [600, 4, 'шестьсот шестисот шестистам'],
  [700, 4, 'семьсот семисот семистам'],
  [800, 4, 'восемьсот восьмисот восьмистам'],
  [900, 4, 'девятьсот девятисот девятистам'],
  [1.5, 4, 'полтора полторы полутора'],
  [50, 4, 'полсотни'],
  [150, 4, 'полтораста'],
  [500, 4, 'полтысячи'],
  [5e5, 4, 'полмиллиона полмиллионом полумиллиона полмиллиону'],
  [5e8, 4, 'полмиллиарда'],
];

const SCALES: readonly (readonly [number, string])[] = [
  [100, 'сотней сотнями'],
  [1e3, 'тысяча тысячи тысяч тысячу тысяче тысячей тысячью тысячами тысячам тысячах тыс тыщ тыщу тыща тыщи'],
  [1e6, 'миллион миллиона миллионов миллиону миллионом миллионами миллионам млн'],
  [1e9, 'миллиард миллиарда миллиардов млрд'],
];

/** Stem and value; the endings are those of adjectives. */
const ORDINALS: readonly (readonly [number, string])[] = [
  [2, 'втор'],
  [4, 'четверт'],
  [5, 'пят'],
  [6, 'шест'],
  [7, 'седьм'],
  [8, 'восьм'],
  [9, 'девят'],
  [10, 'десят'],
  [11, 'одиннадцат'],
  [12, 'двенадцат'],
  [13, 'тринадцат'],
  [14, 'четырнадцат'],
  [15, 'пятнадцат'],
  [16, 'шестнадцат'],
  [17, 'семнадцат'],
  [18, 'восемнадцат'],
  [19, 'девятнадцат'],
  [20, 'двадцат'],
  [30, 'тридцат'],
  [40, 'сороков'],
  [50, 'пятидесят'],
  [60, 'шестидесят'],
  [70, 'семидесят'],
  [80, 'восьмидесят'],
  [90, 'девяност'],
  [100, 'сот'],
];
const ADJECTIVE_ENDINGS = ['ый', 'ой', 'ая', 'ое', 'ые', 'ого', 'ому', 'ым', 'ом', 'ую', 'ых', 'ыми'];
const THIRD = 'третий третья третье третьи третьего третьему третьим третьем третьей третью третьих третьими';

const PARTS: readonly (readonly [number, string])[] = [
  [1 / 2, 'половина половины половину половине половиной'],
  [1 / 3, 'треть трети третей'],
  [1 / 4, 'четверть четверти четвертью четвертей'],
];

const MULTIPLES: readonly (readonly [number, string])[] = [
  [2, 'вдвое удвоил удвоила удвоили удвоился удвоилась удвоилось удвоились'],
  [1 / 2, 'наполовину'],
  [1.5, 'полуторакратно полуторный полуторной'],
  [2, 'двукратно двукратный двукратное двукратного двукратным'],
  [3, 'втрое утроил утроила утроили утроился утроилась утроилось утроились трехкратно трехкратный'],
  [4, 'вчетверо четырехкратно'],
  [5, 'впятеро пятикратно'],
  [6, 'вшестеро'],
  [10, 'вдесятеро десятикратно'],
];

const REPETITIONS: readonly (readonly [number, string])[] = [
  [2, 'дважды'],
  [3, 'трижды'],
  [4, 'четырежды'],
];

const HALF_UNITS: readonly (readonly [number, string, string])[] = [
  [6, 'mo', 'полгода полугода полугодия'],
  [30, 'min', 'полчаса получаса'],
  [0.5, 'd', 'полдня'],
  [30, 's', 'полминуты'],
  [0.5, 'mo', 'полмесяца'],
];

const VAGUE: readonly (readonly [number, string])[] = [
  [10, 'десятки десятков десятками десяток десятка'],
  [12, 'дюжина дюжину дюжины дюжин'],
  [100, 'сотни сотен сотня сотню'],
];

/** Unit, the form that stands alone for one of them («за неделю»), the other forms. */
const DURATIONS: readonly (readonly [string, string, string])[] = [
  ['ms', '', 'миллисекунд миллисекунды мс'],
  ['s', 'секунду', 'секунда секунды секунд секундам секундами секунде сек'],
  ['min', 'минуту', 'минута минуты минут минутам минутами минутах минуточку минут мин'],
  ['h', 'час', 'часа часов часу часам часами часах'],
  ['d', 'день сутки', 'дня дней дню дням днями днях суток суткам сутками'],
  ['w', 'неделю', 'неделя недели недель неделе неделям неделями неделях'],
  ['mo', 'месяц', 'месяца месяцев месяцу месяце месяцам месяцами месяцах мес'],
  ['q', 'квартал', 'квартала кварталов кварталам'],
  ['y', 'год', 'года лет году годам годами годах годик'],
];

const UNITS: readonly (readonly [UnitWord, string])[] = [
  [{ kind: 'percent', unit: '%' }, 'процент процента процентов проценту процентам процентами процентах проц'],
  [{ kind: 'points', unit: 'pp' }, 'пп'],
  [{ kind: 'money', unit: 'rub' }, 'руб рубль рубля рублей рублям рублями рубли рублю рублях'],
  [{ kind: 'money', unit: 'rub' }, 'р'],
  [{ kind: 'money', unit: 'usd' }, 'доллар доллара долларов доллары баксов бакса'],
  [{ kind: 'money', unit: 'eur' }, 'евро'],
  [{ kind: 'times', unit: 'times' }, 'раз раза разов'],
  [{ kind: 'duration', unit: 'h' }, 'ч'],
  [{ kind: 'duration', unit: 's', glued: true }, 'с'],
  [{ kind: 'fold', unit: 'times', glued: true }, 'х'],
  [{ kind: 'grade', unit: 'grade' }, 'балл балла баллов баллам звезд звезды звезда'],
];

const MONTHS =
  'январь января январе февраль февраля феврале март марта марте апрель апреля апреле май мая мае июнь июня июне июль июля июле август августа августе сентябрь сентября сентябре октябрь октября октябре ноябрь ноября ноябре декабрь декабря декабре';

function words(line: string): string[] {
  return line.split(' ').filter((word) => word !== '');
}

function numbers(): Map<string, NumberWord> {
  const map = new Map<string, NumberWord>();
  for (const [value, stem] of ORDINALS) {
    for (const ending of ADJECTIVE_ENDINGS) map.set(stem + ending, { is: 'ordinal', value });
  }
  for (const form of words(THIRD)) map.set(form, { is: 'ordinal', value: 3 });
  for (const [value, forms] of PARTS) for (const form of words(forms)) map.set(form, { is: 'part', value });
  for (const [value, forms] of MULTIPLES)
    for (const form of words(forms)) map.set(form, { is: 'multiple', value });
  for (const [value, forms] of REPETITIONS)
    for (const form of words(forms)) map.set(form, { is: 'repetition', value });
  for (const [value, unit, forms] of HALF_UNITS) {
    for (const form of words(forms)) map.set(form, { is: 'duration', value, unit });
  }
  for (const [value, forms] of VAGUE) for (const form of words(forms)) map.set(form, { is: 'vague', value });
  for (const [value, rank, forms] of CARDINALS) {
    for (const form of words(forms)) map.set(form, { is: 'cardinal', value, rank });
  }
  for (const [value, forms] of SCALES) for (const form of words(forms)) map.set(form, { is: 'scale', value });
  map.set('к', { is: 'scale', value: 1e3, glued: true });
  map.set('м', { is: 'scale', value: 1e6, glued: true });
  return map;
}

function units(): Map<string, UnitWord> {
  const map = new Map<string, UnitWord>();
  for (const [unit, single, rest] of DURATIONS) {
    for (const form of words(rest)) map.set(form, { kind: 'duration', unit });
    for (const form of words(single)) map.set(form, { kind: 'duration', unit, single: true });
  }
  for (const [unit, forms] of UNITS) for (const form of words(forms)) map.set(form, unit);
  return map;
}

/** Russian: every form of the number words, since the case says nothing about the amount. */
export const RUSSIAN: NumberLexicon = {
  numbers: numbers(),
  units: units(),
  months: new Map(words(MONTHS).map((month) => [month, true])),
  down: words(
    'сниз сниж сократ сокращ уменьш упал упад падени снизу меньше быстрее ускор урез срез сэконом ниже просел просад',
  ),
  up: words('вырос выраст увелич повыс повыш подня подрос больше выше рост росл прирос прирост расшир'),
};
