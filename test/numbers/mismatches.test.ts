import { describe, expect, test } from 'vitest';
import { findMismatches } from '../../src/numbers/mismatches.js';
import { findQuantities } from '../../src/numbers/quantities.js';
import type { Mismatch } from '../../src/numbers/types.js';
import { readDocument } from '../../src/text/document.js';

function mismatches(text: string): Mismatch[] {
  const document = readDocument(text, { language: /[а-я]/u.test(text) ? 'ru' : 'en', headings: [] });
  return findMismatches(document, findQuantities(document));
}

describe('figures that do not agree', () => {
  test.each([
    ['Снизили срок с 12 до 9,6 часа, то есть на 30 %.', 'arithmetic', '30 %', 20],
    ['Сократила время ответа с 10 до 5 минут, на 30%.', 'arithmetic', '30%', 50],
    ['Отток упал с 8 до 6 клиентов (на 40 %).', 'arithmetic', '40 %', 25],
    ['Выручка выросла с 2 до 3 млн рублей, то есть на 80 %.', 'arithmetic', '80 %', 50],
    ['Заявки выросли на 70 %, с 100 до 150.', 'arithmetic', '70 %', 50],
    ['Снизил расходы на 50 % — с 200 до 150 тысяч.', 'arithmetic', '50 %', 25],
    ['Количество жалоб уменьшилось с 40 до 10, в 3 раза.', 'arithmetic', '3 раза', 4],
    ['Подготовка отчёта: с 4 часов до 1 часа, то есть вдвое быстрее.', 'arithmetic', 'вдвое', 4],
    ['Продажи поднялись с 50 до 60, рост 40 %.', 'arithmetic', '40 %', 20],
    ['Срок упал с 20 дней до 15, это минус 50 %.', 'arithmetic', '50 %', 25],
    [
      'Очередь сократили с 30 до 20 человек, на треть меньше, с 40 до 20, то есть на треть.',
      'arithmetic',
      'треть',
      0.5,
    ],
    ['Конверсия выросла с 10 % до 15 %, на 5 %.', 'percent-or-points', '5 %', 50],
    ['Отток снизился с 10 % до 5 %, на 5 %.', 'percent-or-points', '5 %', 50],
    ['Доля брака упала с 4 % до 2 %, то есть на 2 %.', 'percent-or-points', '2 %', 50],
    ['Доля выросла с 20 % до 30 %, на 50 п. п.', 'percent-or-points', '50 п. п.', 10],
    ['Конверсия выросла с 10 % до 15 %, то есть на 8 п. п.', 'arithmetic', '8 п. п.', 5],
    ['Снизил срок с 9 до 12 дней.', 'direction', 'Снизил', 33],
    ['Sales went down from 20 to 28.', 'direction', 'down', 40],
    ['Bookings are up from 12 to 9.', 'direction', 'up', -25],
    ['The score declined from 4 to 5.', 'direction', 'declined', 25],
    ['Revenue grew from 4 to 5 million, up 60%.', 'arithmetic', '60%', 25],
    ['The wait fell from 8 to 6 minutes, down 40%.', 'arithmetic', '40%', 25],
    ['The base grew from 100 to 150, so it doubled.', 'arithmetic', 'doubled', 1.5],
    ['Мы сократили время ответа с 15 до 20 минут.', 'direction', 'сократили', 33],
    ['Выручка выросла с 12 до 9 млн.', 'direction', 'выросла', -25],
    ['Увеличила конверсию с 5 % до 4 %.', 'direction', 'Увеличила', -20],
    ['Отток снизился с 3 до 5 %.', 'direction', 'снизился', 67],
    [
      'Засёк сборку заказа до перестановки (20 минут) и после (16 минут). Разница вышла 35 %.',
      'arithmetic',
      '35 %',
      20,
    ],
    [
      'Засёк сборку до перестановки (20 минут) и после (16 минут). Разница составила 4 минуты, это дало 35 %.',
      'arithmetic',
      '35 %',
      20,
    ],
    ['We cut the time from 12 to 9.6 hours, that is by 30%.', 'arithmetic', '30%', 20],
    ['Reply time fell from 10 to 5 minutes (30%).', 'arithmetic', '30%', 50],
    ['Costs fell from 200 to 150, a 50% reduction.', 'arithmetic', '50%', 25],
    ['Sales grew from 50 to 60, a 40% increase.', 'arithmetic', '40%', 20],
    ['I cut costs by 50%, from 200 to 150.', 'arithmetic', '50%', 25],
    ['A 60% drop, from 100 to 70 tickets.', 'arithmetic', '60%', 30],
    ['Complaints fell from 40 to 10, by half.', 'arithmetic', 'half', 0.75],
    ['Revenue rose from $2 million to $3 million, by 80%.', 'arithmetic', '80%', 50],
    ['Traffic went from 100 to 200, 4x.', 'arithmetic', '4x', 2],
    ['Churn fell from 10% to 5%, by 5%.', 'percent-or-points', '5%', 50],
    ['Conversion rose from 20% to 30%, by 10%.', 'percent-or-points', '10%', 50],
    ['Conversion rose from 20% to 30%, by 15 percentage points.', 'arithmetic', '15 percentage points', 10],
    ['We reduced the wait from 9 to 12 minutes.', 'direction', 'reduced', 33],
    ['Sales grew from 12 to 9 a day.', 'direction', 'grew', -25],
    ['I cut handling time from 5 to 8 minutes.', 'direction', 'cut', 60],
    ['Churn dropped from 4% to 6%.', 'direction', 'dropped', 50],
    [
      'Time before the change (12 hours) and after (9.6 hours). The difference is 35%.',
      'arithmetic',
      '35%',
      20,
    ],
  ] as const)('%s', (text, kind, stated, computed) => {
    const found = mismatches(text);
    expect(found.map((m) => [m.kind, m.stated, m.computed])).toEqual([[kind, stated, computed]]);
    const [first] = found as [Mismatch];
    expect(text.slice(first.start, first.end)).toContain(stated);
  });
});

describe('figures that agree, or speak of different things', () => {
  test.each([
    'Отток упал с 12 до 9 дней, на 10 % ниже плана.',
    'The wait fell from 12 to 9 minutes, 10% lower than the target.',
    'Упало с 40 до 30, на 5 % быстрее, чем ждали.',
    'Снизили срок с 12 до 9,6 часа, то есть на 20 %.',
    'Снизили срок с 12 до 9,6 часа, почти на 20 %.',
    'Время ответа с 31 до 9 минут, то есть на 71 %.',
    'Сократили с 30 до 20 минут, на треть.',
    'Выросли с 10 до 20, вдвое.',
    'Заявок стало больше: с 50 до 150, то есть в 3 раза.',
    'Доля выросла с 20 % до 30 %, на 10 п. п.',
    'Доля выросла с 20 % до 30 %, то есть на 50 %.',
    'Сократили с 12 до 9 дней, 20 % клиентов продлили договор.',
    'Сократили с 12 до 9 дней, а отток снизился на 40 %.',
    'Снизили срок с 12 до 9 дней, и 40 % жалоб ушло.',
    'Выручка выросла на 40 %. Срок упал с 12 до 9 дней.',
    'Увеличили чек на 15 %, сократив отток с 8 до 6 %.',
    'Рост замедлился с 9 до 6 %.',
    'Не удалось снизить срок, он вырос с 9 до 12 дней.',
    'Срок не сократился, а ушёл с 9 до 12 дней.',
    'Ускорили сборку с 5 до 10 страниц в минуту.',
    'Скорость выросла с 5 до 10 страниц, то есть на 100 %.',
    'План выполнили с 80 до 104 %, то есть 130 % от базы.',
    'Работаем с 9 до 18, нагрузка 40 %.',
    'Опросили от 5 до 7 человек, 20 % ответили.',
    'Отток был 12 %. Стал 9 %.',
    'Отток был 12 %. Отток упал до 9 %, то есть на 40 %.',
    'Засёк сборку до перестановки (20 минут) и после (16 минут). Разница вышла 20 %.',
    'Засёк сборку до перестановки (20 минут) и после (16 минут). Разница составила 4 минуты, это дало 20 %.',
    'Засёк сборку до перестановки (20 минут) и после (16 минут). Ошибок стало меньше на 35 %.',
    'Было 40 жалоб, стало 10, в 4 раза меньше.',
    'Цена упала с недели до двух дней.',
    'Сократили примерно с 30 до 10 минут, на 60 %.',
    'Срок сократили с 12 до 9,6 часа (20 % времени от нормы).',
    'Отток снизился до 5 %, на 3 % ниже плана.',
    'We cut the time from 12 to 9.6 hours, that is by 20%.',
    'We cut the time from 12 to 9.6 hours, so 25% faster.',
    'Reply time fell from 31 to 9 hours, about 70%.',
    'Costs fell from 200 to 150, a 25% reduction.',
    'Traffic went from 100 to 200, 2x.',
    'Complaints fell from 40 to 20, by half.',
    'Churn fell from 10% to 5%, by 5 percentage points.',
    'Churn fell from 10% to 5%, by 50%.',
    'We cut the wait from 12 to 9 days and 40% of clients renewed.',
    'We cut the wait from 12 to 9 days, 40% of clients renewed.',
    'Revenue grew 40%. The wait fell from 12 to 9 days.',
    'The drop rate went from 4% to 6%.',
    'Growth slowed from 9 to 6 percent.',
    'It has not dropped, it went from 9 to 12.',
    'We work from 8 to 5, and 30% work at night.',
    'Speed improved from 5 to 10 pages a minute.',
    'Between 5 and 7 calls, 20% of them long.',
    'Errors fell from 60 to 20 per shift, down 15% in March alone.',
    'Churn dropped from 8% to 6%, a 2% improvement on the industry average.',
    'Traffic rose from 10k to 15k a week, +12% in paid and +60% in organic.',
    'Response improved from 6 to 3 hours a day, 90% within SLA.',
    'Output rose from 100 to 150 units a day, 20% above target.',
    'Срок упал с 10 до 5 дней, на 20 % быстрее соседнего отдела.',
    'Отток упал с 8 % до 6 %, на 1 % лучше рынка.',
    'Заявки выросли с 40 до 60 в день, +10 % за последний месяц.',
    'Ошибок стало с 60 до 20 на смену, минус 15 % за март.',
    'Сократили с 12 до 9 шагов, на 40 % быстрее оформление.',
    'Sold 20% more, with the price cut from 12 to 9 pounds.',
    'Time before the change (12 hours) and after (9.6 hours). The difference is 20%.',
  ])('%s', (text) => {
    expect(mismatches(text)).toEqual([]);
  });
});
