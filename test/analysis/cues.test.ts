import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Cue } from '../../src/content/types.js';
import { readDocument } from '../../src/text/document.js';
import { compilePatterns, matchPatterns, type PatternSet } from '../../src/text/patterns.js';

type WithExamples = Cue & {
  readonly examples: { readonly yes: readonly string[]; readonly no: readonly string[] };
};

const languages = ['en', 'ru'].map((code) => ({
  code,
  cues: parse(readFileSync(`data/languages/${code}/cues.yaml`, 'utf8')).cues as WithExamples[],
}));

function fires(set: PatternSet, text: string, language: string): boolean {
  const { sentences } = readDocument(text, { language, headings: [] });
  return sentences.some(({ clauses }) => clauses.some(({ tokens }) => matchPatterns(set, tokens).length > 0));
}

for (const { code, cues } of languages) {
  describe(`cues of ${code}`, () => {
    test.each(cues.map((cue) => [cue.id, cue] as const))('%s', (_id, { patterns, examples }) => {
      const set = compilePatterns(patterns);
      expect(examples.yes.length).toBeGreaterThan(0);
      expect(examples.no.length).toBeGreaterThan(0);
      expect(examples.yes.filter((text) => !fires(set, text, code))).toEqual([]);
      expect(examples.no.filter((text) => fires(set, text, code))).toEqual([]);
    });

    test('no pattern stands in two cues', () => {
      const all = cues.flatMap(({ patterns }) => patterns);
      expect(all.filter((pattern, index) => all.indexOf(pattern) !== index)).toEqual([]);
    });
  });
}
