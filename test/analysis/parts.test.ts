import { expect, test } from 'vitest';
import { modelFor } from '../../src/analysis/model.js';
import { type PartEvidence, readParts } from '../../src/analysis/parts.js';
import type { ClauseReading } from '../../src/analysis/types.js';
import type { LanguageModel } from '../../src/content/types.js';
import { content } from '../support/content.js';

const framework = content.framework('upset-client');
const model = modelFor(content.languageModels()[0] as LanguageModel, framework);
const [first] = framework.parts;

/** One clause without a part, whose probability of the first part is this, in an answer that is likely to have it. */
function stateOf(probability: number): string | undefined {
  const of = model.labels.indexOf(first?.label ?? '');
  const posterior = model.labels.map((label, index) =>
    index === of ? probability : label === framework.neutral ? 1 - probability : 0,
  );
  const clause = {
    start: 0,
    end: 9,
    sentence: 0,
    label: framework.neutral,
    posterior,
    cues: [],
    because: [],
  };
  const evidence: PartEvidence = {
    sentences: [],
    words: 0,
    clauses: [clause as unknown as ClauseReading],
    absence: () => 0,
    empty: new Set(),
    under: () => null,
    form: false,
  };
  return readParts(evidence, model)[0]?.state;
}

test('a part is missing by a higher limit where few sentences are long', () => {
  const fitted = content.languageModels().map((language) => modelFor(language, content.framework('star')));
  for (const { missingAbove, labels } of fitted) {
    const limit = (part: string, sentences: number, words: number) =>
      missingAbove(labels.indexOf(part), { sentences, words });
    for (const part of ['situation', 'action', 'result']) {
      const [plain, between, folded] = [8, 14, 25].map((mean) => limit(part, 3, 3 * mean)) as [
        number,
        number,
        number,
      ];
      expect(between, part).toBeCloseTo((plain + limit(part, 3, 54)) / 2);
      expect(folded, part).toBe(limit(part, 3, 54));
      expect(folded, part).toBeGreaterThan(between);
      expect(limit(part, 3, 6), part).toBe(plain);
    }
    expect(limit('task', 3, 75)).toBe(limit('task', 3, 24));
    expect(limit('task', 0, 0)).toBe(limit('task', 1, 0));
  }
});

test('faint clauses do not add up to a part that cues make', () => {
  expect(stateOf(0.4)).toBe('implied');
  expect(stateOf(0.1)).toBe('missing');
});
