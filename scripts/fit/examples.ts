import { createHash } from 'node:crypto';
import { featuresOf } from '../../src/analysis/features.js';
import type { Model } from '../../src/analysis/model.js';
import { findQuantities } from '../../src/numbers/quantities.js';
import { readDocument } from '../../src/text/document.js';
import type { RunOnWeights } from '../../src/text/types.js';
import { type LabelledAnswer, type LabelledSentence, PARTS, textOf } from '../accuracy/corpus.js';
import { mostShared } from '../accuracy/predict.js';

/** One answer as training sees it. */
export interface Example {
  readonly clauses: readonly ExampleClause[];
  /** How much it counts: ablated copies count less. */
  readonly weight: number;
  /** Follows from the text. */
  readonly seed: number;
}

export interface ExampleClause {
  readonly features: readonly string[];
  readonly continues: boolean;
  /** Labels a reader allows here, as indices of the model's labels. */
  readonly allowed: readonly number[];
}

/** An answer that lacks a part teaches that position alone makes none. */
const ABLATED_WEIGHT = 0.35;

/** What an answer counts more of whose sentences each carries two parts; chosen on held-out slices (docs/accuracy-log.md). */
const FOLDED_WEIGHT = 5;

const known = new WeakMap<Model, WeakMap<LabelledAnswer, readonly Example[]>>();

/** What answers are read by. */
export interface ReadBy {
  readonly model: Model;
  /** Of the same language. */
  readonly runOn: RunOnWeights | undefined;
}

/** The labelled answers and copies of them from which one part is deleted; each answer is read once by a model. */
export function examplesOf(answers: readonly LabelledAnswer[], by: ReadBy): Example[] {
  const { model } = by;
  const read = known.get(model) ?? new WeakMap<LabelledAnswer, readonly Example[]>();
  known.set(model, read);
  return answers.flatMap((answer) => {
    const examples = read.get(answer) ?? examplesOfOne(answer, by);
    read.set(answer, examples);
    return examples;
  });
}

function examplesOfOne({ sentences, lang }: LabelledAnswer, by: ReadBy): Example[] {
  const copies = PARTS.map((part) => sentences.filter(({ label, also }) => label !== part && also !== part));
  const kept = copies.filter((copy) => copy.length > 0 && copy.length < sentences.length);
  return [
    example(sentences, lang, by, weightOf(sentences)),
    ...kept.map((copy) => example(copy, lang, by, ABLATED_WEIGHT)),
  ];
}

/** An answer counts the more, the more of its sentences carry two parts: they are few, and short answers consist of them. */
function weightOf(sentences: readonly LabelledSentence[]): number {
  const folded = sentences.filter(({ also }) => also !== null).length;
  return 1 + (FOLDED_WEIGHT * folded) / sentences.length;
}

function example(
  sentences: readonly LabelledSentence[],
  language: string,
  { model, runOn }: ReadBy,
  weight: number,
): Example {
  const { text, places } = textOf(sentences);
  const headings = model.framework.parts.map((part) => ({
    part: part.id,
    words: Object.values(part.headings).flat(),
  }));
  const document = readDocument(text, { language, headings, runOn: () => runOn });
  const units = featuresOf(document, findQuantities(document), model);
  const owners = units.map((unit, index) =>
    // Readers label a sentence by what was done, not by the words that say where.
    units[index + 1]?.clause.cutBy === 'setting' ? null : mostShared(unit.clause, places),
  );
  const clauses = units.map((unit, index) => {
    const owner = owners[index] ?? null;
    return {
      features: unit.features.map(({ name }) => name),
      continues: unit.clause.continues,
      allowed:
        owner === null
          ? allLabels(model)
          : allowedLabels(lettersAt(index, owners, sentences[owner] as LabelledSentence), model),
    };
  });
  return { clauses, weight, seed: createHash('sha256').update(text).digest().readInt32LE() };
}

/**
 * Letters that a clause of a sentence may carry. Of two, the one that comes first in STAR opens the sentence, and the
 * other ends it: a model that may take either everywhere takes one of them for the whole sentence.
 *
 * @param owners clause → its labelled sentence
 */
function lettersAt(
  index: number,
  owners: readonly (number | null)[],
  { label, also }: LabelledSentence,
): readonly string[] {
  if (also === null) return [label];
  const inOrder = [...PARTS, 'O'].filter((letter) => letter === label || letter === also);
  const owner = owners[index] ?? null;
  const first = owners.indexOf(owner);
  const last = owners.lastIndexOf(owner);
  if (first === last) return inOrder;
  if (index === first) return inOrder.slice(0, 1);
  return index === last ? inOrder.slice(1) : inOrder;
}

/** R covers the lesson. */
function allowedLabels(letters: readonly string[], { labels, framework }: Model): number[] {
  const allowed = letters.flatMap((letter) => {
    const part = framework.parts.find((candidate) => candidate.letter === letter);
    return part === undefined ? [framework.neutral] : [part.label, ...part.shows];
  });
  return allowed.map((name) => labels.indexOf(name));
}

function allLabels({ labels }: Model): number[] {
  return labels.map((_, index) => index);
}
