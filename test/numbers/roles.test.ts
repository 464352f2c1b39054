import { describe, expect, test } from 'vitest';
import { findQuantities } from '../../src/numbers/quantities.js';
import { assignRoles, quantifiesResult } from '../../src/numbers/roles.js';
import type { ReadQuantity } from '../../src/numbers/types.js';
import { readDocument } from '../../src/text/document.js';

/** The last sentence is the result. */
function read(text: string): { readonly text: string; readonly figures: ReadQuantity[] } {
  const document = readDocument(text, { language: /[а-я]/u.test(text) ? 'ru' : 'en', headings: [] });
  const last = document.sentences.length - 1;
  return {
    text,
    figures: assignRoles(findQuantities(document), document, {
      isResult: ({ sentence }) => sentence === last,
    }),
  };
}

function quote(
  text: string,
  span: { readonly start: number; readonly end: number } | undefined,
): string | null {
  return span === undefined ? null : text.slice(span.start, span.end);
}

describe('roles of the figures in a result', () => {
  test.each([
    ['Отток снизился на 7 %.', 'effect'],
    ['Сэкономили 300 тысяч рублей.', 'effect'],
    ['Закрыли 88 из 92.', 'effect'],
    ['Жалоб стало вдвое меньше.', 'effect'],
    ['Осталось 17 клиентов.', 'effect'],
    ['Ушли двое.', 'effect'],
    ['Двое обиделись.', 'scale'],
    ['Two of my clients left.', 'scale'],
    ['Из двадцати ушли не все.', 'scale'],
    ['Поднялись за сорок минут.', 'effect'],
    ['Время выросло на 40 секунд.', 'effect'],
    ['Договор продлили на два года.', 'duration'],
    ['Тридцать четыре дня, приёмка без замечаний.', 'effect'],
    ['Заняли третье место.', 'effect'],
    ['Жалоб ноль.', 'effect'],
    ['Ни одной жалобы с тех пор.', 'effect'],
    ['Экономим по два часа в день.', 'effect'],
    ['Сдали на три дня раньше.', 'effect'],
    ['Индекс плюс 7 пунктов.', 'effect'],
    ['До плана не хватило полтора пункта.', 'effect'],
    ['Оценка на два пункта выше.', 'effect'],
    ['Дальше проверяю два пункта.', 'step'],
    ['No complaints since then.', 'effect'],
    ['Not a single client left.', 'effect'],
    ['Each agent saves two hours a day.', 'effect'],
    ['Срок упал с 12 до 9 дней.', 'effect'],
    ['Отчёт теперь занимает 15 минут.', 'effect'],
    ['Среднее время ответа сократилось до двух часов.', 'effect'],
    ['Сдали с опозданием в двенадцать минут.', 'effect'],
    ['Двадцать шесть дней подряд без сбоев.', 'effect'],
    ['Через два месяца клиент вернулся.', 'duration'],
    ['За три недели всё наладилось.', 'duration'],
    ['Клиент вернулся в 2022 году.', 'date'],
    ['Запустились 5 мая.', 'date'],
    ['Теперь всё в 1С.', 'name'],
    ['Дальше всегда делаю три шага.', 'step'],
    ['С тех пор я ставлю два напоминания.', 'scale'],
    ['Все довольны, на третий день тоже.', 'other'],
    ['Churn fell by 7%.', 'effect'],
    ['We saved $300k.', 'effect'],
    ['We kept 88 of 92.', 'effect'],
    ['Complaints halved.', 'effect'],
    ['17 customers stayed.', 'effect'],
    ['Two clients left.', 'effect'],
    ['Two of them left.', 'scale'],
    ['All two of them left.', 'effect'],
    ['The last two landed on Monday.', 'scale'],
    ['It stood in the four yards.', 'scale'],
    ['A couple of the girls wanted to stay.', 'scale'],
    ['Dozens of calls came in.', 'effect'],
    ['It was cleared in twenty-five minutes.', 'effect'],
    ['We were at 84 minutes.', 'effect'],
    ['Hold times went below ten minutes.', 'effect'],
    ['Tickets were gone nineteen days before the date.', 'effect'],
    ['We came fourth.', 'effect'],
    ['The wait fell from 12 to 9 days.', 'effect'],
    ['The report now takes 15 minutes.', 'effect'],
    ['First answer today: 1.5 days.', 'effect'],
    ['Done with twenty minutes to spare.', 'effect'],
    ['Five months without a wrong tray.', 'effect'],
    ['After six weeks he came back.', 'duration'],
    ['Two months later they renewed.', 'duration'],
    ['They renewed for three years.', 'duration'],
    ['They came back in 2022.', 'date'],
    ['I carry two laptops now.', 'scale'],
    ['I follow three steps now.', 'step'],
    ['The other three asked for it too.', 'scale'],
  ])('%s → %s', (text, role) => {
    const { figures } = read(text);
    expect(figures.map((figure) => figure.role)).toEqual([role]);
    expect(quantifiesResult(figures)).toBe(role === 'effect');
  });

  test.each([
    ['Отток был 12 %. Я поговорил с каждым.', ['scale']],
    ['В команде было 9 человек. Все остались.', ['scale']],
    ['We had 214 tickets. All of them were closed.', ['scale']],
    ['It fell from 12 to 9 before I came. Then I left.', ['other']],
  ])('nothing outside of the result is an effect: %s', (text, roles) => {
    const { figures } = read(text);
    expect(figures.map(({ role }) => role)).toEqual(roles);
    expect(quantifiesResult(figures)).toBe(false);
  });
});

describe('what a figure started from', () => {
  test.each([
    ['Срок упал с 12 до 9 дней.', '12'],
    ['The wait fell from 12 days to 9.', '12 days'],
    ['Отток был 12 %. Я всем позвонил. Отток упал до 9 %.', '12 %'],
    ['Приходило 40 жалоб в день. Я переписал шаблоны. Теперь 9 жалоб.', '40'],
    ['В итоге 7 обещаний вместо 44.', '44'],
    ['We counted 7 instead of 44.', '44'],
    ['Churn was 12%. I called everyone. It is 9% now.', '12%'],
    ['Закрыли 88 из 92.', '88 из 92'],
    ['Продажи выросли на 15 % по сравнению с прошлым годом.', 'сравнению с прошлым годом'],
    ['Дежурная справилась за 5 часов. Раньше их было 640.', null],
    ['Закрыли за 3 дня вместо 5.', '5'],
    ['Отток упал на 9 %.', null],
    ['Заняли третье место из тридцати.', 'третье место из тридцати'],
    ['Заняли третье место.', null],
    ['В отделе 12 человек. Я собрал группу. Обучились 18 человек.', null],
    ['В отделе 12 человек. Я собрал группу. Обучились 18 человек вместо 12.', '12'],
    ['There were 12 people in the office. I ran a course. 18 people passed.', null],
    ['Churn fell by 9%.', null],
    ['The queue was 900 tickets. I sorted it. 40 tickets were left, and nobody complained.', '900'],
    ['In the end the average was three hours and twenty minutes.', null],
    ['В итоге среднее время было три часа двадцать минут.', null],
    ['Закрыли за 40 минут вместо 2 часов.', '2 часов'],
    ['Отток был 12 %. План был 95 %. Отток упал до 9 %.', '12 %'],
    ['План был 95 %. Сделали 96 %.', null],
    ['The target was 40 tickets. I called everyone. It is 38 tickets now.', null],
    ['Renewals were 78 percent against a target of 84.', null],
    ['Отток был 12 %. Я всем позвонил. Продажи выросли на 9 %.', null],
    ['Скорость была 12 %, отток — 30 %. Я всем позвонил. Отток снизился на 9 %.', '30 %'],
    ['Churn was 12%. I called everyone. Sales grew by 9%.', null],
    ['Absence was 12% and churn was 30%. I called everyone. Churn fell by 9%.', '30%'],
    ['У 40 % сделок не было даты. Я ввёл правило. Закрыли 97 % плана.', null],
    ['We lost 22% of the water on the way. I found the leak. That saved 2% of our bills.', null],
    ['41% of the letters were about bills. I rewrote them. It is 12% today.', '41%'],
    ['Просили скидку на 18 % больше. Я объяснил. Тариф снизили на 9 %.', '18 %'],
    // Times and sums go on only from one of what is akin.
    ['Стояли в очереди по 50 минут. Я открыл вторую кассу. Теперь стоят 15 минут.', '50 минут'],
    ['Patients waited three hours. I split the line. The median wait is 38 minutes.', 'three hours'],
    ['За десять дней до сдачи ушёл бухгалтер. Я сел сам. Сдали за два дня до срока.', null],
    ['After three weeks he left. I took over. The report was late two hours.', null],
    ['The noise cost us £148,000. I rang around. They quoted £390 a van.', null],
    ['Storage cost £900 a month. I sold the boxes. Storage went down to £380.', '£900'],
  ])('%s', (text, base) => {
    const effect = read(text).figures.find(({ role }) => role === 'effect');
    expect(effect).toBeDefined();
    expect(quote(text, effect?.base)).toBe(base);
  });
});

describe('what is told with the task', () => {
  const readTask = (text: string) => {
    const document = readDocument(text, { language: /[а-я]/u.test(text) ? 'ru' : 'en', headings: [] });
    return assignRoles(findQuantities(document), document, {
      isResult: ({ sentence }) => sentence === 1,
      isAim: ({ sentence }) => sentence === 0,
    });
  };

  test.each([
    ['Учредитель поручил поднять посещаемость до 60 %. Она стала 70 %.', true],
    ['The VP wanted 90% of accounts scored. We scored 96%.', true],
    ['Дали на ответ 4 часа. Ответ занял 3 часа.', undefined],
    ['They gave us 9 booths. We filled 12 booths.', undefined],
  ])('is not what the result started from, a share is what was to be reached: %s', (text, target) => {
    const [aim, result] = readTask(text);
    expect(aim?.target).toBe(target);
    expect(result?.role).toBe('effect');
    expect(result?.base).toBeUndefined();
  });

  test('unless it is said to be what was', () => {
    const text = 'FCR был 58 %. Он стал 69 %.';
    const [before, result] = readTask(text);
    expect(before?.target).toBeUndefined();
    expect(quote(text, result?.base)).toBe('58 %');
  });
});

describe('whose base it is', () => {
  test.each([
    ['Конверсия выросла до 14,4 %, средний чек прибавил 12–15 %; было 8 %.', ['8 %', null, null]],
    ['Conversion rose to 14%, the average bill grew by 12%; it was 8%.', ['8%', null, null]],
    ['Чек прибавил 12 %, а раньше прибавлял 8 %.', ['8 %', null]],
    ['By December we were at 4.4 and eleven of those guests had ordered again.', [null, null]],
    ['Пустых выездов за март было одиннадцать, в феврале тридцать восемь.', [null, null]],
    ['Брака было 40 %, теперь 3 %.', ['40 %']],
    ['Wrong bookings were 61, and now it is 23.', ['61']],
    ['Срок 9 дней, было 44.', ['44', null]],
  ])('%s', (text, bases) => {
    const { figures } = read(text);
    expect(figures.map(({ base }) => quote(text, base))).toEqual(bases);
  });
});

describe('an old figure beside the new one', () => {
  test.each([
    ['Жалоб теперь 12, а раньше было 44.', ['effect', 'scale']],
    ['Просрочка 3 % против 18 %.', ['effect', 'scale']],
    ['We get 12 a month; it used to be 44.', ['effect', 'scale']],
    ['Late orders are at 3%, down from 18%.', ['effect', 'scale']],
    ['We now lose two, we once lost 30.', ['effect', 'scale']],
    // Figures of their own.
    ['Nobody left and the average wait was four minutes.', ['effect', 'effect']],
    ['We got 94% and the return rate was 3%.', ['effect', 'effect']],
    ['Отказались от нас двадцать, уехали раньше времени двое.', ['effect', 'effect']],
    ['Closed March at 47, which was 157% of plan.', ['effect', 'effect']],
    ['We used 40 vans and moved 90 families.', ['effect', 'effect']],
  ])('%s', (text, roles) => {
    expect(read(text).figures.map(({ role }) => role)).toEqual(roles);
  });
});

describe('what was to be reached', () => {
  test.each([
    ['План был 95 %. Сделали меньше.', ['95 %']],
    ['Цель — не меньше 40 звонков. Их было 30.', ['40']],
    ['При норме 12 минут отвечали за 20. Стало легче.', ['12 минут']],
    ['Нужно было снизить отток до 5 %. Он упал.', ['5 %']],
    ['Поручили довести продажи до 200 штук. Вышло 210.', ['200']],
    ['The target was 40. It went well.', ['40']],
    ['Renewals were 78 percent against a target of 84.', ['84']],
    ['I had to bring the wait under ten minutes. It took a month.', ['ten minutes']],
    ['They asked me to cut it to 40. It went well.', ['40']],
    ['План: три шага. Они помогли.', []],
    ['I was asked to keep 40 guests warm. I borrowed heaters.', []],
    ['Надо было удержать 40 клиентов. Я обзвонил всех.', []],
    ['План на полгода был готов. Всё вышло.', []],
    ['План закрыли на 104 %. Все рады.', []],
    ['The backlog had grown to 386. It was cleared.', []],
    ['We were at 140 percent of plan. They came back.', []],
    ['Снизили отток до 5 %. Надо было раньше.', []],
  ])('%s', (text, targets) => {
    const { figures } = read(text);
    expect(figures.filter(({ target }) => target).map((figure) => quote(text, figure))).toEqual(targets);
  });
});

describe('how a figure was measured', () => {
  test.each([
    ['Процент рассчитан на основе выгрузки. Отток упал на 9 %.', 'рассчитан'],
    ['Мы измеряли время каждую неделю. Оно упало на 9 %.', 'измеряли'],
    ['По опросу, довольных стало на 9 % больше.', 'По опросу'],
    ['Отток упал на 9 %, по данным отдела.', 'по данным'],
    ['Расчёт: взяли выгрузку. Отток упал на 9 %.', 'Расчёт:'],
    ['Churn, measured by the weekly export, fell by 9%.', 'measured'],
    ['According to the survey, 9% more were happy.', 'According to'],
    ['We compared the weeks before and after. Churn fell by 9%.', 'compared the weeks before'],
    ['The dashboard showed it. Churn fell by 9%.', 'dashboard showed'],
    ['Согласно отчёту, отток упал на 9 %.', 'Согласно отчёту'],
    ['Данные брали из CRM: отток упал на 9 %.', 'Данные'],
    ['Бухгалтерия подтвердила: отток упал на 9 %.', 'Бухгалтерия подтвердила'],
    ['Вела таблицу по дням. Отток упал на 9 %.', 'Вела таблицу'],
    ['Сравнили с соседней сменой: отток упал на 9 %.', 'Сравнили с'],
    ['Отслеживала отток каждую неделю, он упал на 9 %.', 'Отслеживала'],
    ['Взяли выборку из писем. Отток упал на 9 %.', 'Взяли выборку'],
    ['We surveyed everyone. Churn fell by 9%.', 'surveyed'],
    ['Finance confirmed that churn fell by 9%.', 'Finance confirmed'],
    ['I kept a spreadsheet. Churn fell by 9%.', 'kept a spreadsheet'],
    ['I pulled the numbers each Friday. Churn fell by 9%.', 'pulled the numbers'],
    ['Zendesk shows that churn fell by 9%.', 'Zendesk shows'],
    ['Рассчитывали по выгрузке за месяц. Отток упал на 9 %.', 'Рассчитывали по'],
    ['Я посчитал, что так лучше. Отток упал на 9 %.', null],
    ['Я рассчитывал на большее. Отток упал на 9 %.', null],
    ['По телефону договорились. Отток упал на 9 %.', null],
    ['I counted on him. Churn fell by 9%.', null],
    ['I reported to her. Churn fell by 9%.', null],
    ['Счёт выставили вовремя. Отток упал на 9 %.', null],
    ['Churn fell by 9%.', null],
  ])('%s', (text, method) => {
    const effect = read(text).figures.find(({ role }) => role === 'effect');
    expect(effect).toBeDefined();
    const said = quote(text, effect?.method);
    if (method === null) expect(said).toBeNull();
    else expect(said).toContain(method);
  });
});
