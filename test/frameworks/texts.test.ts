import { describe, expect, it } from 'vitest';
import { count, f1, readText, unsaid } from '../../scripts/frameworks/measure.js';
import { labelledFrameworks, readTexts } from '../../scripts/frameworks/texts.js';
import { content } from '../support/content.js';

/** Fewest labelled texts of a framework in a language. */
const LEAST = 12;
/** Lowest F1 of the parts that are found. */
const FLOOR = 0.85;

const rules = content.rules().map(({ id }) => id);

for (const language of content.index.answerLanguages)
  describe.each(labelledFrameworks(language))(`%s in ${language}`, (id) => {
    const texts = readTexts(id, language);
    const reads = texts.map((text) => readText(content, id, language, text));
    const parts = content.framework(id).parts.map((part) => part.id);

    it('has good and bad texts, some of them kept back, with labels that exist', () => {
      expect(texts.length).toBeGreaterThanOrEqual(LEAST);
      expect(new Set(texts.map((text) => text.id)).size).toBe(texts.length);
      expect(texts.filter(({ seen }) => !seen).length).toBeGreaterThanOrEqual(LEAST / 2);
      expect(texts.some(({ present }) => present.length === parts.length)).toBe(true);
      expect(texts.some(({ present }) => present.length < parts.length)).toBe(true);
      expect(texts.flatMap(({ present, empty }) => [...present, ...empty])).toSatisfy((named: string[]) =>
        named.every((name) => parts.includes(name)),
      );
      expect(texts.flatMap(({ findings, silent }) => [...findings, ...silent])).toSatisfy((named: string[]) =>
        named.every((name) => rules.includes(name)),
      );
    });

    it('finds the parts', () => {
      expect(f1(count(reads))).toBeGreaterThanOrEqual(FLOOR);
      expect(f1(count(reads.filter(({ labelled }) => !labelled.seen)))).toBeGreaterThanOrEqual(FLOOR);
    });

    it('reports the rules that must report', () => {
      const wanted = reads.flatMap(({ labelled }) => labelled.findings).length;
      const silent = reads.flatMap((read) => unsaid(content, read)).length;
      expect(wanted - silent).toBeGreaterThanOrEqual(FLOOR * wanted);
    });

    // Of texts that were kept back no single one has to come out right: they would be seen from then on.
    const seen = reads.filter(({ labelled }) => labelled.seen);
    it.each(seen.map((read) => [read.labelled.id, read] as const))('%s', (_id, read) => {
      const { labelled, analysis } = read;
      const reported = analysis.findings.map(({ rule }) => rule);
      expect(unsaid(content, read)).toEqual([]);
      expect(labelled.silent.filter((rule) => reported.includes(rule))).toEqual([]);
      const empty = analysis.parts.filter(({ state }) => state === 'empty').map(({ part }) => part);
      expect(labelled.empty.filter((part) => !empty.includes(part))).toEqual([]);
    });
  });
