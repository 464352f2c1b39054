import { findMismatches } from '../numbers/mismatches.js';
import { findQuantities } from '../numbers/quantities.js';
import { assignRoles, quantifiesResult } from '../numbers/roles.js';
import { readDocument } from '../text/document.js';
import type { Sentence } from '../text/types.js';
import { decode, stepWeight } from './decode.js';
import { emptySentences } from './empty.js';
import { type ClauseFeatures, type Feature, featuresOf } from './features.js';
import { type Model, modelFor } from './model.js';
import { readParts } from './parts.js';
import { readStory } from './story.js';
import type { Because, ClauseReading, Reading, ReadingOptions, SentenceReading } from './types.js';

/** Reasons kept for a decision: as many as a person reads. */
const REASONS = 4;

/**
 * Reads an answer by a framework: labels every clause, says which parts are there, finds the figures.
 * An answer in an unknown language gets a document without language, no sentences and all parts missing;
 * rules must look at `document.language` first.
 *
 * @param text as typed; all spans are UTF-16 offsets into it
 */
export function readAnswer(text: string, options: ReadingOptions): Reading {
  const { framework, languages } = options;
  const headings = framework.parts.map((part) => ({
    part: part.id,
    words: Object.values(part.headings).flat(),
  }));
  const document = readDocument(text, {
    language: options.language,
    headings,
    markedHeadings: options.markedHeadings,
  });
  const language = languages.find(({ code }) => code === document.language);
  if (language === undefined) {
    return {
      document: { ...document, language: null },
      framework,
      story: { kind: 'none', spans: [] },
      sentences: [],
      parts: framework.parts.map(({ id }) => ({
        part: id,
        state: 'missing',
        spans: [],
        because: [],
        absence: 1,
        nearest: null,
      })),
      quantities: [],
      mismatches: [],
      resultNumber: false,
      speakingSeconds: 0,
    };
  }
  const model = modelFor(language, framework);
  const found = findQuantities(document);
  const { clauses, absence } = readClauses(featuresOf(document, found, model), model);
  const own = bySentence(clauses, document.sentences.length);
  const sentences = document.sentences.map((sentence) =>
    readSentence(sentence, own[sentence.index] ?? [], model),
  );
  const parts = readParts({ sentences, absence, empty: emptySentences(document, found, model) }, model);
  const results = resultSentences(sentences, model);
  const quantities = assignRoles(found, document, (sentence) => results.has(sentence));
  return {
    document,
    framework,
    story: readStory(sentences, model),
    sentences,
    parts,
    quantities,
    mismatches: findMismatches(document, found),
    resultNumber: quantifiesResult(quantities),
    speakingSeconds: Math.round((document.wordCount / model.speechRate) * 60),
  };
}

interface ReadClauses {
  readonly clauses: readonly ClauseReading[];
  readonly absence: (labels: readonly number[]) => number;
}

function readClauses(units: readonly ClauseFeatures[], model: Model): ReadClauses {
  const scored = units.map(({ clause, features }) => ({
    continues: clause.continues,
    scores: scoresOf(features, model),
  }));
  const { best, posteriors, absence } = decode(scored, model);
  const clauses = units.map(({ clause, sentence, features, cues }, index): ClauseReading => {
    const label = best[index] as number;
    const posterior = [...(posteriors[index] as Float64Array)];
    const before = index === 0 ? model.labels.length : (best[index - 1] as number);
    let because: readonly Because[] | null = null;
    return {
      start: clause.start,
      end: clause.end,
      clause,
      sentence,
      label: model.labels[label] as string,
      posterior,
      confidence: posterior[label] ?? 0,
      // Made when somebody asks: only an explanation does, and it costs as much as the decision.
      get because() {
        because ??= reasonsFor(label, features, stepWeight(model.steps, clause.continues, [before, label]));
        return because;
      },
      cues,
    };
  });
  return { clauses, absence };
}

function scoresOf(features: readonly Feature[], model: Model): Float64Array {
  const scores = new Float64Array(model.labels.length);
  for (const { weights } of features) {
    if (weights === undefined) continue;
    for (let label = 0; label < scores.length; label++)
      scores[label] = (scores[label] as number) + (weights[label] as number);
  }
  return scores;
}

function reasonsFor(label: number, features: readonly Feature[], order: number): Because[] {
  const reasons = features.map(({ name, span, weights }) => ({
    feature: name,
    span: span === null ? null : { start: span.start, end: span.end },
    weight: weights?.[label] ?? 0,
  }));
  return strongest([...reasons, { feature: 'order', span: null, weight: order }]);
}

function strongest(reasons: readonly Because[]): Because[] {
  return reasons
    .filter(({ weight, feature }) => weight > 0 && feature !== 'bias')
    .sort((a, b) => b.weight - a.weight)
    .slice(0, REASONS);
}

/** A sentence carries the label of most of its text; another part in it is its second label. */
function readSentence(sentence: Sentence, clauses: readonly ClauseReading[], model: Model): SentenceReading {
  const place = { start: sentence.start, end: sentence.end, index: sentence.index, clauses };
  if (sentence.onlyHeading) {
    const part = model.framework.parts.find(({ id }) => id === sentence.heading?.part);
    return {
      ...place,
      label: part?.label ?? model.framework.neutral,
      also: null,
      confidence: 1,
      because: [],
      onlyHeading: true,
    };
  }
  const [label = model.framework.neutral, also] = labelsByLength(clauses);
  const carrying = clauses.filter((clause) => clause.label === label);
  return {
    ...place,
    label,
    also: also === undefined || also === model.framework.neutral ? null : also,
    confidence: carrying.reduce((least, { confidence }) => Math.min(least, confidence), 1),
    get because() {
      return carrying[0]?.because ?? [];
    },
    onlyHeading: false,
  };
}

/** Labels of the clauses, the one with most text first. */
function labelsByLength(clauses: readonly ClauseReading[]): string[] {
  const [only] = clauses;
  if (only !== undefined && clauses.length === 1) return [only.label];
  const lengths = new Map<string, number>();
  for (const { label, start, end } of clauses) lengths.set(label, (lengths.get(label) ?? 0) + end - start);
  return [...lengths].sort((a, b) => b[1] - a[1]).map(([name]) => name);
}

/** The clauses of each sentence, by its index. */
function bySentence(clauses: readonly ClauseReading[], count: number): ClauseReading[][] {
  const sentences: ClauseReading[][] = Array.from({ length: count }, () => []);
  for (const clause of clauses) sentences[clause.sentence]?.push(clause);
  return sentences;
}

/** Sentences in which a figure can be the size of the result. */
function resultSentences(sentences: readonly SentenceReading[], model: Model): Set<number> {
  const labels = new Set(model.framework.parts.filter(({ measured }) => measured).map(({ label }) => label));
  return new Set(
    sentences
      .filter(({ label, also }) => labels.has(label) || labels.has(also ?? ''))
      .map(({ index }) => index),
  );
}
