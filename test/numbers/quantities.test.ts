import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findMismatches } from '../../src/numbers/mismatches.js';
import { findQuantities } from '../../src/numbers/quantities.js';
import { assignRoles } from '../../src/numbers/roles.js';
import { readDocument } from '../../src/text/document.js';
import { ENGLISH_LINES } from './lines.en.js';
import { RUSSIAN_LINES } from './lines.ru.js';

const MARK = /\[([^\]]*)\]([a-z-]+)/gu;

interface Marked {
  readonly text: string;
  readonly expected: readonly string[];
}

function unmark(line: string): Marked {
  return {
    text: line.replace(MARK, '$1'),
    expected: [...line.matchAll(MARK)].map(([, figure, kind]) => `[${figure}]${kind}`),
  };
}

function found(text: string, language: string): string[] {
  const document = readDocument(text, { language, headings: [] });
  return findQuantities(document).map(
    ({ start, end, kind, excluded }) => `[${text.slice(start, end)}]${excluded ?? kind}`,
  );
}

describe.each([
  ['ru', RUSSIAN_LINES],
  ['en', ENGLISH_LINES],
])('figures in %s', (language, lines) => {
  test.each(lines.trim().split('\n'))('%s', (line) => {
    const { text, expected } = unmark(line);
    expect(found(text, language)).toEqual(expected);
  });
});

describe('a line that an editor wrapped', () => {
  const start = {
    ru: 'Мы разобрали все обращения наших клиентов за эти годы, а потом ',
    en: 'We went through all the requests that our clients had sent us, and ',
  };
  test.each([
    ['ru', 'отток упал на 50|% за квартал.', ['50 % percent 50']],
    ['ru', 'отток упал на 50|процентов.', ['50 процентов percent 50']],
    ['ru', 'обработали 17|430 заявлений.', ['17 430 count 17430']],
    ['ru', 'сэкономили 3 400|000 ₽ в год.', ['3 400 000 ₽ money 3400000']],
    ['ru', 'отток упал с|20 до 13 %.', ['20 до 13 % pair 13']],
    ['en', 'churn fell by 50|% in a quarter.', ['50 % percent 50']],
    ['en', 'churn went from|20 to 13%.', ['20 to 13% pair 13']],
    ['en', 'replies took 15|minutes.', ['15 minutes duration 15']],
  ] as const)('%s: %s', (language, words, expected) => {
    for (const between of ['\n', '\r\n', ' ', '\u00A0', '\u202F', '\u2009']) {
      const text = start[language] + words.replace('|', between);
      const document = readDocument(text, { language, headings: [] });
      const read = findQuantities(document).map(
        ({ start: from, end, kind, value }) =>
          `${text.slice(from, end).replace(/\s+/gu, ' ')} ${kind} ${value}`,
      );
      expect(read).toEqual(expected);
    }
  });

  test('that ends in a figure and a full stop is no item of a list', () => {
    const text = 'Нас в отделе было\n12.\nПришли не все.';
    expect(findQuantities(readDocument(text, { language: 'ru', headings: [] }))).toMatchObject([
      { kind: 'count', value: 12 },
    ]);
  });

  test('that begins with a figure and a full stop begins no list', () => {
    const text =
      'Мы разобрали все обращения наших клиентов за эти годы, записали\nкаждое в таблицу и увидели, что многие приходят из-за какой-то\nошибки в счёте. Её исправили, и число жалоб сократилось с 12 до\n4. Клиенты остались.';
    expect(found(text, 'ru')).toEqual(['[12 до\n4]pair']);
  });
});

describe('values', () => {
  test.each([
    ['двадцать пять', 25, null],
    ['двести сорок три', 243, null],
    ['сто двадцать тысяч', 120_000, null],
    ['тысяча двести', 1200, null],
    ['1 200 000', 1_200_000, null],
    ['1,200', 1200, null],
    ['380.000', 380_000, null],
    ['12,5', 12.5, null],
    ['0.125', 0.125, null],
    ['3,2 млн', 3_200_000, null],
    ['1 млн 350 тыс.', 1_350_000, null],
    ['780 т.р.', 780_000, 'rub'],
    ['полторы сотни', 150, null],
    ['пять десятков', 50, null],
    ['no complaints', 0, 'complaints'],
    ['ни одной жалобы', 0, 'жалобы'],
    ['8k', 8000, null],
    ['полтора миллиона', 1_500_000, null],
    ['два с половиной часа', 2.5, 'h'],
    ['two hundred and five', 205, null],
    ['twenty-five', 25, null],
    ['thirty thousand', 30_000, null],
    ['half a million', 500_000, null],
    ['a dozen', 12, null],
    ['two and a half hours', 2.5, 'h'],
    ['7 %', 7, '%'],
    ['£180k', 180_000, 'gbp'],
    ['350 тыс. руб.', 350_000, 'rub'],
    ['5 рабочих дней', 5, 'd'],
    ['4,7 из 5', 4.7, '/5'],
    ['вдвое', 2, 'times'],
    ['halved', 0.5, 'times'],
    ['две трети', 2 / 3, null],
    ['каждый пятый', 1 / 5, null],
    ['31 tickets', 31, 'tickets'],
    ['11 сеньорских инженеров', 11, 'инженеров'],
    ['640 ушёл', 640, null],
    ['счета больше 100 показываю коллеге', 100, null],
    ['the 10 most patient ones', 10, null],
    ['двое работают', 2, null],
    ['2 канала', 2, 'канала'],
    ['32 left', 32, null],
    ['two wrote back', 2, null],
    ['two other teams', 2, 'teams'],
    ['12 damaged crates', 12, 'crates'],
  ])('%s', (text, value, unit) => {
    const [quantity] = findQuantities(
      readDocument(text, { language: /[а-я]/u.test(text) ? 'ru' : 'en', headings: [] }),
    );
    expect(quantity?.value).toBeCloseTo(value, 6);
    expect(quantity?.unit ?? null).toBe(unit);
  });

  test.each([
    ['Снизили с 12 до 9,6 часа', 12, 9.6, 'h'],
    ['Сократили с недели до двух дней', 7, 2, 'd'],
    ['Было 4 часа, стало 15 минут', 240, 15, 'min'],
    ['Бюджет вырос с 2 до 3,5 млн', 2e6, 3.5e6, null],
    ['Cost 61k -> 38k', 61_000, 38_000, null],
    ['The price fell from $1,900 to $1,140', 1900, 1140, 'usd'],
    ['Conversion rose from 3 to 5%', 3, 5, '%'],
    ['It takes 1-2 days', 1, 2, 'd'],
    ['Late orders fell from one in four to one in ten', 1 / 4, 1 / 10, null],
    ['Срывы упали с каждого второго до каждого десятого', 1 / 2, 1 / 10, null],
    ['Сократили с 3 до 1 дня', 3, 1, 'd'],
    ['Ответ в чате 2ч15м → 40м', 135, 40, 'min'],
    ['Restore time 2h15 -> 40m', 135, 40, 'min'],
    ['AHT 6:30 → 4:15', 6.5, 4.25, 'min'],
    ['Время ответа упало с 6:20 до 4:50 мин', 19 / 3, 29 / 6, 'min'],
    ['Average call 1:20:00 → 0:45 h', 4 / 3, 0.75, 'h'],
  ])('%s', (text, from, to, unit) => {
    const [quantity] = findQuantities(
      readDocument(text, { language: /[а-я]/u.test(text) ? 'ru' : 'en', headings: [] }),
    );
    expect([quantity?.from, quantity?.value, quantity?.unit]).toEqual([from, to, unit]);
  });

  test('a figure knows its sentence', () => {
    const document = readDocument('Пришло 5 писем. Закрыли 4.', { language: 'ru', headings: [] });
    expect(findQuantities(document).map(({ sentence }) => sentence)).toEqual([0, 1]);
  });
});

const piece = fc.constantFrom(
  ...'12 9,6 1 200 % руб. с до from to , . - — → twice half one третий два-три 24/7 9:30 × x3 № $ к k двадцать пять и of из каждый in \n ( ) no not single жалоб нет не было никто т к per number > с лишним odd m h'.split(
    ' ',
  ),
);

const anyText = fc.oneof(
  fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(' ')),
  fc.string({ unit: 'binary' }),
);

describe('whatever is typed', () => {
  test.each(['ru', 'en'])(
    'spans are in order, inside the text, apart from each other: %s',
    (language) => {
      fc.assert(
        fc.property(anyText, (text) => {
          let end = 0;
          for (const quantity of findQuantities(readDocument(text, { language, headings: [] }))) {
            expect(quantity.start).toBeGreaterThanOrEqual(end);
            expect(quantity.end).toBeGreaterThan(quantity.start);
            end = quantity.end;
          }
          expect(end).toBeLessThanOrEqual(text.length);
        }),
        { seed: 7, numRuns: 300 },
      );
    },
    30_000,
  );

  test.each(['ru', 'en'])(
    'roles and mismatches point into the text: %s',
    (language) => {
      fc.assert(
        fc.property(anyText, (text) => {
          const document = readDocument(text, { language, headings: [] });
          const quantities = findQuantities(document);
          const read = assignRoles(quantities, document, { isResult: () => true });
          const spans = read
            .flatMap(({ base, method }) => [base, method])
            .filter((span) => span !== undefined);
          for (const { start, end } of [...spans, ...findMismatches(document, quantities)]) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
          }
          expect(read).toHaveLength(quantities.length);
        }),
        { seed: 8, numRuns: 300 },
      );
    },
    30_000,
  );
});
