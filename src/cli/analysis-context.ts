import type { AnalysisContext } from '../analyze.js';
import type { Question } from '../content/types.js';
import { parseRules } from '../rules/parse.js';
import type { Rule } from '../rules/types.js';
import type { ContentStore } from '../store/content.js';
import { oncePer } from '../text/once-per.js';
import type { LanguageCode } from '../text/types.js';

/** The framework an answer is read by where neither the question nor the caller names one. */
const DEFAULT_FRAMEWORK = 'star';

/** The rules of the content, ready to run. */
const rulesOf = oncePer((content: ContentStore): readonly Rule[] =>
  parseRules(content.rules(), (language) => content.phrases(language)),
);

/** How answers are to be read. */
export interface AnalysisChoice {
  /** The question that is answered; null if it is in no bank. */
  readonly question: Question | null;
  /** Id of a framework; overrides the question's. */
  readonly framework?: string | undefined;
  /** Language of messages and advice. */
  readonly interfaceLanguage: LanguageCode;
  /** Language of the answer; recognised from its text if left out. */
  readonly language?: LanguageCode | undefined;
}

/**
 * Everything `analyze` needs, taken from the content. The same for all answers to a question.
 *
 * @throws Error if the framework does not exist: check ids that come from a user before
 * @throws TypeError if `question` is an id and not a question
 */
export function analysisContext(content: ContentStore, choice: AnalysisChoice): AnalysisContext {
  const { question, framework, interfaceLanguage, language } = choice;
  if (typeof question === 'string')
    throw new TypeError(
      `question: not the id '${question}', but the question: content.question('${question}')`,
    );
  const id = framework ?? question?.framework ?? DEFAULT_FRAMEWORK;
  const { frameworks } = content.index;
  if (!frameworks.includes(id))
    throw new Error(`there is no framework '${id}'; there are: ${frameworks.join(', ')}`);
  return {
    question: question === null || framework === undefined ? question : { ...question, framework },
    interfaceLanguage,
    language,
    framework: content.framework(id),
    languages: content.languageModels(),
    rules: rulesOf(content),
  };
}
