import { analyze } from '../../src/analyze.js';
import { analysisContext } from '../../src/cli/analysis-context.js';
import type { LanguageModel, Question } from '../../src/content/types.js';
import { parseRules } from '../../src/rules/parse.js';
import type { ContentStore } from '../../src/store/content.js';
import type { LanguageCode } from '../../src/text/types.js';
import { letPassOf, storyQuestions, subjectsOf } from '../subjects/inputs.js';
import { withSubjects } from '../subjects/pairs.js';
import { alike } from './alike.js';
import type { ReadAnswer } from './measure.js';

interface Row {
  readonly name: string;
  readings: number;
  reported: number;
}

/**
 * Where `off-question` must be silent and where it may report: answers of the corpus to a question that asks the same
 * as one of a bank, and samples of the banks, each read as an answer to that question and to all others. A question
 * that shares a competency with its own is left out: many a story fits both. Answers of the corpus are judged by what
 * the other slices speak of.
 */
export function offQuestionTable(
  content: ContentStore,
  language: LanguageCode,
  answers: readonly ReadAnswer[],
): string {
  const questions = storyQuestions(content);
  const rule = parseRules(content.rules()).find(({ id }) => id === 'off-question');
  const { leastWords } = letPassOf(content);
  const shipped = content.languageModels();
  const { folds, foldOf } = subjectsOf(content, language, answers);
  const heldOut = folds.map((subjects) => withSubjects(shipped, language, subjects));
  const rows = new Map<string, Row>();
  const count = (
    name: string,
    reading: ReadAnswer['analysis'],
    question: Question,
    languages: readonly LanguageModel[],
  ) => {
    const row = rows.get(name) ?? { name, readings: 0, reported: 0 };
    rows.set(name, row);
    row.readings++;
    if ((rule?.check(reading, { question, interfaceLanguage: 'en', languages }) ?? []).length > 0)
      row.reported++;
  };
  const read = (
    name: string,
    reading: ReadAnswer['analysis'],
    homes: readonly Question[],
    languages: readonly LanguageModel[],
  ) => {
    const known = new Set(homes.flatMap(({ competencies }) => competencies));
    for (const question of questions)
      if (homes.includes(question)) count(`${name}, own question`, reading, question, languages);
      else if (!question.competencies.some((competency) => known.has(competency)))
        count(`${name}, another question`, reading, question, languages);
  };
  for (const { answer, analysis } of answers) {
    const ids = alike(answer.question, language);
    const told = analysis.story.kind === 'story' && analysis.document.wordCount >= leastWords;
    if (ids.length > 0 && told && answer.grade !== 'bad')
      read(
        `${answer.grade} answer of the corpus`,
        analysis,
        questions.filter(({ id }) => ids.includes(id)),
        heldOut[foldOf(answer)] ?? shipped,
      );
  }
  for (const home of questions)
    for (const { grade, text } of home.samples.filter((sample) => sample.language === language))
      read(
        `${grade} sample`,
        analyze(text, analysisContext(content, { question: home, interfaceLanguage: 'en', language })),
        [home],
        shipped,
      );
  const lines = [...rows.values()]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, readings, reported }) => `| ${name} | ${readings} | ${share(reported, readings)} |`);
  return ['| `off-question` on | readings | reported |', '|---|---:|---:|', ...lines].join('\n');
}

function share(part: number, whole: number): string {
  return part === 0 ? '–' : `${part} · ${((part / whole) * 100).toFixed(1)} %`;
}
