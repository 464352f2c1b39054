import { describe, expect, test } from 'vitest';
import { rejected } from '../../scripts/accuracy/nonsense.js';
import { readerFor } from '../../scripts/accuracy/readers.js';
import { content } from '../support/content.js';
import { labelled } from './labelled.js';

const answers = Array.from({ length: 20 }, (_, index) =>
  labelled(['S In May two drivers left us.', 'A I trained the office staff, and wrote a rota.'], {
    id: `x1-${index}`,
  }),
);
const reader = readerFor(content);

describe.each(['ru', 'en'])('what is no answer in %s', (code) => {
  test('is the same every time', () => {
    const texts = () => {
      const seen: string[] = [];
      rejected(code, answers, (text) => {
        seen.push(text);
        return reader('');
      });
      return seen;
    };
    expect(texts()).toEqual(texts());
    expect(new Set(texts()).size).toBeGreaterThan(50);
  });

  test('draws an error, and is never read as whole', () => {
    const found = rejected(code, answers, reader).filter(({ kind }) =>
      /^(keywords|headings|lorem)/.test(kind),
    );
    expect(found).toHaveLength(3);
    for (const { kind, texts, error, passed } of found) {
      expect(error / texts, kind).toBeGreaterThanOrEqual(0.9);
      expect(passed, kind).toBe(0);
    }
  });
});
