import { describe, expect, test } from 'vitest';
import { FORM } from '../../../src/text/types.js';
import { wordOf } from '../../../src/text/words.js';

const has = (norm: string, form: number) => (wordOf(norm, 'ru').forms & form) === form;
const verbal = FORM.past | FORM.infinitive | FORM.gerund | FORM.shortPassive | FORM.firstPerson;
const list = (words: string) => words.trim().split(/\s+/u);

const FORMS: readonly (readonly [string, number, string])[] = [
  [
    'past masculine',
    FORM.past | FORM.masculine,
    'сделал снизил помог вырос принес достиг увлек пришел нашел учел вел сел ел стер привык спас внедрил добился ошибся уперся велся читал колол вернул',
  ],
  [
    'past feminine',
    FORM.past | FORM.feminine,
    'сделала снизила помогла выросла принесла пришла учла договорилась взялась умерла вела шла разослала перенесла',
  ],
  ['past neuter', FORM.past | FORM.neuter, 'удалось пришлось выросло упало стало помогло было оказалось'],
  [
    'past plural',
    FORM.past | FORM.plural,
    'продлили хотели летели смотрели прошли снизились дали стали вернули кололи терпели посмотрели узнали умерли',
  ],
  [
    'reflexive past',
    FORM.past | FORM.reflexive,
    'снизился снизилась выросшись-'.replace(' выросшись-', ' договорились'),
  ],
  [
    'perfective past',
    FORM.past | FORM.perfective,
    'сделал снизил решила начал понял поддержал нажал организовал услышал сказал',
  ],
  [
    'imperfective past',
    FORM.past | FORM.imperfective,
    'делал снижал решал настраивал собирал проверял ждал работал держал ходил предлагал',
  ],
  [
    'infinitive',
    FORM.infinitive,
    'снизить найти провести помочь сберечь вырасти сесть учесть удержать договориться добиться вовлечь прийти разобраться идти достичь',
  ],
  [
    'perfective gerund',
    FORM.gerund | FORM.perfective,
    'снизив сократив внедрив сделав придя проведя внеся посмотрев договорившись закрыв приняв вернув',
  ],
  [
    'imperfective gerund',
    FORM.gerund | FORM.imperfective,
    'используя учитывая находясь отслеживая работая понимая настраивая',
  ],
  [
    'short passive',
    FORM.shortPassive,
    'сделан сделана закрыт закрыта принято сняты проведены организован согласована внедрено дан достигнута изменен отменена',
  ],
  [
    'first person',
    FORM.firstPerson,
    'делаю веду разработаю сниму помогу договорюсь планирую хочу буду пишу провожу возьму пойму',
  ],
  [
    'change',
    FORM.change,
    'снизил снизить снижается сократив вырос выросла повышен ускорили упала прекратили',
  ],
  ['agentive', FORM.agentive, 'договорился созвонилась обратился позвонила попросил написала'],
  ['copula', FORM.copula, 'был была было были будет есть является'],
];

describe.each(FORMS)('%s', (_name, form, words) => {
  test.each(list(words).map((word) => [word] as const))('%s', (word) => {
    expect(has(word, form)).toBe(true);
  });
});

describe('no verb, whatever the ending', () => {
  test.each(
    list(`отдел отдела неделя недели показатели показатель персонал персонала канал материала журнал сигнал потенциал квартал
      портал филиал протокол стол узел угол смысл металл балл школа сила шкала дела тела числа правила слова число дело тело
      правило кресло мало около сначала если или модели роли детали мысли цели рубли покупатели пользователи руководители
      автомобили часть новость область пять десять двадцать память почти пути сети помощь ночь речь мелочь хоть двести
      актив коллектив мотив состав отзыв перерыв призыв клиентов отзывов месяцев случаев против новая красивая терпеливая
      нужен должен уверен доволен важен готов план плана смена цена замена страна сцена член обмен ресторан рано опыт кредит
      защита лимит задачу встречу неделю тысячу команду услугу проблему систему новую первую каждую между среду году складу
      клиент договор время доля стиль профиль начальник`).map((word) => [word] as const),
  )('%s', (word) => {
    expect(wordOf(word, 'ru').forms & verbal).toBe(0);
  });
});

test('gender and number go only with a past or a passive', () => {
  const gender = FORM.masculine | FORM.feminine | FORM.neuter | FORM.plural;
  for (const word of ['снизить', 'снизив', 'делаю', 'клиент'])
    expect(wordOf(word, 'ru').forms & gender).toBe(0);
});

test('one stem, three forms: action, result, goal', () => {
  const forms = ['снизил', 'снизился', 'снизить'].map((word) => wordOf(word, 'ru').forms);
  expect(new Set(forms).size).toBe(3);
});
