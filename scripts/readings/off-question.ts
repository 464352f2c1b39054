import { analyze } from '../../src/analyze.js';
import { analysisContext } from '../../src/cli/analysis-context.js';
import type { LanguageModel, Question } from '../../src/content/types.js';
import { parseRules } from '../../src/rules/parse.js';
import type { ContentStore } from '../../src/store/content.js';
import type { LanguageCode } from '../../src/text/types.js';
import { askedFor } from '../subjects/asked.js';
import { offQuestionOf, storyQuestions, subjectsOf } from '../subjects/inputs.js';
import { withSubjects } from '../subjects/pairs.js';
import { alike } from './alike.js';
import type { ReadAnswer } from './measure.js';

interface Row {
  readonly name: string;
  readings: number;
  reported: number;
  /** Reports that say what the story speaks of. */
  named: number;
  /** Those that name one of its subjects. */
  right: number;
}

/** Where what a story speaks of is known: whose competencies, of a question of a bank or of the corpus. */
interface Told {
  readonly name: string;
  readonly homes: readonly Question[];
  readonly asked: readonly string[];
}

/**
 * Where `off-question` must be silent and where it may report: answers of the corpus to a question that asks the same
 * as one of a bank, and samples of the banks, each read as an answer to that question and to all others. A question
 * that shares a competency with its own is left out: many a story fits both, and an achievement fits any. Answers of the corpus are judged by what
 * the other slices speak of.
 */
export function offQuestionTable(
  content: ContentStore,
  language: LanguageCode,
  answers: readonly ReadAnswer[],
): string {
  const questions = storyQuestions(content);
  const rule = parseRules(content.rules()).find(({ id }) => id === 'off-question');
  const { leastWords, about, anyStory } = offQuestionOf(content);
  const shipped = content.languageModels();
  const { folds, foldOf } = subjectsOf(content, language, answers);
  const heldOut = folds.map((subjects) => withSubjects(shipped, language, subjects));
  const rows = new Map<string, Row>();
  const competencyOf = new Map(Object.entries(about).map(([competency, { en }]) => [en, competency]));
  const count = (
    name: string,
    reading: ReadAnswer['analysis'],
    question: Question,
    languages: readonly LanguageModel[],
    subjects: ReadonlySet<string>,
  ) => {
    const row = rows.get(name) ?? { name, readings: 0, reported: 0, named: 0, right: 0 };
    rows.set(name, row);
    row.readings++;
    const [match] = rule?.check(reading, { question, interfaceLanguage: 'en', languages }) ?? [];
    if (match === undefined) return;
    row.reported++;
    const named = [match.values?.about, match.values?.second].flatMap(
      (text) => competencyOf.get(String(text)) ?? [],
    );
    if (named.length === 0) return;
    row.named++;
    if (named.some((competency) => subjects.has(competency))) row.right++;
  };
  const read = (
    { name, homes, asked }: Told,
    reading: ReadAnswer['analysis'],
    languages: readonly LanguageModel[],
  ) => {
    const known = new Set(homes.flatMap(({ competencies }) => competencies));
    const subjects = new Set([...known, ...asked]);
    const ofAnything = homes.some(({ competencies }) => anyStory.includes(competencies[0] ?? ''));
    for (const question of questions)
      if (homes.includes(question)) count(`${name}, own question`, reading, question, languages, subjects);
      else if (!ofAnything && !question.competencies.some((competency) => known.has(competency)))
        count(`${name}, another question`, reading, question, languages, subjects);
  };
  for (const { answer, analysis } of answers) {
    const ids = alike(answer.question, language);
    const told = analysis.story.kind === 'story' && analysis.document.wordCount >= leastWords;
    if (ids.length > 0 && told && answer.grade !== 'bad')
      read(
        {
          name: `${answer.grade} answer of the corpus`,
          homes: questions.filter(({ id }) => ids.includes(id)),
          asked: askedFor(answer.question, language),
        },
        analysis,
        heldOut[foldOf(answer)] ?? shipped,
      );
  }
  for (const home of questions)
    for (const { grade, text } of home.samples.filter((sample) => sample.language === language))
      read(
        { name: `${grade} sample`, homes: [home], asked: [] },
        analyze(text, analysisContext(content, { question: home, interfaceLanguage: 'en', language })),
        shipped,
      );
  const lines = [...rows.values()]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(
      ({ name, readings, reported, named, right }) =>
        `| ${name} | ${readings} | ${share(reported, readings)} | ${share(named, reported)} | ${share(right, named)} |`,
    );
  return [
    '| `off-question` on | readings | reported | subject named | one named is right |',
    '|---|---:|---:|---:|---:|',
    ...lines,
  ].join('\n');
}

function share(part: number, whole: number): string {
  return part === 0 ? '–' : `${part} · ${((part / whole) * 100).toFixed(1)} %`;
}
