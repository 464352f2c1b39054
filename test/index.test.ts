import { expect, test } from 'vitest';
import { type AnalysisChoice, analysisContext, analyze } from '../src/index.js';
import { content } from './support/content.js';

const choice = { question: null, interfaceLanguage: 'en' } as const;

test.each([undefined, null, 5, Buffer.from('In May I did it.')])(
  'an answer that is no string: %s',
  (answer) => {
    const context = analysisContext(content, choice);
    expect(() => analyze(answer as never, context)).toThrow(
      new TypeError('the answer is no string; decode bytes first'),
    );
  },
);

test('the id of a question for the question', () => {
  const given = { ...choice, question: 'sm-churn' } as unknown as AnalysisChoice;
  expect(() => analysisContext(content, given)).toThrow(
    new TypeError("question: not the id 'sm-churn', but the question: content.question('sm-churn')"),
  );
});

test('a framework that does not exist', () => {
  expect(() => analysisContext(content, { ...choice, framework: 'starr' })).toThrow(
    /^there is no framework 'starr'; there are: case, .*, star, /,
  );
});

// docs/api.md says so.
test('reasons are made on request and left out of JSON', () => {
  const { sentences } = analyze('I sorted the tickets.', analysisContext(content, choice));
  expect(sentences[0]?.because).not.toEqual([]);
  expect(JSON.parse(JSON.stringify(sentences[0]))).not.toHaveProperty('because');
});
