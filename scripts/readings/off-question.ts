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

/** A row of the table: readings of one sort, and what the rule said of them. */
interface Row {
  readonly name: string;
  readings: number;
  reported: number;
  /** Reports that say what the story speaks of. */
  named: number;
  /** Those that name one of its subjects. */
  right: number;
}

/** A story, and what it was told to. */
interface Told {
  readonly name: string;
  /** The questions that it answers. */
  readonly homes: readonly Question[];
  /** Competencies that are asked for beside theirs. */
  readonly asked: readonly string[];
  readonly reading: ReadAnswer['analysis'];
  /** Models that have not seen it. */
  readonly languages: readonly LanguageModel[];
}

/**
 * Where `off-question` must be silent and where it may report: answers of the corpus to a question that asks the same
 * as one of a bank, and samples of the banks, each read as an answer to that question and to all others. A question
 * that shares a competency with its own is left out: many a story fits both, and an achievement fits any. Answers of
 * the corpus are judged by what the other slices speak of.
 */
export function offQuestionTable(
  content: ContentStore,
  language: LanguageCode,
  answers: readonly ReadAnswer[],
): string {
  const questions = storyQuestions(content);
  const stories = [
    ...corpusStories(content, language, answers),
    ...questions.flatMap((home) => sampleStories(content, language, home)),
  ];
  const lines = [...countReports(content, questions, stories)]
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

/** Good answers of the corpus to questions that ask the same as one of a bank. */
function corpusStories(
  content: ContentStore,
  language: LanguageCode,
  answers: readonly ReadAnswer[],
): Told[] {
  const questions = storyQuestions(content);
  const { leastWords } = offQuestionOf(content);
  const shipped = content.languageModels();
  const { folds, foldOf } = subjectsOf(content, language, answers);
  const heldOut = folds.map((subjects) => withSubjects(shipped, language, subjects));
  return answers.flatMap(({ answer, analysis }) => {
    const ids = alike(answer.question, language);
    const isStory = analysis.story.kind === 'story' && analysis.document.wordCount >= leastWords;
    if (ids.length === 0 || !isStory || answer.grade === 'bad') return [];
    return {
      name: `${answer.grade} answer of the corpus`,
      homes: questions.filter(({ id }) => ids.includes(id)),
      asked: askedFor(answer.question, language),
      reading: analysis,
      languages: heldOut[foldOf(answer)] ?? shipped,
    };
  });
}

/** The samples of a question in a language. */
function sampleStories(content: ContentStore, language: LanguageCode, home: Question): Told[] {
  const context = analysisContext(content, { question: home, interfaceLanguage: 'en', language });
  return home.samples
    .filter((sample) => sample.language === language)
    .map(({ grade, text }) => ({
      name: `${grade} sample`,
      homes: [home],
      asked: [],
      reading: analyze(text, context),
      languages: content.languageModels(),
    }));
}

/** Reads each story as an answer to its own questions and to all that share nothing with them. */
function countReports(
  content: ContentStore,
  questions: readonly Question[],
  stories: readonly Told[],
): Iterable<Row> {
  const rule = parseRules(content.rules()).find(({ id }) => id === 'off-question');
  const { about, anyStory } = offQuestionOf(content);
  const competencyOf = new Map(Object.entries(about).map(([competency, { en }]) => [en, competency]));
  const rows = new Map<string, Row>();
  const count = (name: string, question: Question, { reading, languages }: Told, subjects: Set<string>) => {
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
  for (const story of stories) {
    const { name, homes, asked } = story;
    const known = new Set(homes.flatMap(({ competencies }) => competencies));
    const subjects = new Set([...known, ...asked]);
    const ofAnything = homes.some(({ competencies }) => anyStory.includes(competencies[0] ?? ''));
    for (const question of questions)
      if (homes.includes(question)) count(`${name}, own question`, question, story, subjects);
      else if (!ofAnything && !question.competencies.some((competency) => known.has(competency)))
        count(`${name}, another question`, question, story, subjects);
  }
  return rows.values();
}

function share(part: number, whole: number): string {
  return part === 0 ? '–' : `${part} · ${((part / whole) * 100).toFixed(1)} %`;
}
