import { analyze } from '../analyze.js';
import type { ContentStore } from '../store/content.js';
import type { LanguageCode } from '../text/types.js';
import { analysisContext } from './analysis-context.js';

/** Samples after which the engine has compiled most of what reading an answer takes. */
const SAMPLES = 60;

/**
 * Reads samples of a bank while nobody types, so that the first long answer, pasted at once, is not the first that
 * is read (docs/benchmark.md has both).
 *
 * @param language of the answers that are to come
 * @returns reads one sample a call; false where none is left
 */
export function createReadAhead(content: ContentStore, language: LanguageCode): () => boolean {
  const readings = readSamples(content, language);
  return () => readings.next().done !== true;
}

/** From the bank that is installed first: whose questions are asked does not matter to the engine. */
function* readSamples(content: ContentStore, language: LanguageCode): Generator<void, void> {
  const bank = content.bank(content.index.banks[0]?.role ?? '');
  const samples = (bank?.questions ?? [])
    .flatMap((question) => question.samples)
    .filter((sample) => sample.language === language);
  const context = analysisContext(content, { question: null, interfaceLanguage: language });
  for (const { text } of samples.slice(0, SAMPLES)) {
    analyze(text, context);
    yield;
  }
}
