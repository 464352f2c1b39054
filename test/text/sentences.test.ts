import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/text/document.js';
import type { RunOnWeights } from '../../src/text/types.js';

/** `|` marks where a sentence begins; the white space before it belongs to neither. */
const MARKED = {
  'full stops, questions, exclamations': [
    'Позвонила клиенту. |Он молчал. |Потом ответил.',
    'I called them. |They were quiet. |Then they signed.',
    'Что делать? |Решила звонить! |Дозвонилась.',
    'Why? |Nobody knew! |We asked.',
    'Правда?! |Да.',
    'Пришёл директор и спросил, кто это сделал. |Все молчали.',
    'Закрыли 12,5 тыс. заявок. |Стало тихо.',
    'Conversion rose to 4.7 percent. |We kept it.',
    'Созвон был в 9.30 утра. |Пришли все.',
    'Работаем 24/7. |Устали.',
  ],
  abbreviations: [
    'Собрал заявки, отчёты и т. д. в одну таблицу.',
    'Собрал заявки, отчёты и т.д. |Потом разобрал.',
    'Это ответ, т. е. решение, а не отписка.',
    'Это ответ, т.е. решение. |Записал.',
    'Работал в г. Тверь два года. |Потом переехал.',
    'В 2020 г. мы открылись. |В 2021 г. закрылись.',
    'Офис на ул. Лесной. |Ездил туда дважды.',
    'Школа им. Гагарина рядом. |Хожу пешком.',
    'Вернули 500 руб. |Клиент успокоился.',
    'Вернули 500 руб. клиенту.',
    'Потратили 3 млн руб. за квартал.',
    'Зарплата 60 тыс. руб. в месяц. |Мало.',
    'Инструменты, напр. Битрикс24, были.',
    'I met Mr. Brown and Dr. Lee. |They agreed.',
    'Tools, e.g. Jira, were there. |Nobody used them.',
    'We had macros, scripts, etc. and used none.',
    'We had macros, scripts, etc. |None helped.',
    'Sales vs. support was the usual fight.',
    'It was 5 p.m. on a Friday. |Everybody left.',
    'Ticket No. 5 came back. |I took it.',
    'They asked for a discount and I said no. |They stayed.',
    'Acme Inc. was late. |I called.',
    'В этом году вернули им. |Потом ещё раз.',
  ],
  'initials and labels': [
    'Договор подписал А. С. Пушкарёв. |Я проверила.',
    'Передала дело И. Петровой. |Она закрыла его.',
    'Сработал план Б. |Мы успели.',
    'The contract went to J. R. Smith. |He signed.',
    'She lived in 3A. |They lived in 3B.',
    'It was revision C. |Then came revision D.',
    'Настроили 1С. |Составила план.',
  ],
  'quotes and direct speech': [
    '«Где отчёт?» — спросил директор. |Я показала.',
    'Он сказал: «Это не работает». |Я проверил.',
    'Собственник спросил: «Что делаем?» |Я попросил неделю.',
    'He said "yes or no?" |I said yes.',
    '"Are you sure?" he asked. |I was.',
    'She told me "this is you." |I called the office.',
    '«Понял». |И ушёл.',
    'Она ответила: «Хорошо…» |Мы начали.',
  ],
  'trailing off and smileys': [
    'Ждали... ждали и дождались. |Всё.',
    'Ну… и потом он ушёл. |Я остался.',
    'Ждали целый день… |Никто не пришёл.',
    'Забыла телефон) |Потом вернулась.',
    'Клиент доволен))) |Мы тоже.',
    'Клиент доволен 🙂 |Мы тоже.',
    'Клиент остался. 🎉 |Мы отметили.',
    'Клиент доволен)Так он и сказал.',
    'Ура))) потом отдыхали. |Вернулись все.',
    'ура))) |потом отдыхали. |вернулись все.',
    'They stayed 🎉 |We celebrated.',
    'Проверил (дважды) и отправил. |Приняли.',
    'Проверил (да. и ещё раз) и отправил.',
  ],
  'line breaks and lists': [
    'вез суши\n|клиент не указал подъезд\n|написал ему',
    'Было так:\n|- позвонила\n|- записала\n|- проверила',
    'Шаги:\n|1. Позвонил. |Записал.\n|2. Проверил.',
    'План\n|1) Разобрал очередь\n|2) Обучил новичков',
    'Сделал три вещи.\n\n|Первая помогла.',
    'Собрал отдел. |• Обучил новичков. |• Разобрал очередь.',
    'строка\r\n|ещё строка\r|и ещё',
    'The customer had been waiting for an answer from us for three\nweeks, and nobody had told him why. |I took the ticket over.',
    'The customer had been waiting for an answer from us for about\n3 weeks, and nobody had told him why. |I took the ticket over.',
    'The customer had been waiting for an answer from us for weeks.\n|3 of them nobody had told him why.',
    'Мы разобрали все обращения наших клиентов за полгода, записали\nкаждое в таблицу и увидели, что половина приходит из-за одной\nошибки в счёте. |Её исправили, и число жалоб сократилось с 12 до\n4. |Клиенты остались.',
    '1. Мы разобрали все обращения наших клиентов за последние годы\n|2. Исправили ошибку в счёте, из-за которой их было так много',
  ],
  'missing capitals and spaces': [
    'клиент ушёл. я позвонил. |Он вернулся.'.replace('ушёл. я', 'ушёл. |я').replace('. |Он', '. |он'),
    'he left. |i called him. |he came back.',
    'Позвонил.|Потом приехал.',
    'We use ASP.NET and Node.js daily.',
    'Написал на info@firma.ru и ждал. |Ответили.',
    'Правила внутр. распорядка нарушены. |Исправил.',
  ],
  headings: [
    'Клиент ушёл. |Задача: вернуть его. |Действия: позвонил.',
    'Ситуация: клиент ушёл |Задача: вернуть его |Результат: вернулся',
    'Situation: they left. |Task: win them back. |Result: they stayed.',
    'Задача была простой. |Решил её.',
    'Моя задача в команде: тесты и отчёты.',
  ],
} as const;

const HEADINGS = [
  { part: 'situation', words: ['ситуация', 'situation'] },
  { part: 'task', words: ['задача', 'task'] },
  { part: 'action', words: ['действия', 'action'] },
  { part: 'result', words: ['результат', 'result'] },
];

describe.each(Object.entries(MARKED))('%s', (_group, lines) => {
  test.each(lines.map((line) => [line] as const))('%j', (line) => {
    const text = line.replaceAll('|', '');
    const { sentences } = readDocument(text, { headings: HEADINGS });
    const found = sentences.map(({ start, end }) => text.slice(start, end));
    expect(found).toEqual(line.split('|').map((sentence) => sentence.trim()));
  });
});

describe('why a sentence ended', () => {
  test.each([
    ['Да. Нет.', 'full-stop'],
    ['Да? Нет.', 'question'],
    ['Да! Нет.', 'exclamation'],
    ['Долго ждали… Нет.', 'ellipsis'],
    ['да\nнет', 'line-break'],
    ['да\n\nнет', 'paragraph'],
    ['да\n- нет', 'list-item'],
    ['Ура)) Нет.', 'smiley'],
    ['Раз. • Два.', 'inline-bullet'],
    ['было Задача: стало', 'heading-inside'],
  ])('%j: %s', (text, rule) => {
    expect(readDocument(text, { headings: HEADINGS }).sentences[0]?.cutBy).toBe(rule);
  });

  test('the last sentence says whether it has a mark', () => {
    const last = (text: string) => readDocument(text, { headings: [] }).sentences.at(-1)?.cutBy;
    expect(last('Раз. Два')).toBe('end-of-text');
    expect(last('Раз. Два.')).toBe('full-stop');
    expect(last('Раз. «Два?»')).toBe('question');
  });
});

describe('text without punctuation', () => {
  const russian =
    'работал в магазине на кассе вечером был очередь человек двадцать я открыл вторую кассу и позвал коллегу ' +
    'потом мы вдвоём разобрали всех за десять минут теперь вечером всегда стоят два кассира';
  const english =
    'i was on the till alone on friday night and the queue went out of the door i called my manager from the back ' +
    'then we opened the second till together now there are always two people on friday nights';
  /** Sentences open at these words alone, but not after «и», "and". */
  const weights: RunOnWeights = {
    bias: -1,
    features: Object.fromEntries([
      ...['я', 'потом', 'теперь', 'i', 'then', 'now'].map((word) => [`opening ${word}`, 2]),
      ...['и', 'and'].map((word) => [`before ${word}`, -2]),
    ]),
  };
  const cut = (text: string, runOn: RunOnWeights | undefined = weights) =>
    readDocument(text, { headings: [], runOn: () => runOn }).sentences;

  test.each([
    ['ru', russian, ['работал в', 'я открыл', 'потом мы', 'теперь вечером']],
    ['en', english, ['i was', 'i called', 'then we', 'now there']],
  ])('%s is cut where the weights say that a sentence opens', (_language, text, openings) => {
    const sentences = cut(text);
    expect(sentences.map(({ start }) => text.slice(start).split(' ', 2).join(' '))).toEqual(openings);
    expect(sentences.map(({ cutBy }) => cutBy)).toEqual(['run-on', 'run-on', 'run-on', 'end-of-text']);
  });

  test('with a full stop at its end, it has to be longer', () => {
    const long = `${english.replace(' then we', ' and then we')} so nobody waits any longer there.`;
    expect(cut(long).length).toBeGreaterThan(1);
    expect(cut(`${long.split(' ').slice(0, 34).join(' ')}.`)).toHaveLength(1);
  });

  test('with commas, among sentences that end with a full stop, it has to be longer still', () => {
    const commas = { bias: -1, features: { ', opening i': 2, ', opening then': 2 } };
    const long = `${english.replace('door i', 'door, i').replace('back then', 'back, then')} so nobody waits any longer there`;
    expect(long.split(' ').length).toBeLessThan(60);
    expect(cut(`${long}.`, commas).length).toBeGreaterThan(1);
    expect(cut(`It was spring. ${long}`, commas).length).toBeGreaterThan(2);
    expect(cut(`It was spring. ${long}.`, commas)).toHaveLength(2);
    expect(cut(`It was spring. ${long}, ${long}.`, commas).length).toBeGreaterThan(2);
  });

  test('commas in the place of full stops end sentences, and no other gap does', () => {
    const text = english.replace('door i', 'door, i').replace('back then', 'back, then');
    const commas = { bias: -1, features: { ', opening i': 2, ', opening then': 2, 'opening now': 9 } };
    expect(cut(text, commas).map(({ start, end }) => text.slice(start, end).slice(-6))).toEqual([
      ' door,',
      ' back,',
      'nights',
    ]);
  });

  test('no relative clause is a sentence', () => {
    const text = russian
      .replace('двадцать я', 'двадцать, из-за которых я')
      .replace('коллегу потом', 'коллегу, потом');
    const eager = cut(text, { bias: 9, features: {} });
    expect(eager.map(({ start }) => text.slice(start).split(' ', 1)[0])).toEqual(['работал', 'потом']);
  });

  test('what is short, or in a language without weights, is left whole', () => {
    expect(cut(english.split(' ').slice(0, 23).join(' '))).toHaveLength(1);
    expect(cut(english.split(' ').slice(0, 30).join(' ').replace('friday', 'friday,'))).toHaveLength(1);
    expect(readDocument(english, { headings: [], runOn: () => undefined }).sentences).toHaveLength(1);
  });

  test.each([
    ['ru', russian.replace('коллегу потом', 'коллегу Потом'), 'Потом', 'от Потом'],
    ['en', english.replace('back then', 'back Then'), 'Then', 'for Then'],
  ])('%s: a capital behind a preposition is that of a name', (_language, text, word, behind) => {
    const opened = (typed: string) => cut(typed).some(({ start }) => typed.startsWith(word, start));
    expect([opened(text), opened(text.replace(word, behind))]).toEqual([true, false]);
  });

  test('no mark opens a sentence, and none has fewer than three words', () => {
    const eager = cut(english.replace('the back then', 'the back — then'), { bias: 1, features: {} });
    expect(eager.length).toBeGreaterThan(1);
    for (const { start, end } of eager)
      expect(english.slice(start, end).split(' ').length).toBeGreaterThan(2);
    expect(eager.every(({ clauses }) => clauses[0]?.tokens[0]?.kind === 'word')).toBe(true);
  });
});
