import { FORM } from '../../types.js';
import { endings, endsWithAny, listed } from '../lists.js';

/** Masculine pasts without «-л»: «помог», «вырос». */
const WITHOUT_L = listed(`
  помог смог мог ошиб ушиб повез влек залип прилип вырос возрос подрос рос принес привез внес перенес понес вынес унес донес отнес нанес
  занес поднес произнес преподнес разнес снес довез нес вез отвез увез завез вывез перевез развез спас
  лег слег прилег залег достиг постиг привык отвык исчез погиб окреп сберег берег уберег зажег сжег
  обжег пренебрег предостерег отвлек привлек вовлек извлек увлек навлек умер замер запер отпер стер
  вытер избег подвергся ушиб упер протух пек испек высох просох замерз замолк смолк утих затих стих
  проник вник возник повис завис ослаб озяб промок залез влез вылез слез полез отстриг постриг подстриг
  напряг сек пересек подсек тек протек истек утек опроверг отверг подверг низверг вверг воздвиг сдвиг
`);

/** «сдвиг» is a noun first, and so is «рос» («выпала роса» — but «спрос рос»). */
const NOUN_WITHOUT_L = listed('сдвиг сек');

/** Nouns (and other words) that end like a past masculine; their other cases («отдела») follow. */
const NOUN_L = listed(`
  отдел подотдел раздел предел удел надел передел водораздел пробел дел тел котел козел орел осел узел
  пепел расстрел самострел прострел мел пострел стрел ареал идеал персонал канал сигнал журнал финал
  терминал арсенал криминал оригинал функционал трибунал пенал генерал адмирал минерал либерал федерал
  интеграл капитал портал квартал вокзал зал бал вал кал накал скандал вандал скал шкал привал провал
  подвал завал интервал навал развал обвал перевал карнавал сериал бокал металл балл тыл пыл стул аул
  караул разгул прогул отгул загул гул баул посул мул титул консул модул акул правил сил могил чернил
  перил удил стропил крокодил дебил мобил угол посол смысл умысел промысел вымысел замысел помысел чел
  универсал безнал самосвал перл идол материал пьедестал хрустал кристалл одеял покрывал зеркал лекал
  мочал пчел школ авиасел шквал мадригал мангал нахал бахвал кинжал астрал централ причал каннибал
  коленвал аврал спортзал нал безнал пулл цел кресел настил
`);

/** Families of such nouns by ending: «потенциал», «ритуал», «профессионал», «протокол», «стимул». */
const NOUN_L_ENDINGS = endings('иал уал ционал сионал ол ул онал');
/** … and the verbs that end so all the same: «колол», «порол», «вернул», «обул», «прогонал». */
const VERB_L_ENDINGS = endings('лол рол нул дул обул разул');

/** Words in «-ла» that are no past: nouns in the nominative, genitives that have no masculine above. */
const NOT_LA = listed(`
  школа сила шкала пила скала хвала похвала мгла игла метла зола смола юла пчела стрела скула акула
  формула вилла могила дела тела числа масла стекла зеркала правила кресла весла ремесла сверла зла
  узла угла козла орла осла посла горла смысла умысла промысла вымысла замысла цикла свекла тепла
  одеяла покрывала жала сала чучела светила чернила перила удила стропила горнила кабала дотла добела
  сначала наголо лекала мочала бухла капсула консула мускула молекула матрикула вассала купола вобла
  хула светла мила кукла зубрила артикула
`);

/** Nouns in «-ло», and adverbs. */
const NOT_LO = listed(`
  дело тело число масло стекло зеркало правило мыло кресло весло ремесло сверло зло назло тепло светло
  тяжело мало немало около одеяло покрывало начало жало сало чучело горло рыло светило точило лекало
  весело смело умело бело цело кругло тускло подло мило уныло наголо вяло зрело несмело неумело
  невесело дупло табло кило мерило крыло пекло хило гнило сусло тягло дышло падло хайло грызло помело
  седло сопло мочало поддувало опахало стойло пойло мурло горнило шило бухло зубило
`);

/** Nouns and other words in «-ли». */
const NOT_LI = listed(`
  если или недели модели отрасли роли детали мысли соли земли боли цели рубли стили вдали издали петли
  стебли капли доли кабели корабли апрели угли нули вопли тоннели панели двигатели автомобили пароли
  консоли гастроли короли воли мозоли медали печали морали вертикали педали спирали магистрали
  горизонтали профили мили кили пули кастрюли модули июли патрули ходули рули пилюли пыли костыли
  ковыли ясли гусли постели мебели артели щели отели параллели акварели качели колыбели канители шинели
  шрапнели свирели ли нежели неужели туннели фестивали фитили штили текстили утили форели кегли трели
  хрустали бемоли контроли купели картели бордели макрели туфли оглобли сабли соболи вуали эмали табели
`);

const FAMILY_TELI_VERBS = endings(
  'хотели летели вертели свистели блестели пыхтели потели кряхтели шелестели терпели смотрели хрустели пустели',
);

/** Consonants before «-ла, -ло, -ли» of a past: «помогла», «принесла», «умерла», «учли», «пришло». */
const CONSONANT_BEFORE_L = 'сзгкбрхшч';
const VOWELS = 'аеиоуыяэю';

/** Gender and number bits of a finite past, 0 for any other word: «провела» → feminine. */
export function pastOf(norm: string): number {
  if (WITHOUT_L.has(norm) && !NOUN_WITHOUT_L.has(norm)) return FORM.past | FORM.masculine;
  if (norm.endsWith('ся') || norm.endsWith('сь')) return reflexivePast(norm);
  if (norm.endsWith('л')) return norm.length > 2 || norm === 'ел' ? masculine(norm) : 0;
  return norm.length > 3 || norm === 'шла' || norm === 'шли' || norm === 'шло' ? withEnding(norm) : 0;
}

function reflexivePast(norm: string): number {
  const body = norm.slice(0, -2);
  if (body.length < 3) return 0;
  if (norm.endsWith('ся')) {
    if (WITHOUT_L.has(body)) return FORM.past | FORM.masculine | FORM.reflexive;
    return isVowel(body.at(-2)) && body.endsWith('л') ? FORM.past | FORM.masculine | FORM.reflexive : 0;
  }
  const gender = genderOf(body);
  return gender !== 0 && mayPrecedeL(body.at(-3)) ? FORM.past | FORM.reflexive | gender : 0;
}

function masculine(norm: string): number {
  return isVowel(norm.at(-2)) && !isNounInL(norm) ? FORM.past | FORM.masculine : 0;
}

function withEnding(norm: string): number {
  if (!mayPrecedeL(norm.at(-3)) || !(norm.at(-2) === 'л')) return 0;
  const gender = genderOf(norm);
  if (gender === 0) return 0;
  const masculineForm = norm.slice(0, -1);
  if (norm.endsWith('ла') && (NOT_LA.has(norm) || isNounInL(masculineForm))) return 0;
  if (norm.endsWith('ло') && NOT_LO.has(norm)) return 0;
  if (norm.endsWith('ли') && (NOT_LI.has(norm) || isPluralNoun(norm))) return 0;
  return FORM.past | gender;
}

function isNounInL(norm: string): boolean {
  if (NOUN_L.has(norm)) return true;
  return NOUN_L_ENDINGS.end(norm) && !VERB_L_ENDINGS.end(norm);
}

/** «показатели», «покупатели» by the family; «роли», «модули» by the ending, «кололи», «вернули» not. */
function isPluralNoun(norm: string): boolean {
  if (norm.endsWith('тели')) return !FAMILY_TELI_VERBS.end(norm);
  if (norm.endsWith('оли')) return !norm.endsWith('лоли');
  if (norm.endsWith('ули')) return !endsWithAny(norm, ['нули', 'дули', 'обули']);
  return norm.endsWith('били') && norm.endsWith('мобили');
}

function genderOf(norm: string): number {
  if (norm.endsWith('ла')) return FORM.feminine;
  if (norm.endsWith('ло')) return FORM.neuter;
  return norm.endsWith('ли') ? FORM.plural : 0;
}

function mayPrecedeL(letter: string | undefined): boolean {
  return letter !== undefined && (VOWELS.includes(letter) || CONSONANT_BEFORE_L.includes(letter));
}

function isVowel(letter: string | undefined): boolean {
  return letter !== undefined && VOWELS.includes(letter);
}
