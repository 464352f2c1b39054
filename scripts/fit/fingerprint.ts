import { createHash } from 'node:crypto';
import type { LabelledAnswer } from '../accuracy/corpus.js';
import { type FitModel, fitLanguage } from './fit-language.js';
import { fitRunOn } from './run-on.js';

/** What decides the weights of a language. */
export interface FitInputs extends FitModel {
  readonly answers: readonly LabelledAnswer[];
}

/** So many answers, evenly spread, show what the code makes of a text and of a fit. */
const SMALL = 20;

/** A few answers of the corpus, evenly spread. */
function smallSlice(answers: readonly LabelledAnswer[]): LabelledAnswer[] {
  const step = Math.max(1, Math.floor(answers.length / SMALL));
  return answers.filter((_, index) => index % step === 0).slice(0, SMALL);
}

/**
 * Names the inputs of a fit: the corpus, the hand-set weights, what is known of the language, the framework, and the
 * weights that fitting gives from a few answers. These stand for the code: whatever changes features, training or
 * settings changes them, and a comment does not.
 */
export function fingerprint({ answers, language, prior, framework }: FitInputs): string {
  // Neither the weights of today, nor what is never read while fitting, nor what follows from the cues.
  const { weights, name, stock, habitual, aims, speechRate, cues, indexes, ...known } = language;
  const inputs = [
    answers.map(({ id, sentences, story, figures }) => [id, sentences, story, figures]),
    prior,
    known,
    cues.map(({ id, patterns }) => [id, patterns]),
    [
      framework.labels,
      framework.neutral,
      framework.parts.map(({ label, letter, shows, headings }) => [label, letter, shows, headings]),
    ],
    fitRunOn(smallSlice(answers), language.code),
    fitLanguage(smallSlice(answers), { language, framework, prior }),
  ];
  return createHash('sha256').update(JSON.stringify(inputs)).digest('hex').slice(0, 16);
}

/** The fingerprint at the head of a weights.yaml; null where it has none. */
export function fingerprintOf(weightsYaml: string): string | null {
  return /^# Inputs: ([0-9a-f]{16})$/m.exec(weightsYaml)?.[1] ?? null;
}
