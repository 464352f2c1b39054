import type { PartReading } from '../../analysis/types.js';
import { type AnalysisContext, analyze } from '../../analyze.js';
import type { Translate } from '../../content/messages.js';
import { nearest } from '../../content/nearest.js';
import type { Question, Sample } from '../../content/types.js';
import { shortLine } from '../../content/visible.js';
import { touches } from '../../rules/criteria.js';
import type { Span } from '../../text/types.js';

/** Findings of an answer that tells no case: which parts it happens to have is not judged unless it says so. */
const NO_STORY: ReadonlySet<string> = new Set(['not-a-story', 'nonsense']);

/**
 * Reads a sample answer and says where the reading disagrees with what the sample expects.
 *
 * @param context for the sample's question, without a language: a sample must be recognised as an answer is
 * @returns one message a disagreement, in the language of `t`
 */
export function checkSample(
  sample: Sample,
  question: Question,
  context: AnalysisContext,
  t: Translate,
): string[] {
  const analysis = analyze(sample.text, context);
  const { language } = analysis.document;
  if (language !== sample.language) return [t('command.banks.language', { found: language ?? '—' })];
  const { missing, findings, criteria } = sample.expect;
  const judged = analysis.parts.filter(
    ({ part }) => missing.includes(part) || !findings.some((rule) => NO_STORY.has(rule)),
  );
  const parts =
    question.framework === null
      ? []
      : judged.flatMap((part) => partDisagreement(part, missing.includes(part.part), sample.text, t));
  const rules = findings.flatMap((rule) => {
    if (!context.rules.some(({ id }) => id === rule)) return [unknownRule(rule, context, t)];
    return analysis.findings.some((finding) => finding.rule === rule)
      ? []
      : [t('command.banks.rule-silent', { rule })];
  });
  const untouched = question.criteria
    .filter(({ id }) => criteria.includes(id))
    .filter((criterion) => !touches(analysis, criterion, context.languages))
    .map(({ id }) => t('command.banks.criterion', { criterion: id }));
  return [...parts, ...rules, ...untouched];
}

function unknownRule(rule: string, { rules }: AnalysisContext, t: Translate): string {
  const near = nearest(
    rule,
    rules.map(({ id }) => id),
  );
  return t(near === null ? 'command.banks.rule-unknown' : 'command.banks.rule-unknown-near', {
    rule,
    near: near ?? '',
  });
}

function partDisagreement(
  { part, state, spans, because, nearest }: PartReading,
  expectMissing: boolean,
  text: string,
  t: Translate,
): string[] {
  const absent = state === 'missing' || state === 'empty';
  if (absent === expectMissing) return [];
  const values = { part, state: t(`command.banks.state.${state}`) };
  if (!absent) {
    const features = because.map(({ feature }) => feature).join(', ') || '—';
    return [t('command.banks.part-there', { ...values, quote: quote(text, spans[0]), because: features })];
  }
  if (nearest !== null) {
    const percent = Math.round(100 * nearest.probability);
    return [t('command.banks.part-absent-near', { ...values, quote: quote(text, nearest.span), percent })];
  }
  return spans[0] === undefined
    ? [t('command.banks.part-absent', values)]
    : [t('command.banks.part-empty', { ...values, quote: quote(text, spans[0]) })];
}

const LONGEST_QUOTE = 60;

function quote(text: string, span: Span | undefined): string {
  if (span === undefined) return '';
  return shortLine(text.slice(span.start, span.end).trim().replace(/\s+/g, ' '), LONGEST_QUOTE);
}
