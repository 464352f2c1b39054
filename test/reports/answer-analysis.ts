import type { SentenceReading } from '../../src/analysis/types.js';
import type { Analysis } from '../../src/analyze.js';
import { findQuantities } from '../../src/numbers/quantities.js';
import { assignRoles } from '../../src/numbers/roles.js';
import { readDocument } from '../../src/text/document.js';
import { content } from '../support/content.js';

/** The framework that `data/` ships: its names and letters are part of what is shown. */
export const star = content.framework('star');

/**
 * A reading with labels set by hand, one a sentence (`action+result` for two): renderings must not change with the
 * weights of the model.
 */
export function analysisOf(text: string, labels: readonly string[], given: Partial<Analysis> = {}): Analysis {
  const headings = star.parts.map(({ id, headings: words }) => ({
    part: id,
    words: Object.values(words).flat(),
  }));
  const document = readDocument(text, { headings });
  const told = document.sentences.filter(({ onlyHeading }) => !onlyHeading);
  if (told.length !== labels.length) throw new Error(`${told.length} sentences, ${labels.length} labels`);
  const sentences = document.sentences.map((sentence): SentenceReading => {
    const part = star.parts.find(({ id }) => id === sentence.heading?.part);
    const given = sentence.onlyHeading
      ? (part?.label ?? 'other')
      : (labels[told.indexOf(sentence)] ?? 'other');
    const [label = 'other', also = null] = given.split('+');
    const reading = { confidence: 0.9, because: [] };
    return {
      ...reading,
      start: sentence.start,
      end: sentence.end,
      index: sentence.index,
      label,
      also,
      onlyHeading: sentence.onlyHeading,
      clauses: sentence.onlyHeading
        ? []
        : sentence.clauses.map((clause, index) => ({
            ...reading,
            start: clause.start,
            end: clause.end,
            clause,
            sentence: sentence.index,
            label: index > 0 && also !== null ? also : label,
            posterior: [],
            cues: [],
          })),
    };
  });
  const results = new Set(
    sentences.flatMap(({ label, also, index }) => (label === 'result' || also === 'result' ? [index] : [])),
  );
  return {
    document,
    framework: star,
    story: { kind: 'story', spans: [] },
    sentences,
    parts: star.parts.map(({ id, label }) => {
      const spans = sentences.filter((sentence) => sentence.label === label || sentence.also === label);
      return {
        part: id,
        state: spans.length > 0 ? 'present' : 'missing',
        spans: spans.map(({ start, end }) => ({ start, end })),
        because: [],
        nearest: null,
      };
    }),
    quantities: assignRoles(findQuantities(document), document, {
      isResult: ({ sentence }) => results.has(sentence),
    }),
    mismatches: [],
    resultNumber: false,
    speakingSeconds: Math.round(document.wordCount * 0.4),
    findings: [],
    nextFix: null,
    ...given,
  };
}
