import type { Bank } from '../../content/types.js';
import type { ContentStore } from '../../store/content.js';
import type { LineColumn } from '../../text/lines.js';
import { analysisContext } from '../analysis-context.js';
import type { CommandContext } from '../context.js';
import { checkSample } from './sample-check.js';

/** A bank to check, and how to say where in it a sample stands. */
export interface CheckedBank {
  readonly bank: Bank;
  /** Path of the file, or the role of a bank that ships. */
  readonly source: string;
  /** Null for a bank that ships: it is compiled, its lines are not known. */
  readonly locate: ((path: readonly (string | number)[]) => LineColumn) | null;
}

export interface SampleReport {
  /** One line a disagreement. */
  readonly lines: readonly string[];
  readonly samples: number;
}

/** Reads every sample of the banks and reports where the reading disagrees with what the sample expects. */
export function checkSamples(
  banks: readonly CheckedBank[],
  content: ContentStore,
  { t, language }: Pick<CommandContext, 't' | 'language'>,
): SampleReport {
  const lines: string[] = [];
  let samples = 0;
  for (const { bank, source, locate } of banks) {
    for (const [at, question] of bank.questions.entries()) {
      const context = analysisContext(content, { question, interfaceLanguage: language });
      for (const [index, sample] of question.samples.entries()) {
        samples++;
        const place = locate?.(['questions', at, 'samples', index]);
        const where = place === undefined ? source : `${source}:${place.line}:${place.column}`;
        const name = t('command.banks.place', {
          question: question.id,
          number: index + 1,
          grade: sample.grade,
          language: sample.language,
        });
        for (const message of checkSample(sample, question, context, t))
          lines.push(`${where}: ${name}: ${message}`);
      }
    }
  }
  return { lines, samples };
}
