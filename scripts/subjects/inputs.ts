import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Question } from '../../src/content/types.js';
import type { RelevanceOptions } from '../../src/rules/kinds/relevance.js';
import type { ContentStore } from '../../src/store/content.js';
import type { LanguageCode } from '../../src/text/types.js';
import type { LabelledAnswer } from '../accuracy/corpus.js';
import { fingerprintOf } from '../fit/fingerprint.js';
import { alike } from '../readings/alike.js';
import type { ReadAnswer } from '../readings/measure.js';
import { readAll } from '../readings/question.js';
import { askedFor } from './asked.js';
import { type FittedSubjects, type LetPass, subjectsFrom, WORDS } from './pairs.js';
import { MOST_WRONG } from './usual.js';

/** Questions of the banks that ask for a story. */
export function storyQuestions(content: ContentStore): Question[] {
  return content.index.banks
    .flatMap(({ role }) => content.bank(role)?.questions ?? [])
    .filter(({ kind, framework }) => kind === 'behavioral' && framework !== null);
}

/** What `off-question` checks, as `data/rules/` has it. */
export function offQuestionOf(content: ContentStore): RelevanceOptions {
  const check = content.rules().find(({ id }) => id === 'off-question')?.check;
  if (check?.kind !== 'relevance') throw new Error('no rule off-question of the kind relevance');
  return check as unknown as RelevanceOptions;
}

function letPassOf(content: ContentStore): LetPass {
  const { leastWords, anyStory } = offQuestionOf(content);
  return { leastWords, anyStory };
}

/** What follows from answers of a language. */
export function subjectsOf(
  content: ContentStore,
  language: LanguageCode,
  answers: readonly ReadAnswer[],
): FittedSubjects {
  const questions = storyQuestions(content);
  return subjectsFrom(answers, { language, questions, letPass: letPassOf(content) });
}

/** So many answers, evenly spread, show what the code makes of them. */
const SMALL = 60;

/**
 * Names the inputs of `npm run subjects`: the corpus, what its questions ask for, the banks, and what a few answers
 * give. These stand for the code: whatever changes words or fit changes them, and a comment does not.
 */
export function fingerprint(
  content: ContentStore,
  language: LanguageCode,
  answers: readonly LabelledAnswer[],
): string {
  const questions = storyQuestions(content);
  const step = Math.max(1, Math.floor(answers.length / SMALL));
  const few = answers.filter((_, index) => index % step === 0).slice(0, SMALL);
  const letPass = letPassOf(content);
  const small = subjectsFrom(readAll(content, language, few, []), { language, questions, letPass });
  const asked = [...new Set(answers.map(({ question }) => question))];
  const inputs = [
    answers.map(({ id, grade, question, sentences }) => [
      id,
      grade,
      question,
      sentences.map(({ text }) => text),
    ]),
    asked.map((question) => [askedFor(question, language), alike(question, language)]),
    questions.map(({ id, competencies, criteria }) => [
      id,
      competencies,
      criteria.map(({ cues }) => cues[language]),
    ]),
    small.whole,
    [WORDS, MOST_WRONG, letPass],
  ];
  return createHash('sha256').update(JSON.stringify(inputs)).digest('hex').slice(0, 16);
}

/** The file that holds what answers of a language speak of. */
export function pathOf(language: LanguageCode): string {
  return `data/languages/${language}/subjects.yaml`;
}

/**
 * Whether the subjects in `data/` are what counting gives from today's inputs, as far as a second can tell.
 *
 * @returns what is wrong, a line each
 */
export function subjectsFaults(
  content: ContentStore,
  language: LanguageCode,
  answers: readonly LabelledAnswer[],
): string[] {
  const [once, again] = [0, 1].map(() => fingerprint(content, language, answers));
  const path = pathOf(language);
  if (once !== again) return [`${path}: counting twice gives two results`];
  const stored = fingerprintOf(readFileSync(path, 'utf8'));
  return stored === once ? [] : [`${path}: counted from other inputs: run npm run subjects`];
}
