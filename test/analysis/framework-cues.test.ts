import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Framework, PartCue } from '../../src/content/types.js';
import { readDocument } from '../../src/text/document.js';
import { compilePatterns, matchPatterns, type PatternSet } from '../../src/text/patterns.js';
import { content } from '../support/content.js';

type WithExamples = Required<PartCue>;

const languages = content.index.answerLanguages;
const known = new Set(content.languageModels().flatMap(({ cues }) => cues.map(({ id }) => id)));

const frameworks = readdirSync('data/frameworks').map((name) => {
  const { id, parts } = parse(readFileSync(`data/frameworks/${name}`, 'utf8')) as Framework;
  return { id, cues: parts.flatMap((part) => (part.cues ?? []) as WithExamples[]) };
});

function fires(set: PatternSet, text: string, language: string): boolean {
  const { sentences } = readDocument(text, { language, headings: [] });
  return sentences.some(({ clauses }) => clauses.some(({ tokens }) => matchPatterns(set, tokens).length > 0));
}

for (const { id, cues } of frameworks.filter(({ cues }) => cues.length > 0)) {
  describe(`cues of ${id}`, () => {
    for (const code of languages)
      test.each(cues.map((cue) => [cue.id, cue] as const))(`${code} %s`, (_id, { patterns, examples }) => {
        const set = compilePatterns(patterns[code] ?? []);
        const { yes, no } = examples[code] ?? { yes: [], no: [] };
        expect(yes.length).toBeGreaterThan(0);
        expect(no.length).toBeGreaterThan(0);
        expect(yes.filter((text) => !fires(set, text, code))).toEqual([]);
        expect(no.filter((text) => fires(set, text, code))).toEqual([]);
      });

    test('no cue has the name of a cue of a language', () => {
      expect(cues.map((cue) => cue.id).filter((name) => known.has(name))).toEqual([]);
    });
  });
}
