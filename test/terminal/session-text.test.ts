import { expect, test } from 'vitest';
import { translator } from '../../src/content/messages.js';
import type { Sample } from '../../src/content/types.js';
import { summarise } from '../../src/rehearsal/summary.js';
import { clock } from '../../src/reports/clock.js';
import { cutTo, type LiveReading } from '../../src/terminal/meter.js';
import {
  questionLines,
  revisionText,
  samplesText,
  statusLines,
  summaryText,
  type TextStyle,
} from '../../src/terminal/session-text.js';
import { outcome, question } from '../rehearsal/question.js';
import { content } from '../support/content.js';

const style = (language: string, columns = 100): TextStyle => ({
  language,
  columns,
  t: translator(content.messages(language), language),
  paint: (_, text) => text,
});

const turns = [
  {
    question: question('a'),
    attempts: [
      { text: 'x', outcome: outcome(), seconds: 40 },
      { text: 'y', outcome: outcome('no-numbers', '~vague'), seconds: 35 },
    ],
  },
  { question: question('b', { framework: null }), attempts: [{ text: 'x', outcome: outcome(), seconds: 5 }] },
];
const frameworks = (id: string) => content.framework(id);

test.each(['en', 'ru'])('a summary in %s', (language) => {
  expect(
    summaryText(summarise(turns), {
      frameworks,
      rule: (id) => `<${id}>`,
      again: (id) => `star-coach practice --question ${id}`,
      dueIn: (id) => ({ a: 1, b: 4 })[id] ?? null,
      timed: true,
      style: style(language),
    }),
  ).toMatchSnapshot();
});

test('in a narrow window a number stays with what it counts', () => {
  const view = {
    ...{ frameworks, rule: (id: string) => id, again: (id: string) => id },
    ...{ dueIn: () => 2, timed: true, style: style('en', 30) },
  };
  const lines = summaryText(summarise(turns), view).split('\n');
  expect(lines.slice(3, 8)).toEqual([
    '   S –T A (R) · 1 figure ·',
    '   1 error · 1 warning ·',
    '   ≈ 0:46 aloud · 1:15 spent ·',
    '   2 versions ·',
    '   again in 2 days',
  ]);
  expect(summaryText(summarise(turns), { ...view, timed: false })).not.toContain('spent');
});

test('of an answer that is written the summary says how many words it has', () => {
  const written = [
    {
      question: question('a', { framework: 'test-task' }),
      attempts: [{ text: 'x', outcome: outcome(), seconds: 40 }],
    },
  ];
  const view = {
    ...{ frameworks, rule: (id: string) => id, again: (id: string) => id },
    ...{ dueIn: () => null, timed: true, style: style('en') },
  };
  const text = summaryText(summarise(written), view);
  expect(text).toContain(' · 100 words · 0:40 spent');
  expect(text).not.toContain('aloud');
});

test('what a revision did, in words', () => {
  const complaint = (rule: string, part: string | null = null) => ({ rule, part });
  const names = {
    rule: (id: string) => `what ${id} reports`,
    part: (id: string) => id.toUpperCase(),
    criterion: (id: string) => `what ${id} asks for`,
  };
  const nothing = { closed: [], fresh: [], open: [], heard: [], lost: [] };
  const changes = {
    ...nothing,
    closed: [complaint('vague'), complaint('missing-part', 'role')],
    open: [complaint('filler')],
    heard: ['steps'],
    lost: ['client'],
  };
  expect(revisionText(changes, names, style('en')).split('\n')).toEqual([
    'Fixed',
    '  ✓ what vague reports',
    '  ✓ The part "ROLE" is missing',
    'Heard now',
    '  ✓ what steps asks for',
    'No longer heard',
    '  – what client asks for',
    'Still open',
    '  ! what filler reports',
  ]);
  expect(revisionText(nothing, names, style('en'))).toBe('');
});

const reading: LiveReading = {
  parts: [
    { letter: 'S', name: 'situation', state: 'present' },
    { letter: 'T', name: 'task', state: 'implied' },
    { letter: 'A', name: 'action', state: 'empty' },
    { letter: 'R', name: 'result', state: 'missing' },
  ],
  figures: 2,
  words: 121,
  speech: 67,
  gap: { letter: 'R', text: 'What changed in the end, and by how much?' },
};
const view = { reading, spent: null, limit: 120, cursorRow: null, empty: false, notice: null };

test.each([
  [
    119,
    'S✓ T~ A∅ R– · 2 figures · 121 words · ≈ 1:07 of 2:00 aloud · R: What changed in the end, and by how much?',
  ],
  [
    100,
    'S✓ T~ A∅ R– · 2 figures · 121 words · ≈ 1:07 of 2:00 aloud · R: What changed in the end, and by how…',
  ],
  [59, 'S✓ T~ A∅ R– · 2 figures · 121 words · ≈ 1:07 of 2:00 aloud'],
  [50, 'S✓ T~ A∅ R– · 2 figures · 121 words · 1:07'],
  [30, 'S✓ T~ A∅ R– · 121 words · 1:07'],
  [19, 'S✓ T~ A∅ R– · 1:07'],
  [5, ''],
])('the meter in %d columns', (columns, expected) => {
  expect(statusLines(view, { ...style('en', columns), unicode: true })[0]).toBe(expected);
});

test('before anything is typed the meter says what its letters stand for, where there is room', () => {
  const first = (columns: number, unicode = true) =>
    statusLines({ ...view, empty: true }, { ...style('en', columns), unicode })[0];
  expect(first(79)).toBe('S situation · T task · A action · R result');
  expect(first(79, false)).toBe('S situation | T task | A action | R result');
  expect(first(40)).toBe('S✓ T~ A∅ R– · 121 words · 1:07');
  const long = { ...reading, parts: [{ letter: 'R', name: 'risks and gains', state: 'missing' as const }] };
  const narrow = { ...style('en', 12), unicode: true };
  expect(statusLines({ ...view, empty: true, reading: long }, narrow)[0]).toBe('R risks');
  const bare = { ...view, empty: true, reading: { ...reading, parts: [] } };
  expect(statusLines(bare, { ...style('en', 79), unicode: true })[0]).toContain('121 words');
});

test('over a revision stands what is to be mended', () => {
  const asked = { question: question('a'), number: 1, of: 2, hint: false, reason: null };
  const mend = 'Fix first: End with what changed.';
  expect(questionLines({ ...asked, mend }, style('en')).lines.slice(-3)).toEqual(['About a?', mend, '']);
  expect(questionLines(asked, style('en')).lines.slice(-2)).toEqual(['About a?', '']);
});

test('the meter tells the limit that counts, and paints what is beyond it', () => {
  const painted = {
    ...style('en', 119),
    unicode: true,
    paint: (colour: string, text: string) => `<${colour}>${text}`,
  };
  const line = (limit: number) => statusLines({ ...view, limit }, painted)[0];
  expect(line(67)).toContain(' · ≈ 1:07 of 1:07 aloud');
  expect(line(20)).toContain(' · <yellow>≈ 1:07 of 0:20 aloud');
});

test('the meter in Russian fits 60 columns, and says where one is in a long text', () => {
  const [line] = statusLines(view, { ...style('ru', 59), unicode: true });
  expect(line).toBe('S✓ T~ A∅ R– · 2 цифры · 121 слово · вслух ≈ 1:07 из 2:00');
  const cursorRow = { row: 12, rows: 40 };
  expect(statusLines({ ...view, cursorRow }, { ...style('ru', 59), unicode: true })[0]).toBe(
    'S✓ T~ A∅ R– · 2 цифры · 121 слово · 1:07 · строка 12/40',
  );
});

test('the meter in ASCII, and where the question asks for no parts', () => {
  const ascii = { ...style('en', 80), unicode: false };
  expect(statusLines(view, ascii)[0]).toBe('S+ T~ A0 R- | 2 figures | 121 words | ~ 1:07 of 2:00 aloud');
  for (const line of statusLines({ ...view, empty: true }, ascii)) expect(line).toMatch(/^[\x20-\x7e]*$/);
  const bare = { ...reading, parts: [], figures: null };
  expect(statusLines({ ...view, reading: bare, spent: 61 }, ascii)[0]).toBe(
    '121 words | ~ 1:07 of 2:00 aloud | 1:01 spent',
  );
});

test('the meter of what is written counts words, and no time aloud', () => {
  const written = { ...view, reading: { ...reading, speech: null, gap: null } };
  const line = (columns: number) => statusLines(written, { ...style('en', columns), unicode: true })[0];
  expect(line(100)).toBe('S✓ T~ A∅ R– · 2 figures · 121 words');
  expect(line(30)).toBe('S✓ T~ A∅ R– · 121 words');
});

test('keys are dropped from the last where they do not fit; what has just happened takes their place', () => {
  const at = (columns: number) => statusLines(view, { ...style('ru', columns), unicode: true })[1];
  expect(at(99)).toBe(
    'Ctrl-D — готово · Ctrl-C — выйти · Enter — новая строка · Ctrl-O — редактор · Alt-U — отменить',
  );
  expect(at(59)).toBe('Ctrl-D — готово · Ctrl-C — выйти · Enter — новая строка');
  expect(at(20)).toBe('Ctrl-D — готово');
  expect(statusLines({ ...view, notice: 'vi\u001b[2J failed' }, { ...style('en'), unicode: true })[1]).toBe(
    'vi\\u001b[2J failed',
  );
});

test('samples: the strong one first, the weak one with what it lacks, safe to show', () => {
  const sample = (grade: Sample['grade'], language: string, text: string): Sample => ({
    grade,
    language,
    text,
    expect: {
      missing: grade === 'weak' ? ['task', 'result'] : [],
      findings: grade === 'weak' ? ['missing-result', 'filler', 'missing-part', 'criteria-gap'] : [],
      criteria: grade === 'weak' ? [] : ['one'],
    },
  });
  const asked = question('a', {
    criteria: [{ id: 'one', text: { en: 'One' }, cues: {} }],
    samples: [
      sample('weak', 'en', 'Bad\u001b[2J'),
      sample('strong', 'ru', 'Хорошо'),
      sample('strong', 'en', 'Good'),
    ],
  });
  const names = { rule: (id: string) => `<${id}>`, part: (id: string) => id.toUpperCase() };
  expect(samplesText(asked, names, style('en')).split('\n')).toEqual([
    'A strong answer',
    '  Good',
    '',
    'A weak answer',
    '  Bad\\u001b[2J',
    '  ! The part "TASK" is missing',
    '  ! <missing-result>',
    '  ! <filler>',
    '  ! Points the interviewer listens for: 0 of 1 heard',
  ]);
  const two = { ...asked, samples: [sample('strong', 'ru', 'Хорошо'), sample('strong', 'ru', 'Ещё')] };
  expect(samplesText(two, names, style('en'))).toBe(
    'A strong answer 1/2\n  Хорошо\n\nA strong answer 2/2\n  Ещё',
  );
});

test.each([
  ['one two', 7, 'one two'],
  ['one two', 6, 'one…'],
  ['one two', 3, ''],
  ['one', 2, ''],
])('%j in %d cells is %j', (text, room, expected) => {
  expect(cutTo(text, room, '…')).toBe(expected);
});

test('advice of which only the first words would fit is left out', () => {
  const line = (columns: number) =>
    statusLines(
      { ...view, spent: 61, cursorRow: { row: 12, rows: 40 } },
      { ...style('en', columns), unicode: true },
    )[0];
  expect(line(99)).toMatch(/12\/40$/);
  expect(line(115)).toContain(' · R: What changed');
});

test.each([
  [[true, true, false], 'dim'],
  [[true, false], 'dim'],
  [[true, false, false], 'yellow'],
])('of what the interviewer listens for %j is heard: %s', (heard, colour) => {
  const criteria = Object.fromEntries(heard.map((touched, index) => [`c${index}`, touched]));
  const said = [
    { question: question('a'), attempts: [{ text: 'x', outcome: { ...outcome(), criteria }, seconds: 5 }] },
  ];
  const paint: TextStyle['paint'] = (name, text) => `<${name}>${text}`;
  const view = { frameworks, rule: (id: string) => id, again: (id: string) => id, dueIn: () => null };
  const told = summaryText(summarise(said), { ...view, timed: false, style: { ...style('en', 300), paint } });
  const touched = heard.filter((yes) => yes).length;
  expect(told).toMatch(new RegExp(`<${colour}>[^<]*${touched} of ${heard.length}`));
});

test('an optional part that the answer does without is no gap in the summary', () => {
  const nudge = question('a', { framework: 'letter-nudge' });
  const letter = content.framework('letter-nudge').parts;
  const parts = Object.fromEntries(
    letter.flatMap(({ id, optional }, index) =>
      optional ? [] : [[id, index === 0 ? ('missing' as const) : ('present' as const)]],
    ),
  );
  const written = [
    { question: nudge, attempts: [{ text: 'x', outcome: { ...outcome(), parts }, seconds: 5 }] },
  ];
  const view = { frameworks, rule: (id: string) => id, again: (id: string) => id, dueIn: () => null };
  const told = summaryText(summarise(written), { ...view, timed: false, style: style('en') });
  const [first, ...others] = letter.filter(({ optional }) => !optional).map((part) => part.letter);
  expect(told).toContain(`   –${first} ${others.join(' ')} · 1 figure`);
});

test.each([
  [0, '0:00'],
  [59.6, '1:00'],
  [125, '2:05'],
])('%d seconds are %s', (seconds, expected) => {
  expect(clock(seconds)).toBe(expected);
});
