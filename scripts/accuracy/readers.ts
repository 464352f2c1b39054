import { type Analysis, analyze } from '../../src/analyze.js';
import { analysisContext } from '../../src/cli/analysis-context.js';
import type { ContentStore } from '../../src/store/content.js';
import { fitLanguage } from '../fit/fit-language.js';
import { priorOf } from '../fit/inputs.js';
import { fitRunOn } from '../fit/run-on.js';
import { bankSamples } from './bank-samples.js';
import { type LabelledAnswer, type LabelledSentence, sliceOf, textOf } from './corpus.js';
import { type FullPrediction, predictionOf } from './predict.js';

const FRAMEWORK = 'star';

/** Reads a text as the program does; the language is recognised where none is given. */
export type Reader = (text: string, language?: string) => Analysis;

/** The reader that an answer is to be read by: one whose weights have not seen it, where there is one. */
export type ReaderOf = (answer: { readonly id: string }) => Reader;

/** A reader with the weights of the content. */
export function readerFor(content: ContentStore): Reader {
  return (text, language) =>
    analyze(text, analysisContext(content, { question: null, interfaceLanguage: 'en', language }));
}

/** Sentences of an answer, or of a variant of it, with the letters of the corpus. */
export function predict(
  answer: LabelledAnswer,
  reader: Reader,
  {
    sentences = answer.sentences,
    join = ' ',
  }: { sentences?: readonly LabelledSentence[]; join?: string } = {},
): FullPrediction {
  const { text, places } = textOf(sentences, join);
  return predictionOf(answer.id, reader(text, answer.lang), places);
}

/**
 * Readers of slices, each with weights fitted to all other slices of the language and to
 * the samples of the banks: what strangers do to the figures.
 *
 * @param slices the slices to be read
 * @param tell hears how the work goes
 */
export function heldOutReaders(
  code: string,
  answers: readonly LabelledAnswer[],
  content: ContentStore,
  { slices, tell }: { readonly slices: readonly string[]; readonly tell: (line: string) => void },
): ReaderOf {
  const framework = content.framework(FRAMEWORK);
  const prior = priorOf(code, framework);
  const language = content.languageModels().find((model) => model.code === code);
  if (language === undefined) throw new Error(`no language '${code}'`);
  const samples = bankSamples(code);
  const readers = new Map(
    slices.map((slice): [string, Reader] => {
      const started = performance.now();
      const others = [...answers.filter((answer) => sliceOf(answer) !== slice), ...samples];
      const weights = fitLanguage(others, { language, framework, prior });
      const languages = [{ ...language, runOn: fitRunOn(others, code), weights: { [FRAMEWORK]: weights } }];
      tell(
        `${slice}: fitted to ${others.length} answers in ${Math.round((performance.now() - started) / 1000)} s`,
      );
      return [slice, readerFor({ ...content, index: content.index, languageModels: () => languages })];
    }),
  );
  return (answer) => {
    const reader = readers.get(sliceOf(answer));
    if (reader === undefined) throw new Error(`no reader for '${answer.id}'`);
    return reader;
  };
}
