/**
 * What other programs may use: reading answers without the command line.
 *
 * ```ts
 * const content = openContent(folder); // `dist/content` of the package
 * const context = analysisContext(content, { question: content.question('sm-churn'), interfaceLanguage: 'en' });
 * const { parts, findings, nextFix } = analyze(answer, context);
 * ```
 */
export type {
  Because,
  ClauseReading,
  PartReading,
  PartState,
  Reading,
  SentenceReading,
  StoryKind,
  StoryReading,
} from './analysis/types.js';
export { type Analysis, type AnalysisContext, analyze } from './analyze.js';
export { type AnalysisChoice, analysisContext } from './cli/analysis-context.js';
export type { Message, Messages } from './content/messages.js';
export type {
  Bank,
  Criterion,
  Framework,
  FrameworkPart,
  Localized,
  Question,
  QuestionKind,
  Sample,
  Severity,
  Stage,
} from './content/types.js';
export type { Mismatch, Quantity, QuantityKind, QuantityRole, ReadQuantity } from './numbers/types.js';
export type { Finding, Rule } from './rules/types.js';
export {
  type BankSummary,
  type ContentIndex,
  type ContentStore,
  openContent,
  withBanks,
} from './store/content.js';
export type { Clause, Document, LanguageCode, Sentence, Span, Token } from './text/types.js';
