import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../scripts/accuracy/corpus.js';
import { ALIKE, alike } from '../../scripts/readings/alike.js';
import { storyQuestions } from '../../scripts/subjects/inputs.js';
import { content } from '../support/content.js';

const languages = content.index.answerLanguages;

describe('which questions of the corpus ask the same as one of a bank', () => {
  it.each(languages)('are listed as the corpus of %s words them, alike or apart and not both', (code) => {
    const asked = new Set(readCorpus(`test/corpus/${code}.jsonl`).map(({ question }) => question));
    const takes = ALIKE.alike.flatMap((group) => group[code] ?? []);
    const apart = ALIKE.apart.flatMap((group) => group[code] ?? []);
    expect([...takes, ...apart].filter((question) => !asked.has(question))).toEqual([]);
    expect(apart.filter((question) => takes.includes(question))).toEqual([]);
    for (const group of [...ALIKE.alike, ...ALIKE.apart])
      expect(new Set(group[code]).size).toBe(group[code]?.length);
    expect(new Set(apart).size).toBe(apart.length);
  });

  it('name questions of the banks that ask for a story', () => {
    const ids = storyQuestions(content).map(({ id }) => id);
    expect(ALIKE.alike.flatMap(({ questions }) => questions).filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('are looked up by their words', () => {
    expect(alike('Describe a difficult client.', 'en')).toContain('sm-difficult-customer');
    expect(alike('Tell me about a time you won over a difficult client.', 'en')).toEqual(
      expect.arrayContaining(['sm-difficult-customer', 'sm-persuading-customer']),
    );
    expect(alike('Расскажите о неожиданной проблеме, которую вы решили.', 'ru')).toEqual([]);
  });
});
