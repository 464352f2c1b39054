import type { Framework } from '../content/types.js';
import { findMismatches } from '../numbers/mismatches.js';
import { findQuantities } from '../numbers/quantities.js';
import { quantifiesResult } from '../numbers/roles.js';
import { readDocument } from '../text/document.js';
import { oncePer } from '../text/once-per.js';
import { spanOf } from '../text/span.js';
import type { HeadingWords, Sentence } from '../text/types.js';
import { decode, stepWeight } from './decode.js';
import { emptySentences } from './empty.js';
import { type ClauseScores, type Feature, scoresOf } from './features.js';
import { readFigures } from './figures.js';
import { isForm } from './form.js';
import { type Model, modelFor } from './model.js';
import { readParts } from './parts.js';
import { withReasons } from './reasoned.js';
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
  const document = readDocument(text, {
    language: options.language,
    headings: headingsOf(framework),
    markedHeadings: options.markedHeadings,
    runOn: (spoken) => languages.find(({ code }) => code === spoken)?.runOn,
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
  const { clauses, absence } = readClauses(scoresOf(document, found, model), model);
  const own = bySentence(clauses, document.sentences.length);
  const sentences = document.sentences.map((sentence) =>
    readSentence(sentence, own[sentence.index] ?? [], model),
  );
  const empty = emptySentences(document, found, model);
  const form = model.weighsForms && isForm(document);
  const under = (sentence: number) => document.sentences[sentence]?.under ?? null;
  const parts = readParts(
    { sentences, words: document.wordCount, clauses, absence, empty, under, form },
    model,
  );
  const quantities = readFigures({ document, quantities: found, sentences }, model);
  return {
    document,
    framework,
    story: readStory(clauses, model),
    sentences,
    parts,
    quantities,
    mismatches: findMismatches(document, found),
    resultNumber: quantifiesResult(quantities),
    speakingSeconds: Math.round((document.wordCount / model.speechRate) * 60),
  };
}

/** The words that head the parts of a framework. */
const headingsOf = oncePer(({ parts }: Framework): readonly HeadingWords[] =>
  parts.map(({ id, headings }) => ({ part: id, words: Object.values(headings).flat() })),
);

interface ReadClauses {
  readonly clauses: readonly ClauseReading[];
  readonly absence: (labels: readonly number[]) => number;
}

function readClauses(units: readonly ClauseScores[], model: Model): ReadClauses {
  const { best, states, posteriors, absence } = decode(
    units.map(({ clause, scores }) => ({ continues: clause.continues, scores })),
    model,
  );
  const clauses = units.map(({ clause, sentence, features, cues }, index): ClauseReading => {
    const label = best[index] as number;
    const posterior = [...(posteriors[index] as Float64Array)];
    const reading = {
      start: clause.start,
      end: clause.end,
      clause,
      sentence,
      label: model.labels[label] as string,
      posterior,
      confidence: posterior[label] ?? 0,
      cues,
    };
    return withReasons(reading, () =>
      reasonsFor(
        states[index] as number,
        features(),
        // Before the first clause nothing stands that it could fit.
        index === 0 ? 0 : stepWeight(model.steps, clause.continues, [states[index - 1] as number, label]),
      ),
    );
  });
  return { clauses, absence };
}

function reasonsFor(state: number, features: readonly Feature[], order: number): Because[] {
  const reasons = features.map(({ name, span, weights }) => ({
    feature: name,
    span: span === null ? null : spanOf(span),
    // Words have a weight for each label alone.
    weight: weights?.[state % weights.length] ?? 0,
  }));
  return strongest([...reasons, { feature: 'order', span: null, weight: order }]);
}

function strongest(reasons: readonly Because[]): Because[] {
  return reasons
    .filter(({ weight, feature }) => weight > 0 && feature !== 'bias')
    .sort((a, b) => b.weight - a.weight)
    .slice(0, REASONS);
}

/** A sentence carries the part it opens with, as readers have it; another part in it is its second label. */
function readSentence(sentence: Sentence, clauses: readonly ClauseReading[], model: Model): SentenceReading {
  const { start, end, index } = sentence;
  if (sentence.onlyHeading) {
    const part = model.framework.parts.find(({ id }) => id === sentence.heading?.part);
    return {
      start,
      end,
      index,
      clauses,
      label: part?.label ?? model.framework.neutral,
      also: null,
      confidence: 1,
      because: [],
      onlyHeading: true,
    };
  }
  const [label = model.framework.neutral, also] = labelsInOrder(clauses, model.framework);
  let first: ClauseReading | null = null;
  let confidence = 1;
  for (const clause of clauses) {
    if (clause.label !== label) continue;
    first ??= clause;
    confidence = Math.min(confidence, clause.confidence);
  }
  const second = also === undefined || also === model.framework.neutral ? null : also;
  const reading = { start, end, index, clauses, label, also: second, confidence, onlyHeading: false };
  return withReasons(reading, () => first?.because ?? []);
}

/** Labels of the clauses in the order of the telling; the neutral one says least of the sentence and stands last. */
function labelsInOrder(clauses: readonly ClauseReading[], { neutral }: Framework): string[] {
  const labels = new Set(clauses.map(({ label }) => label));
  return labels.delete(neutral) ? [...labels, neutral] : [...labels];
}

/** The clauses of each sentence, by its index. */
function bySentence(clauses: readonly ClauseReading[], count: number): ClauseReading[][] {
  const sentences: ClauseReading[][] = Array.from({ length: count }, () => []);
  for (const clause of clauses) sentences[clause.sentence]?.push(clause);
  return sentences;
}
