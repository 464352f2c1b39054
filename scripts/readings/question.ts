import { analyze } from '../../src/analyze.js';
import { analysisContext } from '../../src/cli/analysis-context.js';
import type { Question } from '../../src/content/types.js';
import type { Rule } from '../../src/rules/types.js';
import type { ContentStore } from '../../src/store/content.js';
import type { LanguageCode } from '../../src/text/types.js';
import { type LabelledAnswer, readCorpus, textOf } from '../accuracy/corpus.js';
import type { ReadAnswer } from './measure.js';

/** Words of a question that asks what was learnt. */
const LESSON =
  /mistake|fail|went wrong|regret|learn|lesson|ошиб|неудач|провал|не справил|урок|научил|вынесли/iu;

/** The question of a labelled answer as a bank would hold it, as far as its text shows. */
function askedIn({ question, lang }: LabelledAnswer): Question {
  return {
    id: 'asked',
    text: { [lang]: question },
    stage: 'hr',
    kind: 'behavioral',
    competencies: [],
    levels: ['middle'],
    framework: 'star',
    numbers: 'welcome',
    lesson: LESSON.test(question),
    criteria: [],
    hint: {},
    followUps: [],
    samples: [],
  };
}

/** The corpus of a language, each answer read as one to its question. */
export function readAnswers(content: ContentStore, language: LanguageCode): ReadAnswer[] {
  return readAll(content, language, readCorpus(`test/corpus/${language}.jsonl`));
}

/** Some answers of a corpus, read likewise, by all rules or by those that are given. */
export function readAll(
  content: ContentStore,
  language: LanguageCode,
  answers: readonly LabelledAnswer[],
  rules?: readonly Rule[],
): ReadAnswer[] {
  return answers.map((answer) => {
    const choice = { question: askedIn(answer), interfaceLanguage: 'en', language };
    const context = analysisContext(content, choice);
    const { text } = textOf(answer.sentences);
    return { answer, analysis: analyze(text, { ...context, rules: rules ?? context.rules }) };
  });
}
