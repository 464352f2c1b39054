import { packSubjects } from '../../src/content/packed-subjects.js';
import type { LanguageModel, Question, Subjects } from '../../src/content/types.js';
import { mentions } from '../../src/rules/criteria.js';
import { fitOf, oddsOf, wordsOf } from '../../src/rules/subjects.js';
import type { LanguageCode } from '../../src/text/types.js';
import { sliceOf } from '../accuracy/corpus.js';
import { alike } from '../readings/alike.js';
import type { ReadAnswer } from '../readings/measure.js';
import { askedFor, COMPETENCIES } from './asked.js';
import { type Fitted, fitSubjects, type Told } from './fit.js';
import { limitOf, type Pair, usualOf } from './usual.js';

/** Words that are kept of a language. */
const WORDS = 800;

const FOLDS = 6;

/** What follows from the corpus: what ships, and for each fold what follows from all others. */
export interface FittedSubjects {
  readonly whole: Subjects;
  readonly folds: readonly Subjects[];
  readonly foldOf: (answer: ReadAnswer['answer']) => number;
}

/** Fits what answers of a language speak of; whatever is judged by a fold's subjects was not seen by them. */
export function subjectsFrom(
  read: readonly ReadAnswer[],
  questions: readonly Question[],
  language: LanguageCode,
): FittedSubjects {
  const slices = [...new Set(read.map(({ answer }) => sliceOf(answer)))].sort();
  const foldOf: FittedSubjects['foldOf'] = (answer) => slices.indexOf(sliceOf(answer)) % FOLDS;
  const stories = read.filter(
    ({ answer, analysis }) => analysis.story.kind === 'story' && answer.grade !== 'bad',
  );
  const told = (one: ReadAnswer): Told => ({
    stems: wordsOf(one.analysis.document.tokens),
    asked: askedFor(one.answer.question, language),
  });
  const fitted = (answers: readonly ReadAnswer[]): Fitted =>
    fitSubjects(answers.map(told), COMPETENCIES, WORDS);
  const folds = Array.from({ length: FOLDS }, (_, fold) =>
    asSubjects(fitted(stories.filter(({ answer }) => foldOf(answer) !== fold))),
  );
  const pairs = stories.flatMap((one) => {
    const fold = foldOf(one.answer);
    return pairsOf(one, folds[fold] as Subjects, questions, language).map((pair) => ({ ...pair, fold }));
  });
  const judged = (subjects: Subjects, known: readonly Pair[]): Subjects => {
    const usual = usualOf(known);
    return { ...subjects, usual, limit: limitOf(known, usual) };
  };
  return {
    whole: judged(asSubjects(fitted(stories)), pairs),
    folds: folds.map((subjects, fold) =>
      judged(
        subjects,
        pairs.filter((pair) => pair.fold !== fold),
      ),
    ),
    foldOf,
  };
}

function asSubjects({ competencies, words }: Fitted): Subjects {
  const packed = packSubjects([...words.keys()], [...words.values()], competencies.length);
  return { competencies, ...packed, usual: {}, limit: 0 };
}

/** Answers as short as these are let pass whatever they speak of. */
export const LEAST_WORDS = 55;

function pairsOf(
  { answer, analysis }: ReadAnswer,
  subjects: Subjects,
  questions: readonly Question[],
  language: LanguageCode,
): Pair[] {
  const ids = alike(answer.question, language);
  if (ids.length === 0 || analysis.document.wordCount < LEAST_WORDS) return [];
  const homes = questions.filter(({ id }) => ids.includes(id));
  const known = new Set(homes.flatMap(({ competencies }) => competencies));
  const odds = oddsOf(wordsOf(analysis.document.tokens), subjects);
  return questions.flatMap((question): Pair[] => {
    const own = homes.includes(question);
    if (!own && question.competencies.some((name) => known.has(name))) return [];
    const mentioned = question.criteria.filter((criterion) => mentions(analysis, criterion)).length;
    const fit = fitOf(odds, question.competencies, mentioned, subjects);
    if (fit === null || question.competencies[0] === 'results') return [];
    return [{ first: fit.first, odds: fit.odds, own, good: answer.grade === 'good' }];
  });
}

/** The models of the languages with other subjects for one of them. */
export function withSubjects(
  languages: readonly LanguageModel[],
  code: LanguageCode,
  subjects: Subjects,
): LanguageModel[] {
  return languages.map((model) =>
    model.code === code ? Object.create(model, { subjects: { value: subjects } }) : model,
  );
}
