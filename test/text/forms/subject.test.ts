import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../src/text/document.js';
import type { Subject } from '../../../src/text/types.js';

/** Subject, verb («-»: none), clause. */
const RUSSIAN: readonly (readonly [Subject, string, string])[] = [
  ['speaker', 'позвонила', 'Я позвонила клиенту.'],
  ['speaker', 'провел', 'Я вместе с коллегой из соседнего отдела провёл аудит.'],
  ['speaker', 'провел', 'Провёл я тогда три встречи.'],
  ['speaker', 'веду', 'Я веду сорок договоров.'],
  ['speaker', 'делаю', 'Делаю выборку обращений.'],
  ['speaker', 'проведен', 'Мною проведён аудит всех линий.'],
  ['speaker', 'удалось', 'Мне удалось вернуть клиента.'],
  ['team', 'сократили', 'Мы сократили очередь.'],
  ['team', 'пришлось', 'Нам пришлось уйти.'],
  ['team', 'решены', 'Все вопросы решены нами.'],
  ['team', 'проверяем', 'Теперь мы проверяем каждую заявку.'],
  ['dropped', 'провела', 'Провела аудит.'],
  ['dropped', 'позвонил', 'Сразу позвонил клиенту.'],
  ['dropped', 'составил', 'Вместе с инженером составил план.'],
  ['dropped', 'собрала', 'На следующий день собрала всех.'],
  ['dropped', 'подготовил', 'Отчёт подготовил за ночь.'],
  ['dropped', 'договорилась', 'Договорилась с поставщиком о замене.'],
  ['dropped', 'снизил', 'Снизил отток вдвое.'],
  ['dropped', 'написал', 'Потом ещё раз написал в поддержку.'],
  ['dropped', 'разобралась', 'Сама разобралась с настройками.'],
  ['dropped', 'работала', 'Работала старшей смены в отеле.'],
  ['dropped', 'брала', 'Два месяца брала пробы.'],
  ['dropped', 'стала', 'Не стала спорить и вернула деньги.'],
  ['dropped', 'написал', 'Через час написал ему всё как было.'],
  ['other', 'пришли', 'Пришли все.'],
  ['unnamed', 'продлили', 'Контракт продлили на год.'],
  ['unnamed', 'привезли', 'Под утро привезли бабушку.'],
  ['unnamed', 'согласовали', 'Сроки согласовали за день.'],
  ['other', 'ушел', 'Клиент ушёл к конкурентам.'],
  ['other', 'вырос', 'Вырос спрос.'],
  ['other', 'снизился', 'Отток снизился на треть.'],
  ['other', 'позвонил', 'Позвонил клиент.'],
  ['other', 'позвонила', 'Вчера позвонила клиентка.'],
  ['other', 'позвонил', 'Позвонил вечером очень недовольный клиент.'],
  ['other', 'пришла', 'Пришла жалоба.'],
  ['other', 'сказал', 'Директор сказал, что я справлюсь.'],
  ['other', 'молчали', 'Клиенты молчали.'],
  ['other', 'упали', 'Продажи упали.'],
  ['other', 'отказал', 'Банк отказал в рассрочке.'],
  ['other', 'закрыт', 'Вопрос закрыт за день.'],
  ['other', 'пришла', 'Она пришла сама.'],
  ['none', '-', 'Найти причину за неделю.'],
  ['none', '-', 'Ночная смена, один на всех.'],
  ['none', 'пришлось', 'Пришлось искать замену.'],
  ['none', 'было', 'Нужно было вернуть доверие.'],
];

const ENGLISH: readonly (readonly [Subject, string, string])[] = [
  ['speaker', 'called', 'I called the client.'],
  ['speaker', 'called', 'So I personally called the client.'],
  ['speaker', 'called', 'When the client left, I called them.'],
  ['speaker', 'was', 'I was in charge of the desk.'],
  ['speaker', 'rebuilt', 'Then I completely rebuilt the form.'],
  ['speaker', 'decided', "I've decided to stay."],
  ['speaker', 'pull', 'I pull the logs and read them.'],
  ['speaker', 'called', 'Faced with this, I called the vendor.'],
  ['team', 'agreed', 'We agreed on a date.'],
  ['team', 'cut', 'In June we cut the queue.'],
  ['dropped', 'called', 'Called them back the same day.'],
  ['dropped', 'rang', 'Then rang the vendor.'],
  ['dropped', 'had', 'Had to find a replacement.'],
  ['dropped', 'wrote', 'Quickly wrote a script.'],
  ['dropped', 'was', 'Was asked to cover nights.'],
  ['other', 'fell', 'Churn fell by a third.'],
  ['other', 'was', 'The queue was long.'],
  ['other', 'said', 'My manager said I did well.'],
  ['other', 'were', 'Customers were waiting for weeks.'],
  ['other', 'renewed', 'The client renewed for two years.'],
  ['other', 'was', 'Was raining all night.'],
  ['other', 'was', 'Was there a queue?'],
  ['none', '-', 'No plan at all.'],
  ['none', '-', 'Night shift, one person for everybody.'],
];

const read = (text: string, language: string) => {
  const clause = readDocument(text, { language, headings: [] }).sentences[0]?.clauses[0];
  return [clause?.subject, clause?.verb?.norm ?? '-'];
};

describe('Russian', () => {
  test.each(RUSSIAN)('%s %s: %s', (subject, verb, text) => {
    expect(read(text, 'ru')).toEqual([subject, verb]);
  });
});

describe('English', () => {
  test.each(ENGLISH)('%s %s: %s', (subject, verb, text) => {
    expect(read(text, 'en')).toEqual([subject, verb]);
  });
});
