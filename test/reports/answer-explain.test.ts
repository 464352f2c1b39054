import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Because, PartReading } from '../../src/analysis/types.js';
import { type Analysis, analyze } from '../../src/analyze.js';
import { analysisContext } from '../../src/cli/analysis-context.js';
import { translator } from '../../src/content/messages.js';
import { reasonsInWords } from '../../src/reports/answer-because.js';
import { renderAnswer } from '../../src/reports/answer-text.js';
import { content } from '../support/content.js';
import { analysisOf, star } from './answer-analysis.js';

const models = content.languageModels();
const languages = content.index.interfaceLanguages;

function inWords(because: readonly Because[], language: string, answer = 'en', text = ''): string[] {
  return reasonsInWords(because, {
    t: translator(content.messages(language), language),
    language,
    framework: star,
    cues: models.find(({ code }) => code === answer)?.cues ?? [],
    text,
  });
}

const reason = (feature: string, span: Because['span'] = null): Because => ({ feature, span, weight: 1 });

/** Names of the features that have weights, in whatever phase. */
function weighing(code: string): string[] {
  const { weights } = parse(readFileSync(`data/languages/${code}/weights.yaml`, 'utf8'));
  const { features, figures } = weights.star;
  return [
    ...new Set(Object.keys(features).map((name) => name.replace(/@\w+$/, ''))),
    ...Object.keys(figures.signs).map((sign) => `effect:${sign}`),
  ];
}

describe('reasons in words', () => {
  for (const language of languages) {
    it.each(models.map(({ code }) => [code, weighing(code)] as const))(
      `every feature that weighs has words in ${language}: answers in %s`,
      (code, features) => {
        expect(features.length).toBeGreaterThan(50);
        for (const feature of features) {
          const [words = ''] = feature === 'bias' ? ['-'] : inWords([reason(feature)], language, code);
          expect(words, feature).not.toMatch(/^$|[:{}]|undefined/);
        }
      },
    );

    it.each(['en', 'ru'])(`every reason of the corpus has words in ${language}: answers in %s`, (code) => {
      const answers = readFileSync(`test/corpus/${code}.jsonl`, 'utf8').trim().split('\n').slice(0, 25);
      const context = analysisContext(content, { question: null, interfaceLanguage: language });
      let reasons = 0;
      for (const line of answers) {
        const text = JSON.parse(line)
          .sentences.map((sentence: { text: string }) => sentence.text)
          .join(' ');
        const analysis = analyze(text, context);
        for (const { because } of [...analysis.sentences, ...analysis.parts])
          reasons += inWords(because, language, code, text).length;
      }
      expect(reasons).toBeGreaterThan(100);
    });
  }

  const text = 'I had to call them by Friday';
  it.each<[string, readonly Because[], readonly string[]]>([
    [
      'quotes the words that fired',
      [reason('cue:duty', { start: 2, end: 8 })],
      ['says what had to be done: "had to"'],
    ],
    [
      'says one thing once, with all words that gave it',
      [reason('cue:duty', { start: 2, end: 8 }), reason('cue-again:duty', { start: 19, end: 28 })],
      ['says what had to be done: "had to", "by Friday"'],
    ],
    [
      'puts the traits of a verb together',
      [reason('subject:speaker:perfective', { start: 9, end: 13 })],
      ['the speaker acts, a completed action: "call"'],
    ],
    ['names the part of a heading', [reason('under:task')], ['comes under the heading of "task"']],
    ['names a word of the answer', [reason('stem:call', { start: 9, end: 13 })], ['the word: "call"']],
    ['has words for order', [reason('order')], ['fits what comes before it']],
  ])('%s', (_name, because, words) => {
    expect(inWords(because, 'en', 'en', text)).toEqual(words);
  });

  it('does not invent words for a feature it does not know', () => {
    expect(() => inWords([reason('form:unheard-of')], 'en')).toThrow('feature.form.unheard-of');
  });
});

describe('an explained answer', () => {
  const text = 'I had to bake by Friday. I borrowed an oven. It rained.';
  const base = analysisOf(text, ['task', 'action+result', 'other']);
  const [task, action, other] = base.sentences;
  const part = (id: string, given: Partial<PartReading>): PartReading => ({
    ...(base.parts.find((reading) => reading.part === id) as PartReading),
    ...given,
  });
  const analysis: Analysis = {
    ...base,
    sentences: [
      { ...task, confidence: 0.97, because: [reason('cue:duty', { start: 0, end: 8 })] },
      { ...action, confidence: 0.7, because: [reason('position:middle')] },
      { ...other, confidence: 0.4 },
    ] as Analysis['sentences'],
    parts: [
      part('situation', { state: 'missing', nearest: { span: { start: 45, end: 55 }, probability: 0.12 } }),
      part('task', { state: 'empty', spans: [{ start: 0, end: 24 }] }),
      part('action', { state: 'implied', spans: [{ start: 25, end: 44 }], because: [reason('order')] }),
      part('result', { state: 'missing', nearest: { span: { start: 45, end: 55 }, probability: 0.01 } }),
    ],
  };
  const shown = (
    language: string,
    explained = analysis,
    { structured = true, figures = [] as readonly (readonly Because[])[] } = {},
  ) =>
    renderAnswer(explained, {
      t: translator(content.messages(language), language),
      paint: (_, plain) => plain,
      language,
      width: 80,
      structured,
      explain: { cues: models.find(({ code }) => code === 'en')?.cues ?? [], figures },
    });

  it.each(languages)('tells sentence by sentence and part by part what decided: %s', (language) => {
    const all = shown(language);
    expect(all.slice(all.indexOf(language === 'ru' ? 'Разбор' : 'Sentence by'))).toMatchSnapshot();
  });

  it('explains nothing where no structure is asked for', () => {
    expect(shown('en', analysis, { structured: false })).toMatch(
      /No structure is asked for here, so parts are not judged\.$/,
    );
  });

  it.each(languages)('tells figure by figure what decided, but for what rules decided: %s', (language) => {
    const counted = analysisOf(
      'We had 40 tickets. I wrote 3 templates. By Friday only 2 tickets were left.',
      ['situation', 'action', 'result'],
    );
    const all = shown(language, counted, {
      figures: [
        [reason('effect:result:0'), reason('effect:rule:scale count'), reason('effect:left:2')],
        [],
        [
          reason('effect:before:onli', { start: 50, end: 54 }),
          reason('effect:result:9'),
          reason('effect:left:0'),
        ],
      ],
    });
    expect(all.slice(all.indexOf(language === 'ru' ? 'Цифра за' : 'Figure by'))).toMatchSnapshot();
  });

  it('has words for every label that a part shows', () => {
    for (const language of languages) {
      const messages = content.messages(language);
      for (const id of content.index.frameworks)
        for (const { shows } of content.framework(id).parts)
          for (const label of shows) expect(messages[`answer.label.${label}`], label).toBeTruthy();
    }
  });
});
