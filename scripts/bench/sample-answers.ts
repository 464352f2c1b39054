import { readCorpus, textOf } from '../accuracy/corpus.js';

/**
 * Answers of about so many words put together from the labelled corpus, each from other sentences as long as
 * there are any, the languages by turns. When all were used it starts over in another order and leaves out one
 * sentence of each, so that hardly a text comes twice. The same call gives the same answers.
 *
 * @param languages `ru`, `en` or both
 */
export function sampleAnswers(
  languages: readonly string[],
  { count, words }: { readonly count: number; readonly words: number },
): string[] {
  const sources = languages.map((language) => readCorpus(`test/corpus/${language}.jsonl`));
  const next = languages.map(() => 0);
  return Array.from({ length: count }, (_, index) => {
    const source = sources[index % sources.length] ?? [];
    const sentences = [];
    let length = 0;
    while (length < words) {
      const at = next[index % sources.length] ?? 0;
      const pass = Math.floor(at / source.length);
      const answer = source[(at * stride(pass, source.length)) % source.length];
      if (answer === undefined) throw new Error('the corpus is empty');
      next[index % sources.length] = at + 1;
      const left = pass === 0 ? -1 : (pass - 1) % answer.sentences.length;
      for (const [place, sentence] of answer.sentences.entries()) {
        if (length >= words) break;
        if (place === left && answer.sentences.length > 1) continue;
        sentences.push(sentence);
        length += sentence.text.split(/\s+/u).length;
      }
    }
    return textOf(sentences).text;
  });
}

/** A step that comes by each of so many places once; another one for each pass. */
function stride(pass: number, places: number): number {
  let step = 1;
  for (let skipped = 0; skipped < pass; ) if (divisor(++step, places) === 1) skipped++;
  return step;
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}
