import { expect, test } from 'vitest';
import { patternFault } from '../../src/text/pattern-faults.js';
import { storedIndex } from '../../src/text/pattern-index.js';
import { compilePatterns, matchPatterns } from '../../src/text/patterns.js';
import { scan } from '../../src/text/scan.js';

/** The words that a pattern matches in a text, null where it does not. */
function matched(pattern: string, text: string): string | null {
  const tokens = scan(text, /\p{Script=Cyrillic}/u.test(text) ? 'ru' : 'en');
  const match = matchPatterns(compilePatterns([pattern]), tokens)[0];
  if (match === undefined) return null;
  return text.slice(tokens[match.from]?.start, tokens[match.to - 1]?.end);
}

test.each([
  ['word', 'in the end', 'we left in the end', 'in the end'],
  ['word, ё as е', 'пришел', 'Он пришёл', 'пришёл'],
  ['beginning', 'жалоб*', 'Было много жалоб утром', 'жалоб'],
  ['beginning and ending', 'сниз*ся', 'Отток снизился', 'снизился'],
  ['ending', '*ing', 'we kept waiting there', 'waiting'],
  ['alternatives', '(renewed|signed up)', 'they signed up again', 'signed up'],
  ['star over alternatives', '(сниз|повыс)*', 'мы повысили цену', 'повысили'],
  ['star and an ending over alternatives', '(сниз|повыс)*сь', 'цены повысились', 'повысились'],
  ['a star of its own among those', '(порог|красн* черт)*', 'это красная черта', 'красная черта'],
  ['the same with a form', '(внедр*|созда)*@past', 'мы внедрили шаблоны', 'внедрили'],
  ['gap', 'asked ..2 to', 'she asked me politely to leave', 'asked me politely to'],
  ['first', '^ then', 'Then we left', 'Then'],
  ['first after a mark', '^ then', '- then we left', 'then'],
  ['end', 'left $', 'they left.', 'left'],
  ['optional, there', 'we really? did', 'we really did', 'we really did'],
  ['optional, absent', 'we really? did', 'we did', 'we did'],
  ['optional at the start', 'really? did', 'we did', 'did'],
  ['number', '# процент*', 'на 20 процентов', '20 процентов'],
  ['dash', 'задача -', 'Задача — вернуть', 'Задача —'],
  ['form', 'внедр*@past', 'мы внедрили шаблоны', 'внедрили'],
  ['form over alternatives', '(внедр|созда)*@past', 'я создала базу', 'создала'],
])('%s: «%s» in «%s»', (_name, pattern, text, expected) => {
  expect(matched(pattern, text)).toBe(expected);
});

test.each([
  ['word inside a longer one', 'end', 'it was endless'],
  ['gap longer than allowed', 'asked ..1 to', 'she asked me politely to leave'],
  ['gap over a full stop', 'asked ..3 to', 'she asked. We to'],
  ['first in the middle', '^ then', 'and then we left'],
  ['end in the middle', 'left $', 'they left us'],
  ['form of another word', 'внедр*@past', 'внедрение шаблонов'],
])('not %s: «%s» in «%s»', (_name, pattern, text) => {
  expect(matched(pattern, text)).toBeNull();
});

test('every pattern of a set is reported where it matches', () => {
  const set = compilePatterns(['a b', 'b', 'c']);
  const found = matchPatterns(set, scan('a b b', 'en')).map(({ pattern, from, to }) => [pattern, from, to]);
  expect(found).toEqual([
    [0, 0, 2],
    [1, 1, 2],
    [1, 2, 3],
  ]);
});

test.each([
  ['unread', ''],
  ['unread', 'a@nothing'],
  ['unread', 'a ..x b'],
  ['opening', '..3 a'],
  ['brackets', '(a'],
  ['brackets', 'a)'],
  ['brackets', '()'],
  ['brackets', 'a (|)'],
  ['nested', '(once|last (year)?) a client'],
  ['nested', '^ (to do (this|that)|first)'],
  ['glued', 'it (all )?(started|began) when'],
  ['glued', '(two|three)-year contract'],
  ['glued', 'put (me )?in charge'],
  ['glued', "i('ll| will) try"],
  ['inside', '(most|# ..1 %) of them'],
  ['inside', '(понимаю ,? почему|уважа*)'],
  ['inside', '(^|a) b'],
  ['inside', 'b (a|$)'],
] as const)('%s: «%s»', (fault, pattern) => {
  expect(patternFault(pattern)).toBe(fault);
});

test.each([
  'a b ..2 c?',
  '(a|b c)* (d|# e)? $',
  '^ (созда|напис)*@past',
  '(оказал|выяснил)*сь , что',
  '(оказал|выяснил)*сь@past? так',
  "(weeks|months) ' notice",
])('«%s» is read as it is written', (pattern) => {
  expect(patternFault(pattern)).toBeNull();
});

test('a set that is matched often finds what it found at first', () => {
  const verbs = Array.from({ length: 50 }, (_, index) => `verb${String.fromCharCode(0x430 + index)}*`);
  const patterns = [
    ...verbs,
    'we ..2 (renewed|signed up)',
    'a? b? $',
    'the (boss|manager of) was? # percent*',
    'я ..3 внедр*@past',
    'no , (just|only) so',
  ];
  const texts = [
    'we then signed up',
    'the manager of 5 percents',
    'a b',
    'я ещё раз внедрила',
    'no, only so',
  ];
  const set = compilePatterns(patterns);
  const read = () => texts.map((text) => matchPatterns(set, scan(text, text[0] === 'я' ? 'ru' : 'en')));
  const first = read();
  expect(first.map((matches) => matches.map(({ pattern }) => patterns[pattern]))).toEqual([
    ['we ..2 (renewed|signed up)'],
    ['the (boss|manager of) was? # percent*'],
    ['a? b? $', 'a? b? $'],
    ['я ..3 внедр*@past'],
    ['no , (just|only) so'],
  ]);
  for (let times = 0; times < 300; times++) read();
  expect(read()).toEqual(first);
});

test('an index made before, and kept as JSON, changes nothing', () => {
  const patterns = [
    '^ then',
    'really? did',
    '(the|a) ..2 client*',
    '(сниз|повыс)*сь',
    'я (не|тоже)? помог*',
    'constructor of',
    'left $',
    '# процент*',
    'задача -',
  ];
  const index = JSON.parse(JSON.stringify(storedIndex(patterns)));
  const texts = [
    'Then the new client left',
    'we really did, a constructor of __proto__',
    'Цены снизились на 20 процентов, я не помогал',
    'Я тоже помог. Задача — вернуть',
    'toString hasOwnProperty the',
  ];
  for (const text of texts)
    for (const language of ['ru', 'en']) {
      const tokens = scan(text, language);
      const found = matchPatterns(compilePatterns(patterns, index), tokens);
      expect(found).toEqual(matchPatterns(compilePatterns(patterns), tokens));
    }
});

test('an index of other patterns is not used', () => {
  const index = storedIndex(['we left', 'they left']);
  const tokens = scan('we left', 'en');
  expect(matchPatterns(compilePatterns(['they left'], index), tokens)).toEqual([]);
  expect(matchPatterns(compilePatterns(['we left', 'we'], index), tokens)).toHaveLength(2);
});
