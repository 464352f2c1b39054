import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readDocument } from '../../src/text/document.js';
import { type LabelledAnswer, PARTS, partsIn } from './corpus.js';

/** A file of `data/banks/`, as far as samples go. */
interface BankFile {
  readonly questions: readonly {
    readonly id: string;
    readonly text: Readonly<Record<string, string>>;
    readonly samples: readonly {
      readonly language: string;
      readonly grade: 'strong' | 'weak';
      readonly text: string;
      readonly labels?: string;
    }[];
  }[];
}

/**
 * The sample answers of the shipped banks that say what each of their sentences carries, as answers of a
 * corpus slice `bank`.
 *
 * @throws Error that names every sample whose labels are not as many as its sentences
 */
export function bankSamples(language: string, folder = 'data/banks'): LabelledAnswer[] {
  const faults: string[] = [];
  const answers = readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .flatMap((file) =>
      (parse(readFileSync(join(folder, file), 'utf8')) as BankFile).questions.flatMap((question) =>
        question.samples.flatMap((sample, index) => {
          if (sample.language !== language || sample.labels === undefined) return [];
          const texts = sentencesOf(sample.text, language);
          const labels = sample.labels.split(' ');
          if (labels.length !== texts.length) {
            const numbered = texts.map((text, at) => `  ${labels[at] ?? '?'} ${text.trim()}`).join('\n');
            faults.push(
              `${file}: sample ${index + 1} of ${question.id}: ${labels.length} labels for ${texts.length} sentences\n${numbered}`,
            );
            return [];
          }
          const sentences = texts.map((text, at) => ({
            text,
            label: labels[at]?.[0] ?? 'O',
            also: labels[at]?.[1] ?? null,
          }));
          const present = partsIn(sentences);
          const answer: LabelledAnswer = {
            id: '',
            lang: language,
            question: question.text[language] ?? '',
            style: `${question.id}, ${sample.grade}`,
            sentences,
            missing: PARTS.filter((part) => !present.includes(part)),
            story: present.length > 0,
            result_metric: false,
            figures: null,
            grade: sample.grade === 'strong' ? 'good' : 'weak',
          };
          return [answer];
        }),
      ),
    );
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return answers.map((answer, index) => ({
    ...answer,
    id: `bank-${String(index + 1).padStart(3, '0')}`,
  }));
}

/** Sentences as the analyzer cuts them; a line break stays with the sentence it ends. */
function sentencesOf(text: string, language: string): string[] {
  const { sentences } = readDocument(text, { language, headings: [] });
  return sentences.map(({ start, end }, index) => {
    const next = sentences[index + 1]?.start ?? text.length;
    return text.slice(start, end) + (text.slice(end, next).includes('\n') ? '\n' : '');
  });
}
