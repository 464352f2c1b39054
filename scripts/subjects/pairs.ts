import type { Reading } from '../../src/analysis/types.js';
import { packSubjects } from '../../src/content/packed-subjects.js';
import type { LanguageModel, Question, Subjects } from '../../src/content/types.js';
import { mentions } from '../../src/rules/criteria.js';
import type { RelevanceOptions } from '../../src/rules/kinds/relevance.js';
import { type Fit, fitOf, oddsOf, wordsOf } from '../../src/rules/subjects.js';
import type { LanguageCode } from '../../src/text/types.js';
import { sliceOf } from '../accuracy/corpus.js';
import { alike } from '../readings/alike.js';
import type { ReadAnswer } from '../readings/measure.js';
import { askedFor, COMPETENCIES } from './asked.js';
import { type Fitted, fitSubjects, type Told } from './fit.js';
import { limitOf, type Pair, usualOf } from './usual.js';

/** Words that are kept of a language. */
export const WORDS = 1000;

const FOLDS = 6;

/** What follows from the corpus: what ships, and for each fold what follows from all others. */
export interface FittedSubjects {
  readonly whole: Subjects;
  readonly folds: readonly Subjects[];
  readonly foldOf: (answer: ReadAnswer['answer']) => number;
}

/** What the rule lets pass whatever it speaks of. */
export type LetPass = Pick<RelevanceOptions, 'leastWords' | 'anyStory'>;

/** What answers of a language are judged by. */
export interface Judged {
  readonly language: LanguageCode;
  /** Of the banks. */
  readonly questions: readonly Question[];
  readonly letPass: LetPass;
}

/** Fits what answers of a language speak of; whatever is judged by a fold's subjects was not seen by them. */
export function subjectsFrom(read: readonly ReadAnswer[], judged: Judged): FittedSubjects {
  const { language } = judged;
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
  const pairs = Array.from({ length: FOLDS }, (_, fold) =>
    stories
      .filter(({ answer }) => foldOf(answer) === fold)
      .flatMap((one) => pairsOf(one, folds[fold] as Subjects, judged)),
  );
  const usual = pairs.map((_, fold) =>
    usualOf(pairs.filter((_, other) => other !== fold).flat(), COMPETENCIES),
  );
  const shifted = pairs.map((some, fold) =>
    some.map((pair) => ({ ...pair, odds: pair.odds - (usual[fold]?.[pair.first] ?? 0) })),
  );
  return {
    whole: {
      ...asSubjects(fitted(stories)),
      usual: usualOf(pairs.flat(), COMPETENCIES),
      limit: limitOf(shifted.flat()),
    },
    folds: folds.map((subjects, fold) => ({
      ...subjects,
      usual: usual[fold] ?? {},
      limit: limitOf(shifted.filter((_, other) => other !== fold).flat()),
    })),
    foldOf,
  };
}

function asSubjects({ competencies, words }: Fitted): Subjects {
  const packed = packSubjects([...words.keys()], [...words.values()], competencies.length);
  return { competencies, ...packed, usual: {}, limit: 0 };
}

function takesAny({ competencies }: Question, { anyStory }: LetPass): boolean {
  return anyStory.includes(competencies[0] ?? '');
}

function pairsOf(
  { answer, analysis }: ReadAnswer,
  subjects: Subjects,
  { language, questions, letPass }: Judged,
): Pair[] {
  const ids = alike(answer.question, language);
  if (ids.length === 0 || analysis.document.wordCount < letPass.leastWords) return [];
  const homes = questions.filter(({ id }) => ids.includes(id));
  const known = new Set(homes.flatMap(({ competencies }) => competencies));
  const odds = oddsOf(wordsOf(analysis.document.tokens), subjects);
  return questions.flatMap((question): Pair[] => {
    const own = homes.includes(question);
    if (!own && question.competencies.some((name) => known.has(name))) return [];
    const fit = takesAny(question, letPass) ? null : oddsOn(question, analysis, odds, subjects);
    if (fit === null) return [];
    return [{ first: fit.first, odds: fit.odds, own, good: answer.grade === 'good' }];
  });
}

function oddsOn(
  question: Question,
  reading: Reading,
  odds: ReadonlyMap<string, number>,
  subjects: Subjects,
): Fit | null {
  const mentioned = question.criteria.filter((criterion) => mentions(reading, criterion)).length;
  return fitOf(odds, question.competencies, mentioned, subjects);
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
