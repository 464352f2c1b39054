import { FORM } from '../../types.js';
import { endings, endsWithAny, listed } from '../lists.js';

/** «мать», «пять», «память» … and the numerals in «-дцать»: no infinitives. */
const NOT_TJ = listed(`
  мать кровать печать память сеть нить пять опять зять путь плеть рукоять треть суть ртуть жуть чуть
  чуть-чуть благодать рать гать прыть девять десять вспять челюсть сыть ять копоть ломоть лапоть коготь
  деготь локоть ноготь тать кисть есть хоть вплоть
`);

/** Verbs in «-сть, -зть», where most words are nouns («часть», «новость»). */
const STJ_VERBS = endings(
  'сесть съесть поесть доесть надоесть класть красть пасть учесть зачесть прочесть счесть почесть лезть грызть',
);

/** Verbs in «-ти»: «найти», «провести», «вырасти». */
const TI_VERBS = endings(
  'йти идти нести вести везти расти мести плести цвести спасти трясти грести ползти блюсти брести обрести',
);
const NOT_TI = listed('страсти мести сласти власти части области совести повести чести лести');

/** Verbs in «-чь», where most words are nouns («ночь», «мелочь»). */
const CHJ_VERBS = endings(
  'мочь беречь лечь влечь жечь тичь стричь пренебречь прячь сечь испечь запечь течь обречь стеречь толочь волочь увлечь',
);
const NOT_CHJ = listed('течь картечь немочь невмочь');

/** «снизить», «найти», «помочь», «договориться»; not «часть», «страсти», «ночь». */
export function isInfinitive(norm: string): boolean {
  if (norm.length < 4) return norm === 'идти' || norm === 'ить';
  const body = norm.endsWith('ся') || norm.endsWith('сь') ? norm.slice(0, -2) : norm;
  if (body !== norm)
    return endsWithAny(body, ['ть', 'ти', 'чь']) && norm !== 'пасть' && !norm.endsWith('костись');
  if (norm.endsWith('ть')) return isInfinitiveInTj(norm);
  if (norm.endsWith('ти'))
    return TI_VERBS.end(norm) && !NOT_TI.has(norm) && !norm.endsWith('страсти') && norm !== 'двести';
  return norm.endsWith('чь') && CHJ_VERBS.end(norm) && !NOT_CHJ.has(norm);
}

function isInfinitiveInTj(norm: string): boolean {
  const before = norm.at(-3) ?? '';
  if (before === 'с' || before === 'з') return STJ_VERBS.end(norm) && !norm.endsWith('апасть');
  if (!'аеиоуыя'.includes(before)) return false;
  return !NOT_TJ.has(norm) && !norm.endsWith('дцать') && !norm.endsWith('десять') && !norm.endsWith('-пять');
}

/** Nouns and genitive plurals in «-ав, -ив, -ев, -яв» that look like a gerund. */
const NOT_V = listed(`
  состав устав сплав рукав нрав прав неправ сустав анклав удав канав глав трав держав приправ забав
  застав облав отрав слав переправ здрав голов гнев хлев посев нагрев сев напев подогрев прогрев
  обогрев перегрев королев распев припев зев рев налив залив отлив прилив разлив пролив слив олив полив
  архив массив актив пассив коллектив мотив лейтмотив позитив негатив норматив кооператив корпоратив нарратив детектив
  инициатив перспектив альтернатив директив объектив аперитив примитив императив локомотив реактив
  креатив эксклюзив курсив презерватив против напротив супротив див нив пив ив красив счастлив терпелив
  учтив правдив ленив спесив жив надрыв минздрав справедлив разборчив устойчив настойчив доверчив
  вежлив молчалив расправ справ управ постав оправ потрав предикатив конъюнктив рецидив бурав конклав
  архитрав шкив штатив абразив паллиатив восприимчив забывчив изменчив находчив отзывчив обидчив
  переменчив неустойчив крив лжив
`);

/** Gerunds in «-ыв»: the rest («отзыв», «перерыв») are nouns. */
const YV_GERUNDS = ['крыв', 'быв', 'мыв'];
const NOT_YV = listed('отмыв размыв смыв намыв промыв');

/** «-я» of prefixed verbs of motion: «придя», «проведя», «внеся» — perfective in meaning. */
const PERFECTIVE_YA = endings('йдя придя ведя неся везя обретя учтя прочтя сочтя');
const NOT_YA = listed('');

/** Imperfective gerunds that no adjective ends like: «используя», «учитывая», «поддерживая». */
const IMPERFECTIVE_YA = endings(
  'уя юя авливая овливая раивая шивая чивая рывая зывая тывая дывая кивая пивая стывая матривая азывая уживая живая ливая ляя веряя нимая сывая бывая вывая нивая ривая мечая',
);
const NOT_IMPERFECTIVE = listed(`
  статуя чешуя живая неживая терпеливая справедливая вежливая счастливая сварливая молчаливая
  назойливая заботливая талантливая совестливая кропотливая стыдливая дождливая тоскливая прожорливая
  торопливая сонливая болтливая настойчивая устойчивая разборчивая доверчивая неустойчивая обидчивая
  отзывчивая находчивая забывчивая изменчивая вспыльчивая кривая пивая сливая вдумчивая догадливая
  суетливая крикливая неприветливая приветливая
`);
/** Frequent ones by name, since «-ая» is mostly an adjective. */
const GERUNDS_IN_AYA = listed(`
  зная делая понимая судя гася дежуря работая думая считая помогая решая отвечая получая предлагая объясняя выполняя
  проверяя оставляя принимая собирая создавая давая находя приходя проводя выходя исходя уходя ведя
  имея умея сравнивая общаясь начиная заканчивая включая исключая соблюдая ожидая опираясь
  рассчитывая стараясь пытаясь составляя управляя сохраняя позволяя сокращая снижая повышая увеличивая
  улучшая избегая уделяя изучая обучая встречая говоря смотря слушая нанимая доводя листая вставая
  трогая прося используя выясняя уточняя меняя заменяя применяя распределяя направляя отправляя
  добавляя теряя сидя стоя глядя видя читая спрашивая отвлекая привлекая вовлекая назначая обещая
`);

/** Bits of {@link FORM} of a gerund: «снизив», «договорившись», «работая»; 0 for any other word. */
export function gerundOf(norm: string): number {
  const perfective = FORM.gerund | FORM.perfective;
  const imperfective = FORM.gerund | FORM.imperfective;
  if (norm.endsWith('вшись')) return perfective | FORM.reflexive;
  if (norm.endsWith('кшись') || norm.endsWith('гшись')) return perfective | FORM.reflexive;
  if (norm.endsWith('вши') && norm.length > 4) return perfective;
  if (norm.endsWith('ясь') && norm.length > 5) return imperfective | FORM.reflexive;
  if (norm.endsWith('в')) return norm.length > 3 && isGerundInV(norm) ? perfective : 0;
  if (norm === 'держа' || norm === 'слыша' || norm === 'будучи') return imperfective;
  if (!norm.endsWith('я') || norm.length < 4) return 0;
  if (GERUNDS_IN_AYA.has(norm)) return imperfective;
  if (PERFECTIVE_YA.end(norm) && !NOT_YA.has(norm)) return norm === 'ведя' ? imperfective : perfective;
  return IMPERFECTIVE_YA.end(norm) && !NOT_IMPERFECTIVE.has(norm) ? imperfective : 0;
}

function isGerundInV(norm: string): boolean {
  return endsAsGerundInV(norm) && !NOT_V.has(norm) && !NOT_YV.has(norm);
}

function endsAsGerundInV(norm: string): boolean {
  const before = norm.at(-2);
  if (before === 'а' || before === 'и' || before === 'я') return !isNounInIv(norm);
  if (before === 'ы') return endsWithAny(norm, YV_GERUNDS);
  if (before === 'у') return norm.endsWith('нув');
  // «посмотрев», «преодолев»; genitives stand after «ц», «ь» and vowels: «месяцев», «случаев».
  return before === 'е' && 'рдплмт'.includes(norm.at(-3) ?? '-') && norm.length > 5;
}

/** «-ктив», «-ссив», «-юзив», «-льтив» are nouns throughout; «сократив», «заметив» are gerunds. */
function isNounInIv(norm: string): boolean {
  return endsWithAny(norm, ['ктив', 'ссив', 'юзив', 'рсив', 'оратив', 'матив', 'гатив', 'натив']);
}
