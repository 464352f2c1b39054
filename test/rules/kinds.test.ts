import { describe, expect, it } from 'vitest';
import type { PartState, Reading, StoryKind } from '../../src/analysis/types.js';
import type { LanguageModel, Question } from '../../src/content/types.js';
import { plainTexts } from '../../src/rules/plain-texts.js';
import { quote } from '../../src/rules/quote.js';
import { quotedPassages } from '../../src/rules/quoted.js';
import { analysisOf } from '../reports/answer-analysis.js';
import { content } from '../support/content.js';
import { expectLinear } from '../support/growth.js';
import { asked, read, rule } from './reading.js';

const NO_QUESTION = asked(null);

/** The words a check of the catalogue, or one of our own, points at. */
function found(check: string | Parameters<typeof rule>[0], text: string, context = NO_QUESTION): string[] {
  const options = typeof check === 'string' ? content.rules().find(({ id }) => id === check)?.check : check;
  if (options === undefined) throw new Error(`no rule ${String(check)}`);
  return rule(options)
    .check(read(text), context)
    .map(({ span }) => text.slice(span.start, span.end));
}

/** As {@link found}, of an answer whose sentences carry these labels. */
function foundIn(check: Parameters<typeof rule>[0], text: string, labels: readonly string[], given = {}) {
  return rule(check)
    .check(analysisOf(text, labels, given), NO_QUESTION)
    .map(({ span }) => text.slice(span.start, span.end));
}

const phrases = (en: readonly string[], more: object = {}) => ({
  kind: 'phrases',
  patterns: { en, ru: [] },
  ...more,
});

describe('phrases', () => {
  const text = 'I really did my best, and the client said: “do your best and really try”. We did it.';
  it.each([
    ['one match', phrases(['my best']), ['my best']],
    ['the longest of those that overlap', phrases(['my best', 'did my best', 'best']), ['did my best']],
    ['not what somebody else says', phrases(['really']), ['really']],
    [
      'the longest, even where another begins before it',
      phrases(['did my', 'my best , and']),
      ['my best, and'],
    ],
    ['a pattern across a comma', phrases(['best , and']), ['best, and']],
    ['without the commas at its edges', phrases(['best ,']), ['best']],
    ['the start of a clause', phrases(['^ we']), ['We']],
    ['not within an excuse', phrases(['my best'], { unless: { en: ['did my best'], ru: [] } }), []],
    ['an excuse elsewhere', phrases(['my best'], { unless: { en: ['client'], ru: [] } }), ['my best']],
    ['fewer than asked', phrases(['my best'], { least: 2 }), []],
    ['a language without patterns', { kind: 'phrases', patterns: { ru: ['my'] } }, []],
  ])('%s', (_, check, expected) => {
    expect(found(check, text)).toEqual(expected);
  });
});

it.each([
  ['hedging', 'I guess it helped. He said ‘I guess it’s our fault’.', ['i guess it']],
  ['hedging', '— Наверное, завтра, — сказал водитель. Я, наверное, ждал зря.', ['наверное']],
  ['filler', 'Клиент ответил:\n— Ну, короче, мне всё равно.\nЯ, короче, понял его.', ['короче']],
])('%s is not reported behind single marks and dashes: %j', (id, text, expected) => {
  expect(found(id, text).map((said) => said.toLowerCase())).toEqual(expected);
});

describe('quotedPassages', () => {
  it.each([
    ['said «no» and “yes”', ['«no»', '“yes”']],
    ['„so“ and "thus"', ['„so“', '"thus"']],
    ['5" wide, and no more', []],
    ['open «here\nand closed» there', ['«here\nand closed»']],
    ['open «here\n\nand closed» there', []],
    ['open "here\r\n \r\nand closed" there', []],
    ['«one «two». three» four', ['«one «two». three»']],
    ['"one "two". three" four "five"', ['"one "two". three"', '"five"']],
    ['“one “two” three” four', ['“one “two” three”']],
    ['«one: "two" » three', ['«one: "two" »']],
    ['said " so " and "thus".', ['" so "', '"thus"']],
    ['a 15" screen is "small"', ['"small"']],
    ['«Group «East» is a name', ['«Group «East»']],
    ['«never closed\nbut «this» is', ['«this»']],
    ['«never closed\n«this «that» is» and «so»', ['«this «that» is»', '«so»']],
    ['»«', []],
    ['', []],
  ])('%j', (text, expected) => {
    expect(quotedPassages(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });
});

it.each([
  '«a» ',
  '«',
  '»',
  '« «a» \n',
  '"a "b" c ',
  '“„”',
  '\n«a\n',
  '\n ',
  "'a ",
  "s' ",
  ', — сказал ',
  'сказал: — А ',
  '— А? ',
  '\n— А',
])('%j by the ten thousand is looked through in linear time', async (piece) => {
  // The passages of the last text are remembered.
  let texts = 0;
  await expectLinear((count) => {
    texts += 1;
    const text = `${texts}«\n${piece.repeat(count)}`;
    return () => quotedPassages(text);
  }, 20_000);
});

describe('quote', () => {
  const whole = (text: string) => quote(text, { start: 0, end: text.length });
  it.each([
    ['short words.', 'short words'],
    ['0,2 п.п.', '0,2 п.п.'],
    ['by 0.2 p.p.', 'by 0.2 p.p.'],
    ['version A.', 'version A'],
    ['two\n  lines,\tone', 'two lines, one'],
    [`${'word '.repeat(30)}`, `${'word '.repeat(12).trim()}…`],
    ['x'.repeat(80), `${'x'.repeat(60)}…`],
    [`${'x'.repeat(59)}😀${'y'.repeat(9)}`, `${'x'.repeat(59)}…`],
    ['', ''],
    ['…', '…'],
  ])('%j', (text, expected) => {
    expect(whole(text)).toBe(expected);
  });
});

describe('placeholder', () => {
  it.each([
    ['My name is [your name].', ['[your name]']],
    ['Компания {{название}} и сумма <сумма>', ['{{название}}', '<сумма>']],
    ['fell by ____ %', ['____']],
    ['TODO: the result. TBD', ['TODO', 'TBD']],
    ['Lorem ipsum dolor', ['Lorem ipsum']],
    ['a [link](https://example.org), a footnote [1], <https://example.org>, <a@b.example>, snake_case', []],
    ['In İzmir: TODO at İZMİR, LOREM İPSUM, Lorem ipsum', ['TODO', 'Lorem ipsum']],
    ['I love todos and mastodons <3 and 2 < 3 > 1', []],
    [`[${'a'.repeat(60)}]`, []],
    ['Write to [name@company] or see [https://company]', ['[name@company]', '[https://company]']],
  ])('%j', (text, expected) => {
    expect(found('placeholder', text)).toEqual(expected);
  });
});

describe('time in proportion to the length of a text', () => {
  const particulars = {
    kind: 'particulars',
    phrases: { en: ['my best'] },
    bare: { en: ['all were well'] },
    ordinary: { en: ['all'] },
    share: 0.9,
    least: 7,
  };
  const textAlone = (text: string) => ({ document: { text } }) as Reading;
  it.each<[string, object, (text: string) => Reading, number]>([
    ['[name] TODO XXX ', { kind: 'placeholder', words: ['todo', 'xxx'], allow: ['name'] }, textAlone, 3000],
    ['I said “no”, but did my best. ', phrases(['my best'], { notIn: 'situation' }), read, 300],
    ['I did my best. ', phrases(['my best'], { nothingElse: 'action' }), read, 300],
    ['all were well and ', particulars, read, 300],
  ])('%j', async (piece, check, readingOf, size) => {
    const { check: run } = rule(check as Parameters<typeof rule>[0]);
    await expectLinear((count) => {
      const reading = readingOf(piece.repeat(count));
      return () => run(reading, NO_QUESTION);
    }, size);
  });
});

describe('plainTexts', () => {
  it.each([
    ['Позвоните в İstanbul и ИЗМИР', ['i̇stanbul', 'измир'], ['ИЗМИР']],
    ['İstanbul, İZMİR', ['İstanbul', 'İzmİr'], ['İstanbul', 'İZMİR']],
    ['a letter grows: İ, and TODO stays', ['todo', 'GROWS'], ['TODO', 'grows']],
  ])('%j', (text, wanted, expected) => {
    expect(plainTexts(text, wanted).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });
});

describe('nonsense', () => {
  const question = {
    text: { en: 'Tell me about a conflict with a colleague', ru: 'Расскажите о ссоре с коллегой' },
  };
  it.each([
    ['headings alone', 'Situation:\nTask:\nAction:\nResult:', true],
    ['the question again', 'Tell me about a conflict with a colleague.', true],
    ['the question again, in Russian', 'Расскажите о ссоре с коллегой!', true],
    ['keys at random', 'asdfgh jklkj the qwert zxcvbn lkjhg', true],
    ['one word over and over', 'I did did did did did it for the client', true],
    ['one word four times in a row', 'That was very very very very hard for me', true],
    ['one word for emphasis', 'That was very very very hard for me', false],
    ['one word without vowels', 'HTML', false],
    ['the question with two words of its own', 'A conflict with a colleague Olga hid', false],
    ['few words over and over', 'the client was happy '.repeat(8), true],
    ['a salad', 'Leadership, ownership, proactive communication, growth mindset, efficiency, synergy.', true],
    ['a short story', 'The till broke in May. I repaired it with a spoon while forty people waited.', false],
    [
      'an answer that repeats the question first',
      'A conflict with a colleague: Olga hid the keys, so I asked her to lunch and she gave them back.',
      false,
    ],
    [
      'a form filled in with figures',
      'Situation: churn was 10%. Task: reduce it. Action: I called every client who left. Result: churn fell to 5%.',
      false,
    ],
  ])('%s', (_, text, expected) => {
    expect(found('nonsense', text, asked(question)).length > 0).toBe(expected);
  });

  it('a figure that measures the result takes a denser salad', () => {
    const check = { kind: 'nonsense', buzzwords: { en: ['alpha'] }, share: 0.5, keyboard: [] };
    const salad = 'Alpha sales alpha calls alpha churn';
    expect(foundIn(check, `${salad} is up.`, ['result'])).toHaveLength(1);
    expect(foundIn(check, `${salad} is up by 12%.`, ['result'])).toEqual([]);
    expect(foundIn(check, `Alpha alpha ${salad} is up by 12%.`, ['result'])).toHaveLength(1);
  });

  it.each([
    ["Role-play: a guest who doesn't pay, won't leave", 'Role‑play: a guest who doesn’t pay, won’t leave'],
    ['Кто по-настоящему, по-своему отличился?', 'кто по-настоящему по-своему отличился'],
  ])('the question again, hyphens and apostrophes in it: %s', (en, text) => {
    expect(found('nonsense', text, asked({ text: { en } }))).toHaveLength(1);
  });
});

describe('vague', () => {
  it.each([
    ['I improved the quality.', ['improved the quality']],
    ['I improved the quality by 12%.', []],
    ['Together with Olga I improved the quality.', []],
    ['After a long talk, Olga and I improved the quality.', []],
    ['I improved the quality by half.', []],
    ['Улучшил качество обслуживания.', ['Улучшил качество обслуживания']],
    ['Делала всё, что могла.', ['Делала всё, что могла']],
    ['Начальник сказал: «Делай всё, что можешь».', []],
  ])('%j', (text, expected) => {
    expect(found('vague', text)).toEqual(expected);
  });
});

describe('particulars', () => {
  const check = {
    ...{ kind: 'particulars', phrases: { en: [] }, bare: { en: ['improved the quality'] } },
    ...{ ordinary: { en: ['x'] }, share: 1, least: 99 },
  };
  it.each([
    ['none', 'I improved the quality.', 1],
    ['the speaker', 'Then I improved the quality, and I’m sure of it.', 1],
    ['a name', 'Then Olga improved the quality.', 0],
    ['a name behind a comma', 'After a long talk, Olga improved the quality.', 0],
    ['an abbreviation at the beginning', 'CRM data improved the quality.', 0],
    ['a figure', 'I improved the quality by 12%.', 0],
    ['a figure in words', 'I improved the quality by half.', 0],
    ['a figure of the sentence before', 'We lost half of them. I improved the quality.', 1],
  ])('in the sentence excuse a phrase: %s', (_, text, count) => {
    expect(foundIn(check, text, Array(text.split('. ').length).fill('action'))).toHaveLength(count);
  });
});

describe('order', () => {
  const check = {
    ...{
      kind: 'order',
      late: 'situation',
      after: 'result',
      unless: ['action'],
      words: { en: ['before that'] },
    },
    ...{ leastSentences: 3, confidence: 0.5 },
  };
  const report = (labels: readonly string[], more = '') =>
    foundIn(check, `${labels.map((_, at) => `Day ${at} was long, and it rained.`).join(' ')}${more}`, [
      ...labels,
      ...(more === '' ? [] : ['other']),
    ]).map((words) => Number(/\d/.exec(words)?.[0] ?? -1));
  it.each([
    ['the situation behind the result', ['task', 'result', 'situation'], [2]],
    ['a headline first', ['result', 'task', 'situation'], []],
    ['two sentences', ['result', 'situation'], []],
    ['a sentence that goes on with deeds as well', ['task', 'result', 'situation+action'], []],
    ['a story that goes on', ['task', 'result', 'situation', 'action'], []],
    [
      'a story that goes on in the second half of a sentence',
      ['task', 'result', 'situation', 'result+action'],
      [],
    ],
    ['a story that went on before', ['task', 'result', 'action', 'situation'], [3]],
  ])('%s', (_, labels, expected) => {
    expect(report(labels)).toEqual(expected);
  });
  it('words that go back, whatever the label', () => {
    expect(report(['task', 'result'], ' Before that all was well.')).toEqual([-1]);
  });
});

describe('numbers', () => {
  const reports = (when: string, numbers?: string) =>
    rule({ kind: 'numbers', when }).check(
      read('I called her. She came back to us.'),
      asked(numbers === undefined ? null : ({ numbers } as Partial<Question>)),
    ).length;
  it('an answer to no question is welcome to have figures', () => {
    expect([reports('welcome'), reports('required')]).toEqual([1, 0]);
    expect([reports('welcome', 'required'), reports('required', 'required')]).toEqual([0, 1]);
  });
});

describe('state of a part', () => {
  const text = 'I called her.';
  const check = { kind: 'part-state', state: 'missing' };
  const parts = (result: PartState) => [
    { part: 'result', state: result, spans: [{ start: 0, end: 13 }], because: [], nearest: null },
  ];
  it('what is there is evidence, what is not is absent', () => {
    const matches = (own: object, state: PartState) =>
      rule({ ...check, ...own }).check(analysisOf(text, ['action'], { parts: parts(state) }), NO_QUESTION);
    expect(matches({ state: 'empty' }, 'empty')).toMatchObject([{ absent: false }]);
    expect(matches({}, 'implied')).toEqual([]);
    expect(matches({ implied: { en: 'implied' } }, 'implied')).toMatchObject([
      { message: { en: 'implied' } },
    ]);
    expect(matches({ except: ['result'] }, 'missing')).toEqual([]);
  });
  it('an optional part may be missing, not empty', () => {
    const framework = content.framework('letter-nudge');
    const part = framework.parts.find(({ optional }) => optional)?.id ?? '';
    const reports = (state: PartState) =>
      foundIn({ ...check, state }, text, ['action'], { framework, parts: [{ ...parts(state)[0], part }] });
    expect([reports('missing'), reports('empty')]).toEqual([[], ['I called her.']]);
  });
});

describe('filler', () => {
  it.each([
    ['Ну, был один клиент.', 1],
    ['Был клиент, который ну очень сердился.', 0],
    ['Я просто сделал свою часть и ушёл.', 0],
    ['Она короче стрижётся.', 0],
    ['I like you, know him well and would like to help.', 0],
    ['It was, you know, hard. Um.', 2],
  ])('%j', (text, count) => {
    expect(found('filler', text)).toHaveLength(count);
  });
});

describe('length', () => {
  it('counts words and seconds for the message', () => {
    const [match] = rule({ kind: 'length', leastWords: 10 }).check(
      read('I called her. She came.'),
      NO_QUESTION,
    );
    expect(match?.values).toMatchObject({ words: 5 });
    expect(match?.absent).toBe(true);
  });

  it('a limit itself is let pass', () => {
    const text = 'I called her. She came.';
    const reports = (limits: object) => found({ kind: 'length', ...limits }, text).length;
    expect([reports({ leastWords: 5 }), reports({ leastWords: 6 })]).toEqual([0, 1]);
    const seconds = Math.round(read(text).speakingSeconds);
    expect([reports({ mostSeconds: seconds }), reports({ mostSeconds: seconds - 1 })]).toEqual([0, 1]);
  });
});

describe('figure', () => {
  const base = { kind: 'figure', lacks: 'base', of: ['percent'] };
  const method = { kind: 'figure', lacks: 'method', of: ['percent', 'rating'] };
  it.each([
    ['a change alone', base, 'Churn fell by 12%.', ['result'], ['12%']],
    [
      'a change beside a pair',
      base,
      'Churn fell by 12%. Calls fell from 40 to 30.',
      ['result', 'result'],
      [],
    ],
    [
      'a change beside another quantity',
      base,
      'Absence was 30%. Churn fell by 12%.',
      ['situation', 'result'],
      ['12%'],
    ],
    ['a level beside its target', base, 'The target was 88%. We closed at 91%.', ['task', 'result'], []],
    [
      'two figures without a unit: nothing says that they measure the same',
      { ...base, of: ['count'] },
      'The target was 40. We grew by 5.',
      ['task', 'result'],
      ['5'],
    ],
    ['a share that is no effect', base, '60% of our clients are shops.', ['situation'], []],
    ['a share in general', base, 'Usually 30% of clients agree.', ['result'], []],
    ['a share in general, in Russian', base, 'Обычно 30 % клиентов соглашаются.', ['result'], []],
    ['a share that was usual', base, 'Usually 30% of clients agreed.', ['result'], ['30%']],
    ['a change in general', base, 'Usually we sell 30% more.', ['result'], ['30%']],
    ['a change in general, in Russian', base, 'Обычно продаём на 30 % больше.', ['result'], ['30 %']],
    ['how a share in general was measured', method, 'Usually 30% of clients agree.', ['result'], ['30%']],
    [
      'how what was asked for was measured',
      method,
      'The plan was 95%. We reached 97%.',
      ['result', 'result'],
      ['97%'],
    ],
    ['a count of heads', method, '7 of 9 clients signed.', ['result'], []],
    ['a score of five', method, 'The rating rose to 4 of 5.', ['result'], ['4 of 5']],
    ['a score of a hundred', method, 'The rating rose to 87 of 100.', ['result'], ['87 of 100']],
    ['a score of six, a fraction', method, 'The rating rose to 4.5 of 6.', ['result'], ['4.5 of 6']],
  ])('%s', (_, check, text, labels, expected) => {
    expect(foundIn(check, text, labels)).toEqual(expected);
  });
});

describe('who acts', () => {
  const subject = { kind: 'subject', label: 'action', acts: 'team', never: ['speaker'], least: 2 };
  const [we, too, I] = ['We moved the files.', 'We tested them.', 'I called everyone.'];
  it.each([
    ['the team alone', subject, `${we} ${too}`, ['action', 'action'], [we]],
    ['the team and the speaker', subject, `${we} ${too} ${I}`, ['action', 'action', 'action'], []],
    ['the speaker elsewhere', subject, `${I} ${we} ${too}`, ['situation', 'action', 'action'], [we]],
    ['the team once', subject, we, ['action'], []],
    ['the team in other parts', subject, `${we} ${too}`, ['situation', 'task'], []],
    ['the team anywhere', { ...subject, anywhere: 2 }, `${we} ${too}`, ['situation', 'task'], [we]],
    [
      'the speaker anywhere',
      { ...subject, anywhere: 2 },
      `${we} ${too} ${I}`,
      ['situation', 'task', 'result'],
      [],
    ],
  ])('%s', (_, check, text, labels, expected) => {
    const without = expected.map((words) => words.slice(0, -1));
    expect(foundIn(check, text, labels).map((words) => words.replace(/\.$/, ''))).toEqual(without);
  });
});

describe('nothing else is done', () => {
  const check = phrases(['passed it to the lawyers'], { nothingElse: 'action' });
  const passed = 'passed it to the lawyers';
  it.each([
    ['the speaker passed it on', `I ${passed}.`, ['action'], [passed]],
    ['and did more', `I ${passed}. I called the bank.`, ['action', 'action'], []],
    ['others did more', `I ${passed}. My manager called the bank.`, ['action', 'action'], [passed]],
    ['others passed it on', `My manager ${passed}.`, ['action'], []],
  ])('%s', (_, text, labels, expected) => {
    expect(foundIn(check, text, labels)).toEqual(expected);
  });
});

describe('proportion', () => {
  const check = { kind: 'proportion', leastWords: 1, much: { en: 'much' }, little: { en: 'little' } };
  const said = (
    share: { readonly least?: number; readonly most?: number },
    text = 'One two, three, four. Five six.',
    labels = ['situation', 'action'],
  ) => {
    const reading = analysisOf(text, labels);
    const parts = reading.framework.parts.map((part) => ({
      ...part,
      share: part.id === 'situation' ? share : undefined,
    }));
    return rule(check)
      .check({ ...reading, framework: { ...reading.framework, parts } }, NO_QUESTION)
      .map(({ message, values }) => [message?.en, values?.percent]);
  };
  it('tells whether a part takes too much or too little', () => {
    expect(said({ most: 0.6 })).toEqual([['much', 70]]);
    expect(said({ least: 0.8 })).toEqual([['little', 70]]);
    expect(said({ least: 0.6, most: 0.8 })).toEqual([]);
  });
  it('a limit itself is let pass', () => {
    expect(said({ most: 0.7 })).toEqual([]);
    expect(said({ least: 0.7 })).toEqual([]);
  });
  it('text that carries no part counts, as it does in the bars', () => {
    const text = 'One two, three, four. Five six. Well, well, that was that.';
    const labels = ['situation', 'action', 'other'];
    expect(said({ most: 0.3 }, text, labels)).toEqual([['much', 38]]);
    expect(said({ most: 0.5 }, text, labels)).toEqual([]);
  });
});

describe('lesson', () => {
  const text = 'In May I sent a wrong price. I called every shop. All of them accepted the new price.';
  it.each([
    ['asked and not said', true, text, 1],
    ['not asked', false, text, 0],
    ['asked and said', true, `${text} I learned to check twice.`, 0],
  ])('%s', (_, lesson, answer, count) => {
    expect(found('no-lesson', answer, asked({ lesson }))).toHaveLength(count);
  });

  it('one clause of a sentence says it', () => {
    const check = { kind: 'lesson', label: 'lesson', words: { en: [] } };
    const reports = (label: string) =>
      rule(check).check(
        analysisOf('All of them signed, and I check each price now.', [label]),
        asked({ lesson: true }),
      ).length;
    expect([reports('result+lesson'), reports('result+action')]).toEqual([0, 1]);
  });
});

describe('number-mismatch', () => {
  const computed = (text: string, interfaceLanguage = 'en') =>
    rule({ kind: 'mismatch', of: ['arithmetic', 'direction', 'percent-or-points'] })
      .check(read(text), asked(null, interfaceLanguage))
      .map(({ values }) => values?.computed);
  it.each([
    ['The wait fell from 10 hours to 8, that is by 40%.', 'en', '20%'],
    ['Время сократилось с 10 часов до 8, то есть на 40 %.', 'ru', '20\u00a0%'],
    ['Число заявок выросло в 3 раза: с 10 до 50.', 'ru', '5 раз'],
    ['Число заявок выросло в 7 раз: с 10 до 40.', 'ru', '4 раза'],
    ['Число заявок выросло в 4 раза: с 10 до 25.', 'ru', '2,5 раза'],
    ['Число заявок выросло в 3 раза: с 10 до 210.', 'ru', '21 раз'],
    ['Complaints fell from 40 to 10, by half.', 'en', '0.75'],
    ['Conversion rose from 20% to 30%, by 15 percentage points.', 'en', '10 points'],
    ['Конверсия выросла с 10 % до 15 %, то есть на 8 п. п.', 'ru', '5 п. п.'],
    ['Выручка выросла с 12 до 9 млн.', 'ru', '−25\u00a0%'],
    ['Отток вырос с 3 до 5 %, то есть на 2 %.', 'ru', '2 п. п., то есть 67\u00a0%'],
    ['Churn rose from 3% to 5%, that is by 2%.', 'en', '2 points, or 67%'],
  ])('%s', (text, language, expected) => {
    expect(computed(text, language)).toEqual([expected]);
  });
});

describe('private-data', () => {
  it('does not repeat the data in its message', () => {
    const text = 'She wrote from k.miller@bakery-north.net.';
    const check = content.rules().find(({ id }) => id === 'private-data')?.check ?? { kind: '' };
    const [match] = rule(check).check(read(text), NO_QUESTION);
    expect(match?.values).toEqual({ what: 'an e-mail address', masked: 'k.m…' });
  });
});

describe('questions of the bank', () => {
  const question = content.question('sm-client-conflict');
  const gaps = (text: string) => {
    const [match] = rule({ kind: 'criteria', least: 1 }).check(read(text), asked(question));
    return [match?.values?.count ?? 0, match?.values?.all ?? question?.criteria.length];
  };
  it('counts the criteria that are not touched', () => {
    expect(gaps('A guest shouted. I moved him.')).toEqual([4, 4]);
    expect(gaps('A guest shouted. I stayed calm and moved him.')).toEqual([3, 4]);
  });
  it('finds no strong sample off its question, and no answer without a question', () => {
    const strong = (question?.samples ?? []).filter(({ grade }) => grade === 'strong');
    expect(strong.length).toBeGreaterThan(0);
    for (const { text } of strong) expect(found('off-question', text, asked(question))).toEqual([]);
    const elsewhere = content.rules().find(({ id }) => id === 'off-question')?.examples.bad[0]?.text ?? '';
    expect(found('off-question', elsewhere, asked(question))).toHaveLength(1);
    expect(found('off-question', elsewhere)).toEqual([]);
    expect(found('off-question', elsewhere.slice(0, 90), asked(question))).toEqual([]);
  });
  describe('an answer whose words speak for another question', () => {
    const claim =
      content
        .rules()
        .find(({ id }) => id === 'off-question')
        ?.examples.good.find(({ text }) => text.startsWith('A carrier shouted at us'))?.text ?? '';
    const off = (competencies: readonly string[]) =>
      found('off-question', claim, asked({ ...question, competencies })).length;
    it('is not told so where it tells no story', () => {
      const options = content.rules().find(({ id }) => id === 'off-question')?.check ?? { kind: '' };
      const persuading = asked({ ...question, competencies: ['leadership', 'motivation'] });
      const reports = (kind: StoryKind) =>
        rule(options).check({ ...read(claim), story: { kind, spans: [] } }, persuading).length;
      expect([reports('story'), reports('habit'), reports('opinion')]).toEqual([1, 0, 0]);
    });

    it('is not told so in a language of which no other answers are known', () => {
      const options = content.rules().find(({ id }) => id === 'off-question')?.check ?? { kind: '' };
      const context = asked({ ...question, competencies: ['leadership', 'motivation'] });
      const languages = context.languages.map(({ code }) => ({ code }) as LanguageModel);
      expect(rule(options).check(read(claim), { ...context, languages })).toEqual([]);
    });

    it.each([
      ['one subject where it is sure', { leastInstead: -9, sure: 0 }, 'instead', 1],
      ['two where the next one is near', { leastInstead: -9, sure: 99 }, 'either', 2],
      ['none where it is not sure of any', { leastInstead: 99, sure: 99 }, undefined, 0],
    ] as const)('is told %s', (_, how, message, subjects) => {
      const options = content.rules().find(({ id }) => id === 'off-question')?.check ?? { kind: '' };
      const elsewhere = asked({ ...question, competencies: ['leadership', 'motivation'] });
      const [match] = rule({ ...options, ...how }).check(read(claim), elsewhere);
      const texts = options as unknown as Record<string, unknown>;
      expect(match?.message).toEqual(message === undefined ? undefined : texts[message]);
      const named = [match?.values?.about, match?.values?.second].filter(Boolean);
      expect(new Set(named).size).toBe(subjects);
    });

    it.each([
      ['speaks of what the question asks for', ['conflict-resolution'], 0],
      ['speaks of something else', ['leadership', 'motivation'], 1],
      ['may be about anything where an achievement is asked for', ['results', 'leadership'], 0],
      ['is not judged by a competency of the user', ['sorting'], 0],
    ])('%s', (_, competencies, count) => {
      expect(off(competencies)).toBe(count);
    });
  });
});
