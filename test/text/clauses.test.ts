import { describe, expect, test } from 'vitest';
import { cutClauses } from '../../src/text/clauses.js';
import { readDocument } from '../../src/text/document.js';
import { scan } from '../../src/text/scan.js';
import { expectLinear } from '../support/growth.js';

/** `|` marks where a clause opens; the rule that opens the last one comes first. */
const RUSSIAN: readonly (readonly [string, string])[] = [
  ['semicolon', 'Клиент молчал; |я позвонила ещё раз.'],
  ['colon', 'Выявили три проблемы: |заявки терялись и никто не отвечал.'],
  ['which-allowed', 'Настроил очередь, |что позволило сократить ожидание.'],
  ['which-allowed', 'Ввели шаблоны, |что сразу снизило нагрузку.'],
  ['setting', 'В прошлой компании, |мы ввели единый шаблон.'],
  ['setting', 'На первой работе |я вёл склад.'],
  ['after-gerund', 'Внедрив шаблоны, |мне удалось сократить ответ.'],
  ['perfective-gerund', 'Внедрила шаблоны, |сократив время ответа.'],
  ['perfective-gerund', 'Перевёл отдел на смены, |тем самым снизив отток.'],
  ['therefore', 'Сервер падал каждый день, |поэтому я переписал запрос.'],
  ['therefore', 'Ошибок стало много, |так что мы остановили выпуск.'],
  ['therefore', 'Обучила новичков, |в результате жалобы прекратились.'],
  ['but', 'Я предложил скидку, |но клиент отказался.'],
  ['but', 'Клиент злился, |а я записывала.'],
  ['and', 'Я отправила расчёт, |и клиент вернулся.'],
  ['new-subject', 'Клиент ушёл, |я позвонила ему.'],
  ['and-pronoun', 'Клиент ушёл |и я позвонила ему.'],
  ['sentence', 'Когда клиент ушёл, я позвонила ему.'],
  ['sentence', 'Поскольку клиент ушёл, я позвонила ему.'],
  ['run-on', 'Накануне вечером он спросил коллегу утром |я пришёл на смену вместо него и остался'],
  ['sentence', 'Накануне вечером он спросил коллегу давно ли я пришёл на смену вместо него и остался'],
  ['sentence', 'Директор сказал, что клиент ушёл.'],
  ['sentence', 'Позвонила клиенту, который молчал.'],
  ['sentence', 'Если клиент молчал, мы звонили.'],
  ['sentence', 'Собрала заявки, отчёты и жалобы.'],
  ['sentence', 'Позвонила, записала и отправила.'],
  ['sentence', 'Проанализировав звонки, составила план.'],
  ['sentence', 'Проверил журналы (клиент ушёл, и я знал почему).'],
  ['sentence', 'Вот так, и никак иначе.'],
];

const ENGLISH: readonly (readonly [string, string])[] = [
  ['semicolon', 'The client was silent; |I called again.'],
  ['colon', 'We found three problems: |tickets were lost and nobody answered.'],
  ['which-result', 'I moved the backup, |which cut the failures to one.'],
  ['resulting', 'I moved the backup, |resulting in fewer failures.'],
  ['resulting', 'I merged the queues, |reducing waiting time by half.'],
  ['resulting', 'I merged the queues, |thereby saving two hours a day.'],
  ['so', 'The line was down, |so I rang the vendor.'],
  ['but', 'I offered a discount, |but the client refused.'],
  ['and-new-subject', 'I sent the estimate, |and the client came back.'],
  ['new-subject', 'The client left, |I called them.'],
  ['and-pronoun', 'The client left |and I called them.'],
  ['sentence', 'When the client left, I called them.'],
  ['sentence', 'My manager said that the client left.'],
  ['sentence', 'I stayed because the client left.'],
  ['sentence', 'I called them, and offered a refund.'],
  ['sentence', 'I called, wrote and waited.'],
  ['sentence', 'I used the tool, which was new.'],
  ['sentence', 'I rewrote it so that nobody waited.'],
  ['sentence', 'I checked the logs (the client left, and I knew why).'],
];

describe.each([
  ['ru', RUSSIAN],
  ['en', ENGLISH],
] as const)('%s', (language, cases) => {
  test.each(cases)('%s: %s', (rule, marked) => {
    const text = marked.replaceAll('|', '');
    const clauses = readDocument(text, { language, headings: [] }).sentences.flatMap(
      (sentence) => sentence.clauses,
    );
    expect(clauses.map(({ start, end }) => text.slice(start, end))).toEqual(
      marked.split('|').map((clause) => clause.trim()),
    );
    expect(clauses.at(-1)?.cutBy).toBe(rule);
    // Words that only say where are no beginning that the clause after them goes on with.
    expect(clauses.map(({ continues }) => continues)).toEqual(
      clauses.map((_clause, index) => index > 0 && rule !== 'setting'),
    );
  });
});

test('a comma or a dash parts clauses that could be sentences by the weights', () => {
  const text = 'Нашёл запасной кран, доплатил из своего лимита — разгрузились в срок.';
  const cut = (bias: number) =>
    readDocument(text, {
      language: 'ru',
      headings: [],
      runOn: () => ({ bias, features: {} }),
    }).sentences.flatMap(({ clauses }) =>
      clauses.map(({ cutBy, start }) => [cutBy, text.slice(start).split(' ', 1)[0]]),
    );
  expect(cut(2)).toEqual([
    ['sentence', 'Нашёл'],
    ['could-end', 'доплатил'],
    ['could-end', 'разгрузились'],
  ]);
  expect(cut(0)).toEqual([['sentence', 'Нашёл']]);
});

test.each([
  ['gaps without a predicate', 'ru', 'и тут, но стол, '],
  ['gaps of which each could cut', 'en', 'but I left, '],
  ['a plain list', 'ru', 'стол, '],
  ['a plain list', 'en', 'table, '],
  ['a list of figures', 'ru', '1, '],
])('%s: work grows with the length of a sentence, not with its square', async (_, language, piece) => {
  await expectLinear((count) => {
    const text = `I did it ${piece.repeat(count)}`;
    const tokens = scan(text, language);
    return () => cutClauses(text, tokens, language, { bias: -9, features: {} });
  }, 500);
});
