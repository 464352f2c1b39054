import { readCorpus, textOf } from '../accuracy/corpus.js';

/**
 * Answers of about so many words put together from the labelled corpus, each from other sentences as long as
 * there are any, Russian and English by turns. The same call gives the same answers.
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
      const answer = source[at % source.length];
      if (answer === undefined) throw new Error('the corpus is empty');
      next[index % sources.length] = at + 1;
      for (const sentence of answer.sentences) {
        if (length >= words) break;
        sentences.push(sentence);
        length += sentence.text.split(/\s+/u).length;
      }
    }
    return textOf(sentences).text;
  });
}
