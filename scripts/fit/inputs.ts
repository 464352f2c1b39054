import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { weightsSchema } from '../../src/content/language-schema.js';
import type { Framework, LanguageModel, Weights } from '../../src/content/types.js';
import { bankSamples } from '../accuracy/bank-samples.js';
import { readCorpus } from '../accuracy/corpus.js';
import { readContent } from '../build/compile-content.js';
import { type FitInputs, fingerprint, fingerprintOf } from './fingerprint.js';

const FRAMEWORK = 'star';

/** A language with all that its weights are fitted from, and where they are kept. */
export interface FitLanguage extends FitInputs {
  readonly code: string;
  readonly paths: { readonly runOn: string; readonly weights: string };
}

/** Reads the inputs of every answer language from `data/` and `test/corpus/`. */
export function fitLanguages(): FitLanguage[] {
  const { pieces } = readContent('data');
  const framework = pieces[`framework.${FRAMEWORK}`] as Framework;
  return (pieces.index as { answerLanguages: string[] }).answerLanguages.map((code) => ({
    code,
    paths: {
      runOn: `data/languages/${code}/run-on.yaml`,
      weights: `data/languages/${code}/weights.yaml`,
    },
    answers: [...readCorpus(`test/corpus/${code}.jsonl`), ...bankSamples(code)],
    language: {
      ...(pieces[`language.${code}`] as LanguageModel),
      runOn: pieces[`run-on.${code}`] as LanguageModel['runOn'],
    },
    prior: priorOf(code, framework),
    framework,
  }));
}

/**
 * The hand-set weights that fitting starts from.
 *
 * @throws Error where they are not those of the framework
 */
export function priorOf(code: string, framework: Framework): Weights {
  const schema = weightsSchema({ [framework.id]: framework.labels });
  const path = `data/languages/${code}/prior.yaml`;
  const prior = schema.parse(parse(readFileSync(path, 'utf8'))).weights[framework.id];
  if (prior === undefined) throw new Error(`${path} has no weights for '${framework.id}'`);
  return prior;
}

/**
 * Whether the weights in `data/` are what fitting gives from today's inputs, as far as seconds can tell: their
 * fingerprint is that of the inputs, and fitting to a few answers gives the same bits twice.
 *
 * @returns what is wrong, a line each
 */
export function fitFaults(language: FitLanguage): string[] {
  const path = language.paths.weights;
  const [once, again] = [0, 1].map(() => fingerprint(language));
  if (once !== again) return [`${path}: fitting twice gives two results`];
  const stored = fingerprintOf(readFileSync(path, 'utf8'));
  return stored === once ? [] : [`${path}: fitted from other inputs: run npm run fit`];
}
