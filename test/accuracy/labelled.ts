import type { LabelledAnswer } from '../../scripts/accuracy/corpus.js';
import type { FullPrediction } from '../../scripts/accuracy/predict.js';

/** An answer from «label text» lines: `S We were late.`, `AR Called, and it was solved.` (second letter: `also`). */
export function labelled(lines: readonly string[], rest: Partial<LabelledAnswer> = {}): LabelledAnswer {
  const sentences = lines.map((line) => {
    const [, labels = 'O', text = ''] = /^(\w{1,2}) (.*)$/.exec(line) ?? [];
    return { text, label: labels[0] ?? 'O', also: labels[1] ?? null };
  });
  const told = new Set(sentences.flatMap(({ label, also }) => [label, also]));
  return {
    id: 'x1-001',
    lang: 'en',
    question: 'Tell me of a case.',
    style: 'made by hand',
    sentences,
    missing: ['S', 'T', 'A', 'R'].filter((part) => !told.has(part)),
    story: true,
    result_metric: false,
    figures: [],
    grade: 'good',
    ...rest,
  };
}

/** What a perfect reader says of an answer, but for what is given. */
export function perfect(answer: LabelledAnswer, rest: Partial<FullPrediction> = {}): FullPrediction {
  return {
    id: answer.id,
    labels: answer.sentences.map(({ label }) => label),
    also: answer.sentences.map(({ also }) => also),
    parts: {},
    story: answer.story,
    resultNumber: answer.result_metric,
    findings: [],
    reported: answer.missing,
    figures: [],
    ...rest,
  };
}
