import { expect, test } from 'vitest';
import { readCorpus } from '../../scripts/accuracy/corpus.js';
import { fingerprint, subjectsFaults } from '../../scripts/subjects/inputs.js';
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
