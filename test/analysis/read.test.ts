import { describe, expect, test } from 'vitest';
import { readAnswer } from '../../src/analysis/read.js';
import type { Reading } from '../../src/analysis/types.js';
import { content } from '../support/content.js';
import { expectLinear } from '../support/growth.js';

const framework = content.framework('star');

function read(text: string): Reading {
  return readAnswer(text, { framework, languages: content.languageModels() });
}

/** States of the parts by their letters, in the order of the framework: `S+ T- A+ R~`. */
function states({ parts }: Reading): string {
  const marks = { present: '+', implied: '~', empty: '0', missing: '-' };
  return parts
    .map(({ part, state }) => `${framework.parts.find(({ id }) => id === part)?.letter}${marks[state]}`)
    .join(' ');
}

const COMPLETE = {
  en: 'Last spring our night desk was losing faxes from three clinics. I had to stop that before the audit in May. I sat with the night clerk for a week, drew the path of one fax and moved the printer behind the counter. In the end we lost none in two months.',
  ru: 'Прошлой весной на ночном посту терялись факсы из трёх клиник. Мне нужно было прекратить это до майской проверки. Я неделю дежурил с ночным регистратором, нарисовал путь одного факса и переставил принтер за стойку. В итоге за два месяца не потеряли ни одного.',
};

describe('parts of a letter', () => {
  const letter = content.framework('letter-follow-up');
  const stateOf = (id: string, text: string) =>
    readAnswer(text, { framework: letter, languages: content.languageModels() }).parts.find(
      ({ part }) => part === id,
    )?.state;

  test.each([
    ['closing', 'Добрый день, Анна! Мне по-прежнему интересна эта работа. Всего хорошего.'],
    ['closing', 'Hello Ann, the job still interests me a lot. All the best.'],
    ['greeting', 'Всем привет! Мне по-прежнему интересна эта работа.'],
  ])('%s is said in stock words', (id, text) => {
    expect(stateOf(id, text)).toBe('present');
  });

  test('what shares its clause with another part is said, not hinted at', () => {
    const text = 'Анна, здравствуйте! Спасибо за встречу во вторник, было интересно. Всего хорошего.';
    expect(stateOf('thanks', text)).toBe('present');
  });

  test('a heading alone says nothing', () => {
    expect(stateOf('closing', 'Здравствуйте, Анна!\n\nЗавершение:\n')).toBe('missing');
  });
});

describe('typed without full stops', () => {
  test.each(Object.entries(COMPLETE))('commas stand for them in %s', (_language, text) => {
    const spliced = text.replaceAll('. ', ', ').toLowerCase();
    expect(read(spliced).sentences.length).toBeGreaterThan(2);
    expect(states(read(spliced))).toBe('S+ T+ A+ R+');
  });
});

describe('parts', () => {
  test('that it never happened again is a result, though a thin one', () => {
    const text =
      'Покупатель кричал, что стол второй раз пришёл не того цвета. Я подняла переписку и сама проверила отгрузку. Больше такого не было.';
    expect(states(read(text))).toMatch(/R\+$/u);
  });

  test.each(Object.entries(COMPLETE))('a complete answer in %s has them all', (_language, text) => {
    expect(states(read(text))).toBe('S+ T+ A+ R+');
    expect(read(text).story.kind).toBe('story');
  });

  test.each(
    Object.entries(COMPLETE).flatMap(([language, text]) =>
      framework.parts.map(({ letter }, index) => [language, letter, text, index] as const),
    ),
  )('in %s, without its sentence %s is not present', (_language, letter, text, index) => {
    const shortened = text
      .split('. ')
      .filter((_, at) => at !== index)
      .join('. ');
    expect(states(read(shortened))).not.toContain(`${letter}+`);
  });

  test.each([
    [
      'Situation: we had a project. Task: something had to be done. Action: I did everything. Result: it went well.',
    ],
    [
      'Ситуация: проект у нас был непростой. Задача: надо было всё решить. Действия: старались, работали вместе. Результат: вышло неплохо.',
    ],
  ])('headings over empty words are empty: %s', (text) => {
    expect(states(read(text))).toBe('S0 T0 A0 R0');
  });

  test('a heading without a word under it is empty', () => {
    expect(states(read('Ситуация: сломался лифт в торговом центре.\nЗадача:\nЯ вызвал мастера.'))).toContain(
      'T0',
    );
  });

  test('what implies a part is quoted', () => {
    for (const { state, spans } of read(COMPLETE.en).parts)
      if (state !== 'missing') expect(spans.length).toBeGreaterThan(0);
  });
});

test('nothing stands before the first clause that it could fit', () => {
  for (const text of Object.values(COMPLETE))
    expect(read(text).sentences[0]?.because.map(({ feature }) => feature)).not.toContain('order');
});

describe('stories', () => {
  test.each([
    ['plan', 'I would talk to the client first. Then I would offer two options and agree on a date.'],
    ['plan', 'Я бы сначала поговорил с клиентом. Потом предложил бы два варианта.'],
    ['plan', 'I would always ask first. I would never shout at a client.'],
    ['plan', 'Я бы всегда сначала спросил. Я бы никогда не повысил голос на клиента.'],
    ['habit', 'Usually I first listen to the client, then I offer two options.'],
    ['habit', 'Обычно я сначала выслушиваю клиента, потом предлагаю два варианта.'],
    ['habit', 'Обычно, когда клиент злится, я выслушиваю его до конца. Главное — не перебивать.'],
    ['habit', 'I never ask who broke it. I ask what would have stopped it.'],
    ['description', 'I am a people person. I am always calm and I love helping customers.'],
    ['description', 'Я вообще человек спокойный. Я очень ответственная и коммуникабельная.'],
  ])('%s: %s', (kind, text) => {
    expect(read(text).story.kind).toBe(kind);
  });
});

test('reasons of all sentences are put together in time that grows with the text', async () => {
  await expectLinear((times) => {
    const reading = read(`${COMPLETE.en} `.repeat(times));
    return () => reading.sentences.map(({ because }) => because.length);
  }, 30);
});

describe('figures', () => {
  test.each([
    [true, 'Tickets waited two days. I merged the queues. The wait fell from 48 to 12 hours.'],
    [true, 'Заявки ждали двое суток. Я объединил очереди. Ожидание сократилось с 48 до 12 часов.'],
    [false, 'Tickets waited two days. I merged the queues. The clients thanked us.'],
    [false, 'В 2021 году заявки ждали двое суток. Я объединил три очереди. Клиенты нас поблагодарили.'],
    // The clause with the figure tells the result, most of its sentence tells two other parts.
    [
      true,
      'The client was about to leave — three weeks without an answer on the import — I had two days — I put an engineer and an analyst in one room — we found the bug in six hours — I showed the client the fix myself — they stayed and renewed for $90,000.',
    ],
  ])('the result has a figure: %s — %s', (expected, text) => {
    expect(read(text).resultNumber).toBe(expected);
  });
});

test('an unknown language is said to be unknown', () => {
  const reading = read(
    'Letztes Jahr hatten wir einen sehr unzufriedenen Kunden, und ich habe ihn sofort angerufen.',
  );
  expect(reading.document.language).toBeNull();
  expect(reading.sentences).toEqual([]);
});

test.each(['', '   \n ', '!!!', 'ok', '\u0000\u202e', '…'])('%j is read without complaint', (text) => {
  expect(read(text).parts.map(({ state }) => state)).not.toContain('present');
});

test('spans of a reading lie in its text, and the same text reads the same', () => {
  const text = `${COMPLETE.ru}\n\n${COMPLETE.ru}`;
  const reading = read(text);
  for (const { start, end, clauses } of reading.sentences) {
    expect(start).toBeLessThan(end);
    for (const clause of clauses) expect(clause.start >= start && clause.end <= end).toBe(true);
  }
  expect(reading.sentences.at(-1)?.end).toBe(text.length);
  expect(states(read(text))).toBe(states(reading));
});
