import { FORM, type Token } from '../../types.js';
import type { SubjectReading } from '../index.js';
import { beginnings, endings, endsWithAny, listed } from '../lists.js';
import { isHappening } from './classes.js';

/**
 * Who acts in a Russian clause. The past tense has no person, so a verb without a subject is the speaker's
 * where it is singular, no noun to its left agrees with it, and it is no verb of happening («Провела аудит»
 * but «Вырос спрос»); a plural without a subject is nobody named («контракт продлили»).
 */
export function readSubject(tokens: readonly Token[], forms: number): SubjectReading {
  const agent = (forms & FORM.shortPassive) === 0 ? null : readAgentOfPassive(tokens);
  if (agent !== null) return agent;
  if ((forms & FORM.past) === 0) return readPresent(tokens, forms);
  const at = tokens.findIndex((token, index) => isMainPast(token, tokens, index));
  const verb = tokens[at];
  if (verb === undefined) return readPresent(tokens, forms);
  if (isImpersonal(tokens, at)) return { subject: readDative(tokens, at), verb };
  const pronoun = readPronoun(tokens, at);
  if (pronoun !== null) return { subject: pronoun, verb };
  if (hasSubjectBefore(tokens, at) || hasSubjectAfter(tokens, at)) return { subject: 'other', verb };
  if (has(verb, FORM.plural)) return { subject: 'unnamed', verb };
  return { subject: isDropped(verb, at, tokens) ? 'dropped' : 'other', verb };
}

function has(token: Token | undefined, form: number): boolean {
  return ((token?.word?.forms ?? 0) & form) !== 0;
}

/** «Мною был проведён аудит», «все вопросы решены мной». */
function readAgentOfPassive(tokens: readonly Token[]): SubjectReading | null {
  const passive = tokens.find((token) => has(token, FORM.shortPassive));
  if (passive === undefined) return null;
  if (tokens.some(({ norm }) => norm === 'мною' || norm === 'мной'))
    return { subject: 'speaker', verb: passive };
  if (tokens.some(({ norm }) => norm === 'нами')) return { subject: 'team', verb: passive };
  return null;
}

/** The first past verb that is no copula of another predicate: «надо было найти», «была снижена». */
function isMainPast(token: Token, tokens: readonly Token[], index: number): boolean {
  if (!has(token, FORM.past)) return false;
  if (!has(token, FORM.copula)) return true;
  const next = tokens[index + 1];
  return !(has(next, FORM.past) && !has(next, FORM.copula));
}

const IMPERSONAL = listed(`
  пришлось удалось получилось довелось оказалось выяснилось стоило хотелось казалось предстояло
  следовало требовалось понадобилось потребовалось повезло вышло пришло
`);
const MODALS = listed('надо нужно необходимо можно нельзя важно пора нужен нужна нужны');

/** «Мне пришлось», «нужно было», «удалось снизить»: neuter past without a subject. */
function isImpersonal(tokens: readonly Token[], at: number): boolean {
  const verb = tokens[at];
  if (verb === undefined || !has(verb, FORM.neuter)) return false;
  if (IMPERSONAL.has(verb.norm) && !(verb.norm === 'вышло' || verb.norm === 'пришло')) return true;
  return (
    verb.norm === 'было' && (MODALS.has(tokens[at - 1]?.norm ?? '') || MODALS.has(tokens[at + 1]?.norm ?? ''))
  );
}

/** «мне удалось» is the speaker's doing, «нам пришлось» the team's. */
function readDative(tokens: readonly Token[], at: number): 'speaker' | 'team' | 'none' {
  for (let index = Math.max(0, at - 4); index < Math.min(tokens.length, at + 4); index += 1) {
    if (tokens[index]?.norm === 'мне') return 'speaker';
    if (tokens[index]?.norm === 'нам') return 'team';
  }
  return 'none';
}

/** «я» left of a singular verb or within two words after it, «мы» of a plural one; a comma parts them. */
function readPronoun(tokens: readonly Token[], at: number): 'speaker' | 'team' | null {
  const verb = tokens[at];
  const isSingular = has(verb, FORM.masculine) || has(verb, FORM.feminine);
  const wanted = isSingular ? 'я' : has(verb, FORM.plural) ? 'мы' : null;
  if (wanted === null) return null;
  const found = tokens.findIndex(({ norm }) => norm === wanted);
  if (found < 0) return null;
  const isNear =
    found < at ? !isOfAnotherVerb(tokens, found, at) : found - at <= 2 && !hasComma(tokens, at, found);
  if (!isNear) return null;
  return wanted === 'я' ? 'speaker' : 'team';
}

/** «Я вижу, что клиент ушёл»: between «я» and the past stands another verb's clause. */
function isOfAnotherVerb(tokens: readonly Token[], pronoun: number, at: number): boolean {
  for (let index = pronoun + 1; index < at; index += 1) {
    if (has(tokens[index], FORM.firstPerson)) return true;
    if (LINKS.has(tokens[index]?.norm ?? '') && tokens[index - 1]?.norm === ',')
      return hasNominative(tokens, index + 1, at);
  }
  return false;
}

const LINKS = listed('что чтобы который которая которые которое когда если где кто пока');

function hasNominative(tokens: readonly Token[], from: number, to: number): boolean {
  for (let index = from; index < to; index += 1) {
    const norm = tokens[index]?.norm ?? '';
    if (NOMINATIVES.has(norm) || isPerson(norm)) return true;
  }
  return false;
}

function hasComma(tokens: readonly Token[], from: number, to: number): boolean {
  for (let index = from; index < to; index += 1) if (tokens[index]?.norm === ',') return true;
  return false;
}

/** «мы разбираем», «я веду», «Делаю выборку», or a short passive without an agent. */
function readPresent(tokens: readonly Token[], forms: number): SubjectReading {
  const told = forms & FORM.firstPerson || forms & FORM.shortPassive;
  const first = told === 0 ? undefined : tokens.find((token) => has(token, told));
  if (first !== undefined) return { subject: told === FORM.firstPerson ? 'speaker' : 'other', verb: first };
  const we = tokens.findIndex(({ norm }) => norm === 'мы');
  const verb = we < 0 ? undefined : tokens.slice(we + 1, we + 4).find(({ norm }) => isFirstPlural(norm));
  if (verb !== undefined) return { subject: 'team', verb };
  return { subject: 'none', verb: null };
}

function isFirstPlural(norm: string): boolean {
  return (
    norm.length > 4 &&
    endsWithAny(norm, [
      'аем',
      'яем',
      'уем',
      'еем',
      'дем',
      'жем',
      'чем',
      'шем',
      'лем',
      'рем',
      'нем',
      'вем',
      'им',
      'емся',
      'имся',
    ])
  );
}

const ADVERBS = listed(`
  сразу потом затем далее еще также тоже сначала сперва параллельно лично сама сам сами поэтому быстро
  молча даже уже только лишь всегда вместе дополнительно отдельно наконец тут там тогда здесь теперь
  сейчас позже вскоре дважды трижды утром вечером ночью днем и а но да не ни же ведь ну вот так
  регулярно ежедневно еженедельно самостоятельно первым вторым третьим дальше срочно оперативно
  подробно тщательно внимательно спокойно честно аккуратно заранее однажды кстати наверное типа короче
  вообще почти опять снова все-таки просто постоянно совсем очень больше меньше зато однако хотя потому
  итого плюс впервые завтра вчера сегодня назад домой туда сюда бы ли когда если пока чтобы что как где
  куда тем временем
`);
/** «Два месяца брала пробы», «Каждую пятницу выписывала»: how long and how often, not who. */
const TIMES = listed(`
  раз час часа часов день дня дней дни неделя неделю недели недель месяц месяца месяцев год года лет
  вечер ночь минут минуту минуты сутки квартал смену секунду утро зиму лето осень весну два две три
  четыре пять шесть семь восемь девять десять полтора пару пара полгода полдня первые следующие
  последние каждую весь всю целый целую пятницу среду субботу
`);

const PREPOSITIONS = listed(`
  в во на за по при с со из изо от ото до для о об обо у к ко под над через без между перед передо
  после около против ради среди благодаря согласно вместо кроме вдоль про спустя насчет ввиду
  вследствие помимо внутри вокруг возле мимо
`);
const NOMINATIVES = listed(`
  он она они оно кто никто кто-то каждый каждая все всё это этот эта эти который которая которое
  которые ты вы один одна двое трое четверо многие некоторые другой другая другие остальные человек
  люди кто-нибудь ничего большинство половина треть часть
`);

/** Words that a person is called by; a masculine nominative of them is never an object. */
const PERSONS = listed(`
  клиент клиенты клиентка начальник директор руководитель заказчик босс шеф муж жена врач парень друг
  друзья сын дочь мама папа коллега коллеги сотрудник сотрудница сотрудники менеджер менеджеры партнер
  партнеры инженер гость гости покупатель покупательница пациент пациентка водитель бухгалтер юрист
  главбух кассир курьер повар официант бригадир мастер хозяин хозяйка сосед соседка старший старшая
  младший собственник владелец кладовщица кладовщик технолог ребенок дети родители мужчина женщина дед
  бабушка девушка девочка мальчик бабуля тетка дядька мужик стажер новичок новенькая преподаватель
  учитель ученик студент студентка тренер охранник секретарь оператор операторы аналитик разработчик
  тестировщик дизайнер продавец поставщик поставщики подрядчик конкурент руководство команда отдел
  бухгалтерия
`);
const PERSON_ENDINGS = endings(
  'тель тели ник ники чик чики щик щики ист исты лог логи вец вцы ница ницы щица',
);

function isPerson(norm: string): boolean {
  return PERSONS.has(norm) || (norm.length > 6 && PERSON_ENDINGS.end(norm) && !NOT_PERSONS.has(norm));
}

const NOT_PERSONS = listed(`
  показатель показатели двигатель двигатели понедельник вторник список списки праздник справочник
  единица таблица граница разница страница больница гостиница поликлиника четверг выключатель
`);

const OBLIQUE = endings(
  'ой ом ем ей и е у ю ах ях ам ям ами ями ого его ых их ым им ими ыми а я ий ов ев ью ую юю',
);

/** How many words a preposition governs at most: «в нашем новом отделе продаж». */
const REACH = 4;

function hasSubjectBefore(tokens: readonly Token[], at: number): boolean {
  const verb = tokens[at];
  let governed = 0;
  for (let index = 0; index < at; index += 1) {
    const token = tokens[index];
    if (token === undefined) continue;
    if (token.kind !== 'word') {
      if (token.kind === 'mark') governed = 0;
      continue;
    }
    const { norm } = token;
    if (PREPOSITIONS.has(norm)) governed = REACH;
    else if (governed > 0 && (governed === REACH || isGoverned(norm, tokens[index - 1]))) governed -= 1;
    else if (NOMINATIVES.has(norm) || isPerson(norm)) return true;
    else if (!isAside(token) && agrees(norm, verb) && !isFrontedObject(norm, verb)) return true;
    else governed = 0;
  }
  return false;
}

/** «в нашем отделе»: an oblique ending; «на следующий день»: an adjective stands before it. */
function isGoverned(norm: string, before: Token | undefined): boolean {
  return OBLIQUE.end(norm) || ADJECTIVES.end(before?.norm ?? '');
}

const ADJECTIVES = endings('ый ий ой ую юю ое ее');

/** Adverbs, gerunds and the like: never a subject. */
function isAside(token: Token): boolean {
  const { norm } = token;
  if (
    ADVERBS.has(norm) ||
    TIMES.has(norm) ||
    has(token, FORM.gerund | FORM.infinitive | FORM.past | FORM.firstPerson)
  )
    return true;
  return norm.length > 4 && endsWithAny(norm, ['о', 'ски', 'либо', 'нибудь']) && !norm.endsWith('ство');
}

/** May the word be a nominative of the verb's gender and number? */
function agrees(norm: string, verb: Token | undefined): boolean {
  if (norm.length < 2) return false;
  if (has(verb, FORM.feminine)) return endsWithAny(norm, ['а', 'я', 'ь']) && !norm.endsWith('ся');
  if (has(verb, FORM.masculine)) {
    return (
      'бвгджзклмнпрстфхцчшщйь'.includes(norm.at(-1) ?? '-') &&
      !endsWithAny(norm, ['ых', 'их', 'ой', 'ей', 'ах', 'ях', 'ам', 'ям', 'ов', 'ев', 'им', 'ым', 'ом', 'ем'])
    );
  }
  if (has(verb, FORM.neuter)) return endsWithAny(norm, ['о', 'е']);
  return endsWithAny(norm, ['и', 'ы', 'а', 'я']);
}

/** «Отчёт подготовил», «Сроки согласовали»: only people do this, and the noun is no person. */
function isFrontedObject(norm: string, verb: Token | undefined): boolean {
  if (!has(verb, FORM.agentive) || has(verb, FORM.reflexive)) return false;
  return (has(verb, FORM.masculine) || has(verb, FORM.plural)) && !isPerson(norm) && !isCollective(norm);
}

/** Bodies that act as people do: «банк предложил», «отдел согласовал». */
function isCollective(norm: string): boolean {
  return COLLECTIVES.has(norm);
}

const COLLECTIVES = listed(`
  отдел отделы банк банки завод магазин склад офис цех суд совет комитет сервис саппорт поддержка фирма
  фирмы компания компании бригада группа департамент филиал подрядчики ребята девочки парни юристы
  бухгалтера продажники айтишники программисты разработчики аналитики врачи директора муж ресторан
  отель поставщик центр штаб комиссия народ коллектив
`);

/** «Позвонил клиент», «Пришла заявка»: a nominative right after the verb. */
function hasSubjectAfter(tokens: readonly Token[], at: number): boolean {
  const verb = tokens[at];
  for (let index = at + 1; index < Math.min(tokens.length, at + 5); index += 1) {
    const token = tokens[index];
    if (token === undefined || token.kind !== 'word') return false;
    if (has(token, FORM.past | FORM.infinitive)) return false;
    if (PRONOUNS_AFTER.has(token.norm)) return true;
    // «Пришли все», but «написал всё».
    if (token.norm === 'все') return has(verb, FORM.plural);
    if (isPerson(token.norm)) return agrees(token.norm, verb) || NOMINATIVES.has(token.norm);
    if (has(verb, FORM.feminine) && isNominativeFeminine(token.norm) && isHappeningVerb(verb)) return true;
    const isPassed = ADVERBS.has(token.norm) || PREPOSITIONS.has(token.norm) || SHORT_DATIVES.has(token.norm);
    if (!isPassed && !endsWithAny(token.norm, ['ый', 'ий', 'ая', 'ой', 'ые', 'ие'])) return false;
  }
  return false;
}

const PRONOUNS_AFTER = listed('он она они оно кто-то никто каждый');
const SHORT_DATIVES = listed('мне нам меня нас ему ей им его ее их мой моя наш наша наши мои один одна');

function isNominativeFeminine(norm: string): boolean {
  return endsWithAny(norm, ['ция', 'ия', 'ка', 'ма', 'ча', 'ба', 'на', 'да', 'ость']);
}

function isHappeningVerb(verb: Token | undefined): boolean {
  return has(verb, FORM.reflexive) || isHappening(verb?.norm ?? '') || HAPPENED.has(verb?.norm ?? '');
}

const HAPPENED = listed('пришла была стояла висела возникла шла росла падала горела');

/** Verbs of change that, first in a clause, tell what the speaker did: «Снизил отток», «Закрыла сделку». */
const ALSO_ACTIONS = beginnings(
  'увелич сниз сократи повыси подня улучши уменьши останови закры измени нача достиг получи заня прош помог вош',
);

function isDropped(verb: Token, at: number, tokens: readonly Token[]): boolean {
  if (has(verb, FORM.neuter) || verb.norm.startsWith('был')) return isSpeakersState(verb, at, tokens);
  if (has(verb, FORM.reflexive)) return has(verb, FORM.agentive);
  if (!isHappening(verb.norm)) return true;
  if (isBeginning(verb, at, tokens)) return true;
  const isFirst = tokens.slice(0, at).every((token) => token.kind !== 'word' || isAside(token));
  return isFirst && ALSO_ACTIONS.open(verb.norm);
}

/** «Стал обзванивать», «не стала спорить»: the infinitive says what was done. */
function isBeginning(verb: Token, at: number, tokens: readonly Token[]): boolean {
  if (verb.norm !== 'стал' && verb.norm !== 'стала') return false;
  return has(tokens[at + 1], FORM.infinitive) || has(tokens[at + 2], FORM.infinitive);
}

/** «Была старшей смены», «Был руководителем»: an instrumental after a first «был», «была». */
function isSpeakersState(verb: Token, at: number, tokens: readonly Token[]): boolean {
  const next = tokens[at + 1];
  if (at > 0 || (verb.norm !== 'был' && verb.norm !== 'была') || next?.kind !== 'word') return false;
  return endsWithAny(next.norm, ['ом', 'ем', 'ой', 'ей', 'им', 'ым']);
}
