import type { FrameworkPart } from '../content/types.js';
import { spanOf } from '../text/span.js';
import type { Model } from './model.js';
import { withReasons } from './reasoned.js';
import type { ClauseReading, PartReading, SentenceReading } from './types.js';

/**
 * Least probability of some clause for a part that cues make: where nothing speaks for it, a long answer must not
 * add up to it.
 */
const LEAST_OF_CLAUSE = 0.2;

/** What sums of probabilities may be off by. */
const ROUNDING = 1e-6;

/** What the states of parts are decided from. */
export interface PartEvidence {
  readonly sentences: readonly SentenceReading[];
  /** Number of words in the answer. */
  readonly words: number;
  /** Of all sentences, in order. */
  readonly clauses: readonly ClauseReading[];
  /** Probability that none of some labels (as indices) stands in the answer. */
  readonly absence: (labels: readonly number[]) => number;
  /** Indices of sentences that say nothing in particular. */
  readonly empty: ReadonlySet<number>;
  /** Index of a sentence → the part it stands under; null without a heading. */
  readonly under: (sentence: number) => string | null;
  /** True where headings say which part is which. */
  readonly form: boolean;
}

/** Whether each part of the framework is there, in the framework's order. */
export function readParts(evidence: PartEvidence, model: Model): PartReading[] {
  return model.framework.parts.map((part) => readPart(part, evidence, model));
}

function readPart(
  part: FrameworkPart,
  { sentences, words, clauses, absence, empty, under, form }: PartEvidence,
  model: Model,
): PartReading {
  const label = model.labels.indexOf(part.label);
  const probability = (clause: ClauseReading) => clause.posterior[label] ?? 0;
  const labelled = clauses.filter((clause) => clause.label === part.label);
  let best: ClauseReading | null = null;
  for (const clause of clauses) if (best === null || probability(clause) > probability(best)) best = clause;
  const limit = model.missingAbove(label, { sentences: sentences.length, words });
  // That no clause carries the part is at most as likely as that the likeliest does not: where this is below the limit,
  // the sum over all readings of the answer need not be made. A part that no single clause is read as is implied then.
  const likeliest = best === null ? 0 : probability(best);
  const isThere = 1 - likeliest < limit - ROUNDING || absence([label]) <= limit;
  const carrying = labelled.length > 0 || best === null ? labelled : [best];
  // A heading alone, or one over words that say nothing.
  const headings = sentences.filter(({ onlyHeading, label: told, index }) =>
    onlyHeading ? told === part.label : empty.has(index) && under(index) === part.id,
  );
  const decide = (): Pick<PartReading, 'state' | 'spans'> => {
    if (isThere && labelled.length === 0 && !isFaint(best, label, model)) {
      if (best === null) return { state: 'missing', spans: [] };
      const isSaid = part.brief || !empty.has(best.sentence);
      return { state: isSaid ? 'implied' : 'empty', spans: [spanOf(best)] };
    }
    if (isThere && labelled.length > 0) {
      // «Всего хорошего» is all that a closing says.
      const full = part.brief ? carrying : carrying.filter((clause) => !empty.has(clause.sentence));
      if (full.length > 0) return { state: 'present', spans: full.map(spanOf) };
      return { state: 'empty', spans: carrying.map(spanOf) };
    }
    if (headings.length > 0 && !part.brief) return { state: 'empty', spans: headings.map(spanOf) };
    const aside = form ? undefined : clauses.find((clause) => isAside(clause, part.label, model));
    if (aside !== undefined) return { state: 'present', spans: [spanOf(aside)] };
    return { state: 'missing', spans: [] };
  };
  const { state, spans } = decide();
  const nearest =
    state === 'missing' && best !== null ? { span: spanOf(best), probability: probability(best) } : null;
  return withReasons({ part: part.id, state, spans, nearest }, () =>
    state === 'missing' ? [] : (carrying[0]?.because ?? []),
  );
}

/** No clause comes near, as far as cues say. */
function isFaint(best: ClauseReading | null, label: number, { makes }: Model): boolean {
  return makes.size > 0 && (best?.posterior[label] ?? 0) < LEAST_OF_CLAUSE;
}

/**
 * A part said in one clause with another: «Здравствуйте, спасибо за встречу». Each has a cue there that makes it
 * by itself, and a clause has one label.
 */
function isAside({ cues, label: told }: ClauseReading, label: string, { makes }: Model): boolean {
  if (makes.size === 0) return false;
  const made = cues.map((cue) => makes.get(cue));
  return made.includes(label) && made.includes(told);
}
