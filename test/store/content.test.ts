import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCorpus, textOf } from '../../scripts/accuracy/corpus.js';
import type { Bank, Question } from '../../src/content/types.js';
import { withBanks } from '../../src/store/content.js';
import { readDocument } from '../../src/text/document.js';
import type { RunOnWeights } from '../../src/text/types.js';
import { content } from '../support/content.js';

const question = (id: string, text = id): Question => ({
  id,
  text: { en: text, ru: text },
  stage: 'hr',
  kind: 'behavioral',
  competencies: [],
  levels: ['junior'],
  framework: 'star',
  numbers: 'welcome',
  lesson: false,
  criteria: [],
  hint: { en: '', ru: '' },
  followUps: [],
  samples: [],
});
const bank = (role: string, ...questions: Question[]): Bank => ({
  role,
  name: { en: role, ru: role },
  questions,
});

describe('withBanks', () => {
  it('changes nothing without banks', () => {
    expect(withBanks(content, [])).toBe(content);
  });

  it('adds a role of its own', () => {
    const more = withBanks(content, [bank('baker', question('bread'))]);
    expect(more.index.banks.at(-1)).toEqual({
      role: 'baker',
      name: { en: 'baker', ru: 'baker' },
      questions: ['bread'],
    });
    expect(more.bank('baker')?.questions).toHaveLength(1);
    expect(more.question('bread')?.id).toBe('bread');
    expect(more.question('absent')).toBeNull();
    expect(content.bank('baker')).toBeNull();
  });

  it('joins banks of one role, the later question of an id winning', () => {
    const more = withBanks(content, [
      bank('baker', question('bread'), question('cake', 'old')),
      bank('baker', question('cake', 'new')),
    ]);
    expect(more.bank('baker')?.questions.map(({ id, text }) => [id, text.en])).toEqual([
      ['bread', 'bread'],
      ['cake', 'new'],
    ]);
    expect(more.question('cake')?.text.en).toBe('new');
    expect(more.index.banks.filter(({ role }) => role === 'baker')).toHaveLength(1);
  });
});

describe('at run time', () => {
  it.each(['src/store/content.ts', 'src/index.ts', 'src/cli/commands/banks.ts'])(
    '%s loads neither zod nor yaml before a file of the user needs them',
    (entry) => {
      const loaded = importsFrom(entry);
      expect(loaded).toContain('src/store/content.ts');
      expect(loaded.filter((name) => /^(?:zod|yaml)/.test(name))).toEqual([]);
    },
  );
});

/** Everything a source file imports when it is loaded: files of `src/` and names of packages. */
function importsFrom(entry: string, seen = new Set([entry])): string[] {
  const source = readFileSync(entry, 'utf8');
  for (const [, clause = '', target = ''] of source.matchAll(
    /^(?:import|export)\s([^;]*?)from '([^']+)'/gm,
  )) {
    if (clause.startsWith('type ')) continue;
    const file = target.startsWith('.')
      ? normalize(join(dirname(entry), target)).replace(/\.js$/, '.ts')
      : target;
    if (seen.has(file)) continue;
    seen.add(file);
    if (target.startsWith('.') && file.endsWith('.ts')) importsFrom(file, seen);
  }
  return [...seen];
}

it.each(['en', 'ru'])(
  'in %s texts with commas are cut by the weights kept for them as by all',
  (language) => {
    const runOn = content.languageModels().find(({ code }) => code === language)?.runOn;
    const { besideCommas, ...all } = runOn ?? { bias: 0, features: {}, besideCommas: {} };
    expect(Object.keys(besideCommas ?? {}).length).toBeLessThan(Object.keys(all.features).length / 2);
    const cuts = (text: string, weights: RunOnWeights) =>
      readDocument(text, { language, headings: [], runOn: () => weights }).sentences.map(
        ({ start, clauses }) => [start, clauses.map((clause) => clause.start)],
      );
    let ends = 0;
    for (const { sentences } of readCorpus(`test/corpus/${language}.jsonl`).slice(0, 200)) {
      const text = textOf(sentences)
        .text.toLowerCase()
        .replace(/[.!?]+(?=\s|$)/g, ',');
      const expected = cuts(text, all);
      ends += expected.length - 1;
      expect(cuts(text, { ...all, besideCommas: besideCommas ?? {} })).toEqual(expected);
    }
    expect(ends).toBeGreaterThan(200);
  },
);
