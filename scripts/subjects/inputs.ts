import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { analyze } from '../../src/analyze.js';
import { analysisContext } from '../../src/cli/analysis-context.js';
import type { Question, RuleData } from '../../src/content/types.js';
import type { RelevanceOptions } from '../../src/rules/kinds/relevance.js';
import type { ContentStore } from '../../src/store/content.js';
import type { LanguageCode } from '../../src/text/types.js';
import type { LabelledAnswer } from '../accuracy/corpus.js';
import { fingerprintOf } from '../fit/fingerprint.js';
import { alike } from '../readings/alike.js';
import type { ReadAnswer } from '../readings/measure.js';
import { readAll } from '../readings/question.js';
import { askedFor } from './asked.js';
import { type FittedSubjects, type Fitting, type LetPass, subjectsFrom, WORDS } from './pairs.js';
import { MOST_WRONG } from './usual.js';

/** Questions of the banks that ask for a story. */
export function storyQuestions(content: ContentStore): Question[] {
  return content.index.banks
    .flatMap(({ role }) => content.bank(role)?.questions ?? [])
    .filter(({ kind, framework }) => kind === 'behavioral' && framework !== null);
}

interface FittingText {
  readonly text: string;
  readonly question: Question;
}

/** What `off-question` lets pass, as `data/rules/` has it. */
export function letPassOf(content: ContentStore): LetPass {
  const check = ruleOf(content).check;
  if (check.kind !== 'relevance') throw new Error('off-question is no longer of the kind relevance');
  return check as unknown as RelevanceOptions;
}

function ruleOf(content: ContentStore): RuleData {
  const rule = content.rules().find(({ id }) => id === 'off-question');
  if (rule === undefined) throw new Error('no rule off-question');
  return rule;
}

/** Samples of the banks, and the good examples of the rule. */
function fittingOf(content: ContentStore, language: LanguageCode): FittingText[] {
  const questions = storyQuestions(content);
  const examples = ruleOf(content).examples.good.filter((example) => example.language === language);
  return [
    ...questions.flatMap((question) =>
      question.samples
        .filter((sample) => sample.language === language)
        .map(({ text }) => ({ text, question })),
    ),
    ...examples.flatMap(({ text, question: id }) =>
      questions.filter((question) => question.id === id).map((question) => ({ text, question })),
    ),
  ];
}

function readFitting(
  content: ContentStore,
  language: LanguageCode,
  { text, question }: FittingText,
): Fitting {
  const context = analysisContext(content, { question, interfaceLanguage: 'en', language });
  return { question, reading: analyze(text, { ...context, rules: [] }) };
}

/** What follows from answers of a language and all that is known to fit its question. */
export function subjectsOf(
  content: ContentStore,
  language: LanguageCode,
  answers: readonly ReadAnswer[],
): FittedSubjects {
  const fitting = fittingOf(content, language).map((one) => readFitting(content, language, one));
  return subjectsFrom(answers, {
    language,
    questions: storyQuestions(content),
    fitting,
    letPass: letPassOf(content),
  });
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
  const fitting = fittingOf(content, language);
  const step = Math.max(1, Math.floor(answers.length / SMALL));
  const few = answers.filter((_, index) => index % step === 0).slice(0, SMALL);
  const letPass = letPassOf(content);
  const small = subjectsFrom(readAll(content, language, few, []), {
    language,
    questions,
    fitting: fitting.slice(0, 3).map((one) => readFitting(content, language, one)),
    letPass,
  });
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
    fitting.map(({ text, question }) => [text, question.id]),
    small.whole,
    [WORDS, MOST_WRONG, letPass],
  ];
  return createHash('sha256').update(JSON.stringify(inputs)).digest('hex').slice(0, 16);
}

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
