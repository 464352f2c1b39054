import { describe, expect, test } from 'vitest';
import { readBaseline, shortFigures } from '../../scripts/accuracy/baseline.js';
import { readCorpus } from '../../scripts/accuracy/corpus.js';
import { readerFor } from '../../scripts/accuracy/readers.js';
import { content } from '../support/content.js';

/** One point: less is chance. */
const DROP = 0.01;

const baseline = readBaseline();
const reader = readerFor(content);

test('every answer language has stored figures', () => {
  expect(Object.keys(baseline).sort()).toEqual([...content.index.answerLanguages].sort());
});

describe.each(Object.entries(baseline))(
  'answers in %s with the weights that ship',
  (code, { ids, figures }) => {
    const corpus = readCorpus(`test/corpus/${code}.jsonl`).filter(({ id }) => ids.includes(id));
    const found = shortFigures(corpus, reader);

    test('are all in the corpus', () => {
      expect(corpus.length).toBe(ids.length);
      expect(corpus.length).toBeGreaterThan(100);
    });

    // Where a change is meant: npm run accuracy -- --baseline.
    test.each(Object.entries(figures))(`%s is not a point below %s`, (name, stored) => {
      expect(found[name]).toBeGreaterThanOrEqual(stored - DROP);
    });
  },
);
