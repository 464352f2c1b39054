import { analyze } from '../../src/analyze.js';
import { analysisContext } from '../../src/cli/analysis-context.js';
import type { ContentStore } from '../../src/store/content.js';
import type { LanguageCode } from '../../src/text/types.js';

interface Row {
  readonly name: string;
  samples: number;
  reported: number;
}

/**
 * The samples of the shipped banks read as answers to their own question, where `off-question` must be silent,
 * and to every other one of the same framework, where it may report: many a story fits more than one question.
 */
export function offQuestionTable(content: ContentStore, language: LanguageCode): string {
  const questions = content.index.banks
    .flatMap(({ role }) => content.bank(role)?.questions ?? [])
    .filter(({ framework }) => framework !== null);
  const strong: Row = { name: 'strong sample, own question', samples: 0, reported: 0 };
  const weak: Row = { name: 'weak sample, own question', samples: 0, reported: 0 };
  const other: Row = { name: 'any sample, another question', samples: 0, reported: 0 };
  for (const home of questions)
    for (const { grade, text } of home.samples.filter((sample) => sample.language === language))
      for (const question of questions) {
        const { findings } = analyze(text, analysisContext(content, { question, interfaceLanguage: 'en' }));
        const row = question !== home ? other : grade === 'strong' ? strong : weak;
        row.samples++;
        if (findings.some(({ rule }) => rule === 'off-question')) row.reported++;
      }
  const lines = [strong, weak, other].map(
    ({ name, samples, reported }) => `| ${name} | ${samples} | ${reported} |`,
  );
  return ['| `off-question` on | readings | reported |', '|---|---:|---:|', ...lines].join('\n');
}
