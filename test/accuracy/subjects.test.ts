import { describe, expect, it, test } from 'vitest';
import { readCorpus } from '../../scripts/accuracy/corpus.js';
import { fingerprint, storyQuestions, subjectsFaults } from '../../scripts/subjects/inputs.js';
import { limitOf, type Pair, usualOf } from '../../scripts/subjects/usual.js';
import { analyze } from '../../src/analyze.js';
import { analysisContext } from '../../src/cli/analysis-context.js';
import { content } from '../support/content.js';

test.each(content.index.answerLanguages)('the subjects of %s are what npm run subjects gives', (code) => {
  expect(subjectsFaults(content, code, readCorpus(`test/corpus/${code}.jsonl`))).toEqual([]);
});

test('the fingerprint follows what is counted', () => {
  const [first, ...others] = readCorpus('test/corpus/en.jsonl').slice(0, 3);
  if (first === undefined) throw new Error('no answers');
  const now = fingerprint(content, 'en', [first, ...others]);
  expect(now).toMatch(/^[0-9a-f]{16}$/);
  for (const changed of [others, [{ ...first, question: 'When did you negotiate a price?' }, ...others]])
    expect(fingerprint(content, 'en', changed)).not.toBe(now);
});

test('no sample of the banks is beside its question', () => {
  const beside = storyQuestions(content).flatMap((question) =>
    question.samples.flatMap(({ language, text }) => {
      const context = analysisContext(content, { question, interfaceLanguage: 'en', language });
      const said = analyze(text, context).findings.some(({ rule }) => rule === 'off-question');
      return said ? [`${question.id}: ${text.slice(0, 40)}`] : [];
    }),
  );
  expect(beside).toEqual([]);
});

describe('what is usual for a competency', () => {
  const pair = (first: string, own: boolean, odds: number): Pair => ({ first, own, odds, good: true });
  const times = (count: number, one: Pair) => Array.from({ length: count }, () => one);
  const often = [...times(90, pair('often', true, 1)), ...times(90, pair('often', false, -1))];
  const elsewhere = times(90, pair('seldom', false, -1));
  const names = ['often', 'seldom', 'never'];

  it('lies halfway between own answers and others', () => {
    expect(usualOf(often, names).often).toBe(0);
  });
  it('is the same where own answers are few, or none', () => {
    const few = [...often, ...elsewhere, pair('seldom', true, 1)];
    expect(usualOf(few, names)).toEqual({ often: 0, seldom: 0, never: 0 });
    expect(usualOf([...often, ...elsewhere], names)).toEqual({ often: 0, seldom: 0, never: 0 });
  });
  it('follows one odd answer by little, and many by much', () => {
    const [one, many] = [1, 60].map((count) => [
      ...often,
      ...elsewhere,
      ...times(count, pair('seldom', true, -3)),
    ]);
    expect(usualOf(one ?? [], names).seldom).toBeCloseTo(-0.1, 1);
    expect(usualOf(many ?? [], names).seldom).toBeLessThan(-1);
  });
  it('sets the limit so that eight in a thousand good answers lie below it', () => {
    const own = Array.from({ length: 250 }, (_, at) => pair('often', true, at - 100));
    const others = times(50, pair('often', false, -500));
    const weak = times(50, { ...pair('often', true, -500), good: false });
    expect(limitOf([...own, ...others, ...weak])).toBe(-98);
  });
});
