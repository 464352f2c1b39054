import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type { Guide } from '../../src/content/guide-types.js';
import { translator } from '../../src/content/messages.js';
import { guideHtml } from '../../src/reports/guide-html.js';
import { guideMarkdown } from '../../src/reports/guide-markdown.js';
import { guideText } from '../../src/reports/guide-text.js';
import { content } from '../support/content.js';

const pages = content.guides().map(({ role, topic }) => ({
  guide: content.guide(role, topic) as Guide,
  ticked: new Set<string>(),
}));
const options = (language: string) => ({
  language,
  t: translator(content.messages(language), language),
  role: 'Role',
});
const typedCommand = (...words: readonly string[]) => ['star-coach', ...words].join(' ');
const text = (page: (typeof pages)[number], language: string, columns: number, unicode = true) =>
  guideText(page, { ...options(language), paint: (_, words) => words, columns, unicode, typedCommand });

const sample: Guide = {
  role: 'baker',
  topic: 'oven',
  title: { en: 'The oven', ru: 'Печь' },
  aim: {
    en: 'To bake what was promised by the hour that was promised.',
    ru: 'Испечь обещанное к обещанному часу.',
  },
  who: { en: 'You.', ru: 'Вы.' },
  time: null,
  facts: [
    { text: { en: 'An oven warms up in 40 minutes.', ru: 'Печь греется 40 минут.' }, year: 2025 },
    { text: { en: 'It is hot.', ru: 'Она горячая.' }, year: null },
  ],
  sections: [
    { title: { en: 'Care', ru: 'Уход' }, ordered: false, points: [{ en: 'Clean it.', ru: 'Мойте.' }] },
    {
      title: { en: 'Steps', ru: 'Шаги' },
      ordered: true,
      points: [
        { en: 'Light it.', ru: 'Разожгите.' },
        { en: 'Wait.', ru: 'Ждите.' },
      ],
    },
  ],
  questions: [
    {
      id: 'ba-burnt-batch',
      stage: 'hr',
      text: { en: 'Tell me about a burnt batch.', ru: 'Расскажите о сгоревшей партии.' },
    },
  ],
  faults: [
    {
      fault: { en: 'Too hot', ru: 'Слишком жарко' },
      bad: { en: '“It burnt.”', ru: '«Сгорело».' },
      good: {
        en: '“I turned it down by 20 degrees and baked for ten minutes more.”',
        ru: '«Я убавил на 20 градусов и пёк на десять минут дольше».',
      },
    },
  ],
  checklist: [
    { id: 'wiped', text: { en: 'It is wiped.', ru: 'Вытерто.' } },
    {
      id: 'lit',
      text: {
        en: 'It was lit an hour before the first dough goes in, not later.',
        ru: 'Разожжена за час до первого теста, не позже.',
      },
    },
  ],
};

describe('a page', () => {
  it.each([
    ['en', 80],
    ['en', 60],
    ['ru', 80],
    ['ru', 60],
  ] as const)('in %s at %d columns', (language, columns) => {
    expect(text({ guide: sample, ticked: new Set(['lit']) }, language, columns)).toMatchSnapshot();
  });

  it('does with ASCII marks', () => {
    expect(text({ guide: sample, ticked: new Set() }, 'en', 80, false)).not.toMatch(/[•✗✓]/);
  });

  it('breaks no command in a narrow window', () => {
    const shown = text({ guide: sample, ticked: new Set() }, 'en', 30);
    expect(shown).toMatch(/^ {4}star-coach guide \S+ \S+ --tick 1$/m);
  });

  it.each([40, 60, 80, 120])('of every guide fits into %d columns', (columns) => {
    for (const page of pages)
      for (const language of ['en', 'ru']) {
        const shown = text(page, language, columns);
        expect(shown).not.toMatch(/undefined|\[object|\{\w+\}/);
        // A command is copied whole.
        for (const line of shown.split('\n').filter((each) => !each.startsWith('    star-coach ')))
          expect(stringWidth(line)).toBeLessThanOrEqual(Math.min(columns, 80));
      }
  });
});

const hostile: Guide = {
  ...sample,
  title: { en: '<script>alert("x")</script> *bold* [a](b) `c` # d\u001b[2J', ru: '' },
};

describe('a document', () => {
  it('in Markdown', () => {
    expect(guideMarkdown([{ guide: sample, ticked: new Set(['lit']) }], options('en'))).toMatchSnapshot();
  });

  it('in Markdown escapes what would be markup', () => {
    const shown = guideMarkdown([{ guide: hostile, ticked: new Set() }], options('en'));
    expect(shown.split('\n')[0]).toBe(
      '# \\<script\\>alert("x")\\</script\\> \\*bold\\* \\[a\\](b) `c` \\# d\\\\u001b\\[2J',
    );
  });

  it('in HTML escapes, runs nothing and needs nothing', () => {
    const shown = guideHtml([{ guide: hostile, ticked: new Set() }], options('en'));
    expect(shown).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;');
    expect(shown).not.toMatch(/<script|<link|src=|https?:/);
  });

  it('shows what is typed as such', () => {
    const points = [{ en: '`star-coach mock --calm` asks *all*.', ru: '' }];
    const guide = { ...sample, sections: [{ title: { en: 'Care', ru: '' }, ordered: false, points }] };
    const page = { guide, ticked: new Set<string>() };
    expect(guideMarkdown([page], options('en'))).toContain('- `star-coach mock --calm` asks \\*all\\*.\n');
    expect(guideHtml([page], options('en'))).toContain(
      '<li><code>star-coach mock --calm</code> asks *all*.</li>',
    );
    expect(text(page, 'en', 80)).toContain('• star-coach mock --calm asks *all*.\n');
  });

  it('in HTML ticks what is ticked', () => {
    const shown = guideHtml([{ guide: sample, ticked: new Set(['lit']) }], options('ru'));
    expect(shown.match(/type="checkbox" checked/g)).toHaveLength(1);
    expect(shown).toContain('<html lang="ru">');
    expect(shown).toContain('<ol>\n<li>Разожгите.</li>\n<li>Ждите.</li>\n</ol>');
  });

  it('of several guides leads to each', () => {
    const mine = pages.filter(({ guide }) => guide.role === 'support-manager');
    const shown = guideHtml(mine, options('ru'));
    for (const { guide } of mine) {
      expect(shown).toContain(`href="#${guide.topic}"`);
      expect(shown).toContain(`id="${guide.topic}"`);
    }
  });
});
