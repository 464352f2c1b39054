import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type { StoryKind } from '../../src/analysis/types.js';
import type { Analysis } from '../../src/analyze.js';
import { translator } from '../../src/content/messages.js';
import { type AnswerTextOptions, renderAnswer } from '../../src/reports/answer-text.js';
import type { Finding } from '../../src/rules/types.js';
import { content } from '../support/content.js';
import { analysisOf } from './answer-analysis.js';

function options(language: string, given: Partial<AnswerTextOptions> = {}): AnswerTextOptions {
  return {
    t: translator(content.messages(language), language),
    paint: (_, text) => text,
    language,
    width: 80,
    structured: true,
    ...given,
  };
}

const render = (analysis: Analysis, given: Partial<AnswerTextOptions> = {}, language = 'en') =>
  renderAnswer(analysis, options(language, given));

function finding(given: Partial<Finding>): Finding {
  return {
    rule: 'vague',
    severity: 'warn',
    span: { start: 0, end: 4 },
    message: 'This would fit any story.',
    advice: 'Name one thing.',
    evidence: '',
    ask: null,
    ...given,
  };
}

const noResult = finding({
  rule: 'missing-result',
  severity: 'error',
  message: 'There is no result: the story stops before we learn what came of it.',
  advice: 'End with what changed.',
  ask: 'What came of it?',
});

const english = analysisOf(
  `Situation: in May 2023 our bakery lost its oven, and 40 orders waited.

I had to bake them all by Friday. I borrowed an oven from a school and moved the night shift. Rain fell on Thursday. Late orders fell from 40 to 2.`,
  ['situation', 'task', 'action', 'other', 'result'],
  { findings: [finding({ severity: 'info', rule: 'jargon' }), noResult], nextFix: noResult },
);

const russian = analysisOf(
  `Ситуация
В мае у нас в пекарне сломалась печь, и 40 заказов встали.
Я одолжила печь в школе, перенесла смену на ночь.
В итоге опоздали только 2 заказа из 40, а покупатели остались с нами.`,
  ['situation', 'action', 'result'],
  {
    findings: [
      finding({ message: 'Так можно сказать о чём угодно.', advice: 'Назовите что-нибудь одно.' }),
      finding({ message: 'И так тоже можно сказать о чём угодно.', advice: 'Назовите что-нибудь одно.' }),
    ],
  },
);

describe('renderAnswer', () => {
  for (const width of [60, 80, 120]) {
    it(`shows an English answer in ${width} columns`, () => {
      expect(render(english, { width })).toMatchSnapshot();
    });
    it(`shows a Russian answer in ${width} columns`, () => {
      expect(render(russian, { width }, 'ru')).toMatchSnapshot();
    });
  }

  it('says with letters and words all that it says with colour', () => {
    const shown = render(english);
    for (const letter of ['S │ ', 'T │ ', 'A │ ', '· │ ', 'R │ '])
      expect(shown).toContain(`\n${letter}`.slice(letter === 'S │ ' ? 1 : 0));
    expect(shown).toMatch(/^ {2}T {2}task +✓ present/m);
    expect(render(russian)).toMatch(/^ {2}T {2}task +✗ missing/m);
  });

  it('paints the words of each part in its own colour and nothing in another', () => {
    const shown = render(english, { paint: (colour, text) => `<${colour}>${text}</${colour}>`, width: 100 });
    expect(shown).toContain('<yellow>I had to bake them all by Friday.</yellow>');
    expect(shown).toContain('<dim>Rain fell on Thursday.</dim>');
    expect(shown).toContain('<blue><bold>Situation');
  });

  it('cuts a sentence where its part changes', () => {
    const two = analysisOf('I moved the shift, and late orders fell to 2.', ['action+result']);
    expect(render(two)).toMatch(/^A │ I moved the shift,\nR │ and late orders fell to 2\.$/m);
  });

  it('shows a lesson as the part that shows it', () => {
    const told = analysisOf('Complaints fell to 2. I learnt to ask first.', ['result', 'lesson']);
    expect(render(told)).toMatch(/^R │ Complaints fell to 2. I learnt/m);
  });

  it('marks no words as a part that it calls missing', () => {
    const shown = render(analysisOf('I learnt to ask first.', ['lesson']));
    expect(shown).toMatch(/^· │ I learnt/m);
    expect(shown).toMatch(/^ {2}R {2}result +✗ missing .* 0%$/m);
  });

  it('says how much of a missing part is wanted', () => {
    const shown = render(analysisOf('Complaints fell to 2.', ['result']));
    expect(shown).toMatch(/^ {2}S {2}situation +✗ missing +░+ +0%$/m);
    expect(shown).toMatch(/^ {2}A {2}action +✗ missing +░+ +0% {2}at least 20%$/m);
  });

  it('says of a part without words of its own that it is told with another', () => {
    const reading = analysisOf('Late orders fell to 2. I had called.', ['result', 'action']);
    const parts = reading.parts.map((read) =>
      read.part === 'task' ? { ...read, state: 'present' as const, spans: [{ start: 0, end: 22 }] } : read,
    );
    const told = { ...reading, parts };
    expect(render(told)).toMatch(/^ {2}T {2}task +✓ present +░+ +0% {2}with another part$/m);
    expect(render(told, {}, 'ru')).toMatch(/^ {2}T {2}задача +✓ есть +░+ +0\s% {2}вместе с другой$/m);
  });

  it('puts the gravest finding first and the advice of one rule once', () => {
    const shown = render(english);
    expect(shown.indexOf('(missing-result)')).toBeLessThan(shown.indexOf('(jargon)'));
    expect(render(russian, {}, 'ru').match(/Назовите что-нибудь одно/g)).toHaveLength(1);
  });

  it('ends with what to mend first and what an interviewer may ask', () => {
    expect(render(english)).toMatch(
      /Fix first \(missing-result\): End with what changed\.\nAn interviewer may ask next: What came of it\?$/,
    );
    expect(render(english, { followUp: null })).not.toContain('interviewer may ask');
    expect(render(english, { followUp: 'And then?' })).toMatch(/And then\?$/);
  });

  it('says so where nothing is found', () => {
    expect(render({ ...english, findings: [], nextFix: null })).toMatch(/✓ No findings\.$/);
  });

  it('says nothing of parts where none are asked for', () => {
    const shown = render({ ...english, story: { kind: 'plan', spans: [] } }, { structured: false });
    expect(shown).not.toMatch(/│|share of the text|This is a plan/);
    expect(shown).toContain('  I had to bake them all by Friday.');
    expect(shown).toContain('Late orders fell from 40 to 2.');
    expect(shown).toContain('size of the result');
  });

  it('says nothing of parts of what is no answer at all', () => {
    const shown = render({ ...english, findings: [finding({ rule: 'nonsense' })] });
    expect(shown).not.toMatch(/│|share of the text/);
  });

  it('says of an unknown language only that', () => {
    const { document } = english;
    const unread = { ...english, document: { ...document, language: null }, sentences: [], nextFix: null };
    expect(render({ ...unread, findings: [finding({ rule: 'unreadable-language' })] })).toBe(
      'Findings\n  ! warning: This would fit any story. (unreadable-language)\n    → Name one thing.',
    );
  });

  it.each(['habit', 'plan', 'opinion', 'description', 'none'] satisfies StoryKind[])(
    'says what it is instead of a story, and quotes: %s',
    (kind) => {
      const words = 'bake them all';
      const start = english.document.text.indexOf(words);
      const story = { kind, spans: [{ start, end: start + words.length }] };
      expect(render({ ...english, story })).toMatch(/^! This .+: "bake them all"\.$/m);
      expect(render({ ...english, story }, {}, 'ru')).toMatch(/^! Это .+: «bake them all»\.$/m);
    },
  );

  it('lists criteria, heard and not heard', () => {
    const criteria = [
      { text: 'Stays calm.', touched: true, quote: 'I borrowed an oven' },
      { text: 'Owns up.', touched: false },
    ];
    expect(render(english, { criteria })).toContain(
      'What the interviewer listens for\n  ✓ Stays calm.\n    "I borrowed an oven"\n  – Owns up. (not heard)\n',
    );
    const gap = { ...english, findings: [finding({ rule: 'criteria-gap', message: 'Not heard: Owns up.' })] };
    expect(render(gap, { criteria })).not.toContain('Not heard: Owns up.');
    expect(render(gap)).toContain('Not heard: Owns up.');
  });

  it('names the criteria where they are to be mended first, and calls no such answer clean', () => {
    const advice = 'Add a sentence on each.';
    const unheard = finding({ rule: 'criteria-gap', severity: 'info', advice });
    const gap = { ...english, findings: [unheard], nextFix: unheard };
    const criteria = [{ text: 'Owns up.', touched: false }];
    const shown = render(gap, { criteria });
    expect(shown).toContain(
      '✓ Apart from what was not heard, there are no findings.\n\nFix first (criteria-gap): Add a sentence on each.',
    );
    expect(shown).not.toContain('No findings');
  });

  it('says the first advice and the question in it once', () => {
    expect(render(english).match(/End with what changed/g)).toHaveLength(1);
    const asked = { ...noResult, advice: 'Answer in a sentence: What came of it?' };
    const shown = render({ ...english, findings: [asked], nextFix: asked });
    expect(shown.match(/What came of it\?/g)).toHaveLength(1);
    expect(shown).not.toContain('interviewer may ask');
  });

  it('does not tell a plan from a story where a case asks for a plan', () => {
    const story = { kind: 'plan', spans: [] } as const;
    const framework = content.framework('case');
    expect(render({ ...english, story, framework })).not.toContain('This is a plan');
    expect(render({ ...english, story })).toContain('This is a plan');
  });

  it('puts many findings under the part they are about', () => {
    const { text } = english.document;
    const at = (words: string) => ({
      span: { start: text.indexOf(words), end: text.indexOf(words) + words.length },
      evidence: words,
    });
    const many = [
      finding({ message: 'On the oven.', ...at('borrowed an oven') }),
      finding({ rule: 'jargon', severity: 'error', message: 'On the shift.', ...at('night shift') }),
      finding({ rule: 'missing-task', message: 'On the task.' }),
      finding({ rule: 'too-short', message: 'On all of it.' }),
    ];
    const shown = render({ ...english, findings: many });
    const order = [
      'The answer as a whole',
      'On all of it.',
      'T  task',
      'On the task.',
      'A  action',
      'On the shift.',
      'On the oven.',
    ];
    const places = order.map((words) => shown.indexOf(words, shown.indexOf('Findings')));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    const whole = render({
      ...english,
      findings: ['1', '2', '3', '4'].map((rule) => finding({ rule, message: `No ${rule}.` })),
    });
    expect(whole).toContain('No 4.');
    expect(whole).not.toContain('The answer as a whole');
  });

  it('calls a target by its name', () => {
    const shown = analysisOf('The target was 40 orders. We baked 38.', ['task', 'result']);
    expect(render(shown)).toMatch(/^ {2}40 orders +target$/m);
    const russisch = analysisOf('План был 40 заказов. Испекли 38.', ['task', 'result']);
    expect(render(russisch, {}, 'ru')).toMatch(/^ {2}40 заказов +цель$/m);
  });

  it('shows counts with their nouns, and apart what is no figure', () => {
    const shown = render(english);
    expect(shown).toMatch(/^ {2}40 orders +scale of the work$/m);
    expect(shown).toMatch(/^ {2}Not counted: 2023 \(date or time\)$/m);
    const dates = analysisOf('In 2023 we lost it. In 2023 we got it back.', ['situation', 'result']);
    expect(render(dates)).toMatch(/^ {2}Not counted: 2023 \(date or time\)$/m);
    expect(render(analysisOf('I left.', ['action']))).toContain('Figures\n  There are none.');
  });

  it('gives a long figure a line of its own', () => {
    const long = 'We had 40 orders. It fell from two and a half hours to only ten minutes.';
    const lines = (width: number) =>
      render(analysisOf(long, ['situation', 'result']), { width })
        .split('\n\n')
        .find((block) => block.startsWith('Figures'));
    expect(lines(80)).toMatchInlineSnapshot(`
      "Figures
        40 orders  scale of the work
        from two and a half hours to only ten minutes
                   size of the result"
    `);
    expect(lines(40)).toMatchInlineSnapshot(`
      "Figures
        40 orders  scale of the work
        from two and a half hours to only ten
        minutes
                   size of the result"
    `);
    expect(lines(20)).toMatchInlineSnapshot(`
      "Figures
        40 orders
          scale of the
          work
        from two and a
        half hours to only
        ten minutes
          size of the
          result"
    `);
  });

  it('breaks what it says of no findings at words', () => {
    const clean = render({ ...english, findings: [] }, { width: 20 });
    expect(clean).toContain('✓ No findings.');
    const unheard = render(
      { ...english, findings: [finding({ rule: 'criteria-gap' })] },
      { width: 40, criteria: [{ text: 'Calm', touched: false }] },
    );
    expect(unheard).toContain('✓ Apart from what was not heard, there\n  are no findings.');
  });

  it('places no figure outside a result where no result is asked for', () => {
    const outside = {
      ...english,
      quantities: english.quantities.map((figure) => ({ ...figure, role: 'other' as const })),
    };
    expect(render(outside)).toContain('40 orders     outside the result');
    expect(render(outside, { structured: false })).toContain('40 orders     figure');
  });

  it('sends no control character of the answer to the terminal', () => {
    const hostile = analysisOf('I sent\u001b[31m it \u202eback\u0007.', ['action']);
    for (const structured of [true, false]) {
      const shown = render(hostile, { structured });
      expect(shown).toContain('I sent\\u001b[31m it \\u202eback\\u0007.');
      expect(shown).not.toMatch(/[\u001b\u202e\u0007]/);
    }
  });

  it('is no wider than the window, whatever the words', () => {
    const word = fc.constantFrom(
      'тест',
      'oven',
      '漢字',
      '👩‍👩‍👧',
      'é',
      'x'.repeat(90),
      '12%',
      '-',
      '\n',
      '\n\n',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), fc.integer({ min: 40, max: 130 }), (words, width) => {
        const text = `I wrote ${words.join(' ')} down`;
        const document = { ...english.document, text };
        const sentence = {
          ...english.sentences[0],
          start: 0,
          end: text.length,
        } as (typeof english.sentences)[0];
        const shown = render({ ...english, document, sentences: [sentence], quantities: [] }, { width });
        for (const line of shown.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(width);
      }),
      { seed: 7 },
    );
  });
});
