import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { analyze } from '../../src/analyze.js';
import { analysisContext } from '../../src/cli/analysis-context.js';
import { translator } from '../../src/content/messages.js';
import { SEVERITIES } from '../../src/content/severities.js';
import { answerJson } from '../../src/reports/answer-json.js';
import { content } from '../support/content.js';
import { analysisOf } from './answer-analysis.js';

const span = { start: z.int().nonnegative(), end: z.int().nonnegative() };
const finding = z.strictObject({
  rule: z.string(),
  severity: z.enum(SEVERITIES),
  ...span,
  message: z.string().min(1),
  advice: z.string().min(1),
  evidence: z.string(),
  ask: z.string().nullable(),
});
const part = z.strictObject({
  state: z.enum(['present', 'implied', 'empty', 'missing']),
  spans: z.array(z.strictObject(span)),
  because: z.array(z.string().min(1)),
});
const label = z.enum(['situation', 'task', 'action', 'result', 'lesson']).nullable();

/** What programs that read `check --format json` rely on. */
const answerSchema = z.strictObject({
  version: z.literal(1),
  language: z.enum(['en', 'ru']).nullable(),
  story: z.enum(['story', 'habit', 'plan', 'opinion', 'description', 'none']),
  sentences: z.array(
    z.strictObject({
      ...span,
      part: label,
      also: label,
      confidence: z.number().min(0).max(1),
      because: z.array(z.string().min(1)),
    }),
  ),
  parts: z.union([
    z.strictObject({ situation: part, task: part, action: part, result: part }),
    z.strictObject({}),
  ]),
  quantities: z.array(
    z.strictObject({
      ...span,
      text: z.string().min(1),
      kind: z.string(),
      role: z.enum(['effect', 'scale', 'duration', 'date', 'name', 'step', 'other']),
      value: z.number().nullable(),
      unit: z.string().nullable(),
      base: z.strictObject(span).optional(),
      method: z.strictObject(span).optional(),
    }),
  ),
  findings: z.array(finding),
  nextFix: finding.nullable(),
  speakingSeconds: z.int().nonnegative(),
});

function json(text: string, given: { offset?: number; structured?: boolean; language?: string } = {}) {
  const language = given.language ?? 'en';
  const analysis = analyze(text, analysisContext(content, { question: null, interfaceLanguage: language }));
  const cues = content.languageModels().find(({ code }) => code === analysis.document.language)?.cues ?? [];
  return answerJson(analysis, {
    t: translator(content.messages(language), language),
    language,
    cues,
    structured: given.structured ?? true,
    offset: given.offset ?? 0,
  });
}

const STORY =
  'In May 2023 our bakery lost its oven. I had to bake 40 orders by Friday. I borrowed an oven from a school and moved the night shift. As a result late orders fell from 40 to 2.';

const noResult = {
  rule: 'missing-result',
  severity: 'error' as const,
  span: { start: 0, end: 10 },
  message: 'There is no result.',
  advice: 'Say what came of it.',
  evidence: '',
  ask: null,
};

describe('answerJson', () => {
  it.each([
    ['a story', STORY],
    [
      'a Russian story',
      'В мае у нас сломалась печь. Я одолжила другую и всё испекла. В итоге жалоб стало 2 вместо 10.',
    ],
    ['a plan', 'I would listen first. Then I would offer dozens of discounts.'],
    ['headings alone', 'Situation:\nTask:\nAction:\nResult:'],
    ['another language', 'Je suis très content de travailler avec les clients et je les écoute toujours.'],
    ['blanks', ' \n '],
  ])('keeps to its schema: %s', (_name, text) => {
    for (const language of content.index.interfaceLanguages)
      for (const structured of [true, false]) {
        const out = json(text, { language, structured });
        expect(out).toMatch(/^\{.*\}\n$/);
        answerSchema.parse(JSON.parse(out));
      }
  });

  it('names the parts in full, with the words they are in', () => {
    const { parts, sentences } = JSON.parse(json(STORY));
    expect(Object.keys(parts)).toEqual(['situation', 'task', 'action', 'result']);
    expect(STORY.slice(sentences[0].start, sentences[0].end)).toBe('In May 2023 our bakery lost its oven.');
  });

  it('moves every offset to the file', () => {
    const at = (out: string) => {
      const { sentences, quantities, findings, parts } = JSON.parse(out);
      const spans = Object.values(parts as Record<string, { spans: unknown[] }>).flatMap(
        (each) => each.spans,
      );
      return [...sentences, ...quantities, ...findings, ...spans].map(({ start, end }) => [start, end]);
    };
    const moved = at(json(STORY, { offset: 100 }));
    expect(moved.length).toBeGreaterThan(8);
    expect(moved).toEqual(at(json(STORY)).map(([start, end]) => [start + 100, end + 100]));
  });

  it('gives no parts and no sentences where none are asked for', () => {
    expect(JSON.parse(json(STORY, { structured: false }))).toMatchObject({ sentences: [], parts: {} });
  });

  it('writes numbers short and the neutral label as null', () => {
    const analysis = analysisOf('It rained.', ['other']);
    const sentences = analysis.sentences.map((sentence) => ({
      ...sentence,
      because: sentence.because,
      confidence: 0.123456789,
    }));
    const t = translator(content.messages('en'), 'en');
    const out = answerJson(
      { ...analysis, sentences },
      { t, language: 'en', cues: [], structured: true, offset: 0 },
    );
    expect(JSON.parse(out).sentences).toEqual([
      { start: 0, end: 10, part: null, also: null, confidence: 0.123, because: [] },
    ]);
  });

  it('has no control or direction character in it and loses none', () => {
    const out = json('I sent 5\u202e% back in \u001b[31mMay 2023\u009b.');
    expect(out).not.toMatch(/[\u001b\u009b\u202e]/);
    const hostile = { ...noResult, evidence: 'a\u202eb\u009b\u001b' };
    const t = translator(content.messages('en'), 'en');
    const analysis = { ...analysisOf('It rained.', ['other']), findings: [hostile], nextFix: hostile };
    const told = answerJson(analysis, { t, language: 'en', cues: [], structured: true, offset: 0 });
    expect(told).not.toMatch(/[\u001b\u009b\u202e]/);
    expect(JSON.parse(told).nextFix.evidence).toBe(hostile.evidence);
  });
});
