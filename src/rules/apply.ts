import type { Reading } from '../analysis/types.js';
import { localText } from '../content/localized.js';
import { fill } from '../content/messages.js';
import { bySeverity } from '../content/severities.js';
import type { Framework, Question, QuestionKind, RuleData, Severity } from '../content/types.js';
import { spanOf } from '../text/span.js';
import { within } from './place.js';
import { quote } from './quote.js';
import type { Finding, Match, Rule, RuleContext } from './types.js';

export { chooseNextFix } from './next-fix.js';

/** Where one of these reports, the answer cannot be read, and other findings would only say "all is missing". */
const SILENCING: readonly string[] = ['unreadable-language', 'nonsense'];

/** Rules that look at characters and stay true of an answer that cannot be read. */
const NEVER_SILENT: readonly string[] = ['placeholder', 'private-data'];

/**
 * Runs the rules that make sense for the question over a reading.
 *
 * @returns findings in the order of their spans, the more severe first where they start together
 */
export function applyRules(
  reading: Reading,
  context: RuleContext & { readonly rules: readonly Rule[] },
): Finding[] {
  const findings: Finding[] = [];
  const speakers: Finding[] = [];
  for (const rule of rulesFor(reading, context))
    for (const match of rule.check(reading, context)) {
      const finding = report(rule, match, reading, context);
      findings.push(finding);
      if (match.leavesRoom !== true && context.isOff?.(rule.id) !== true) speakers.push(finding);
    }
  const told = toldOnce(findings, speakers, context.rules);
  const unreadable = told.some(({ rule }) => SILENCING.includes(rule));
  return (unreadable ? told.filter(({ rule }) => staysAudible(rule)) : told).sort(inOrder);
}

/** Rules that make sense for a question, kept for the next reading: one answer after the other is to the same one. */
interface Sensible {
  readonly framework: Framework;
  readonly question: Question | null;
  readonly rules: readonly Rule[];
}

const sensible = new WeakMap<readonly Rule[], Sensible>();

function rulesFor(
  reading: Reading,
  context: RuleContext & { readonly rules: readonly Rule[] },
): readonly Rule[] {
  const { framework } = reading;
  const { question, rules: all } = context;
  const known = sensible.get(all);
  if (known !== undefined && known.framework === framework && known.question === question) return known.rules;
  const rules = all.filter(({ data }) => makesSense(data, reading, context));
  sensible.set(all, { framework, question, rules });
  return rules;
}

/**
 * A question without a framework asks for no structure, whatever the answer was read by. A framework may ask for
 * rules, or do without them, whatever these say of frameworks and kinds.
 */
function makesSense(
  { id, frameworks, kinds }: RuleData,
  { framework }: Reading,
  { question }: RuleContext,
): boolean {
  const structured = question === null || question.framework !== null;
  if (structured && framework.rules.with.includes(id)) return true;
  if (structured && framework.rules.without.includes(id)) return false;
  if (frameworks !== undefined && !(structured && frameworks.includes(framework.id))) return false;
  if (kinds === undefined) return true;
  const kind = kindOf(framework, question);
  return kind !== null && kinds.includes(kind);
}

/** What the question asks for; without a question, what an answer of the framework is taken for. */
function kindOf(framework: Reading['framework'], question: RuleContext['question']): QuestionKind | null {
  return question === null ? framework.kind : question.kind;
}

function report({ id, severity, data }: Rule, match: Match, reading: Reading, context: RuleContext): Finding {
  const { text } = reading.document;
  const language = context.interfaceLanguage;
  const values = { quote: quote(text, match.span), ...match.values };
  const story = kindOf(reading.framework, context.question) === 'behavioral';
  const other = story ? undefined : data.otherKinds;
  const alone = other?.adviceAlone ?? data.adviceAlone;
  const ask = match.ask ?? other?.ask ?? data.ask;
  return {
    rule: id,
    severity,
    span: spanOf(match.span),
    message: fill(localText(match.message ?? other?.message ?? data.message, language), values),
    advice: fill(localText(other?.advice ?? data.advice, language), values),
    ...(alone === undefined ? {} : { adviceAlone: fill(localText(alone, language), values) }),
    evidence: match.absent === true ? '' : text.slice(match.span.start, match.span.end),
    ask: ask === undefined ? null : localText(ask, language),
  };
}

/**
 * One finding a place: an empty part is vague, too, and where there is no result it has no figure. The one that is told
 * is as grave as those it is told instead of: what is said briefly passes no check that the whole would not pass.
 */
function toldOnce(
  findings: readonly Finding[],
  speakers: readonly Finding[],
  rules: readonly Rule[],
): Finding[] {
  const speakersFor = ({ rule, span }: Finding): readonly Finding[] => {
    const saidBy = rules.find(({ id }) => id === rule)?.data.saidBy;
    // Most rules leave their place to none, and a file may hold thousands of findings.
    if (saidBy === undefined) return [];
    return speakers.filter((other) => saidBy.includes(other.rule) && within(span, other.span));
  };
  const told: Finding[] = [];
  const gravest = new Map<Finding, Severity>();
  for (const finding of findings) {
    const instead = speakersFor(finding);
    if (instead.length === 0) told.push(finding);
    for (const speaker of instead) gravest.set(speaker, graver(finding.severity, gravest.get(speaker)));
  }
  return told.map((finding) => {
    const severity = graver(finding.severity, gravest.get(finding));
    return severity === finding.severity ? finding : { ...finding, severity };
  });
}

function graver(a: Severity, b: Severity = a): Severity {
  return bySeverity(a, b) <= 0 ? a : b;
}

function staysAudible(rule: string): boolean {
  return SILENCING.includes(rule) || NEVER_SILENT.includes(rule);
}

function inOrder(a: Finding, b: Finding): number {
  return (
    a.span.start - b.span.start ||
    bySeverity(a.severity, b.severity) ||
    a.span.end - b.span.end ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}
