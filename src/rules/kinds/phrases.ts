import type { ClauseReading, Reading } from '../../analysis/types.js';
import { FORM, type Span } from '../../text/types.js';
import type { Wording } from '../phrase-finder.js';
import { overlap } from '../place.js';
import { quotedPassages } from '../quoted.js';
import type { Kind } from '../types.js';

export interface PhrasesOptions {
  /** Patterns of `src/text/patterns.ts` per language of the answer. */
  readonly patterns: Wording;
  /** A sentence in which one of these stands draws nothing. */
  readonly unless?: Wording | undefined;
  /** Fewest matches that report; 1 where it is left out. */
  readonly least?: number | undefined;
  /** Only in clauses with this label. */
  readonly label?: string | undefined;
  /** Only where every clause with this label holds a match: nothing else was done. */
  readonly nothingElse?: string | undefined;
}

/** Wording that speaks against the candidate. What somebody else says in quotation marks is left alone. */
export const phrases: Kind<PhrasesOptions> = {
  kind: 'phrases',
  create: ({ patterns, unless, least = 1, label, nothingElse }, all) => {
    const find = all.add(patterns);
    const excuse = unless === undefined ? null : all.add(unless);
    return (reading) => {
      const { language, text } = reading.document;
      if (language === null) return [];
      let found = find(reading.document, language);
      if (found.length === 0) return [];
      const quoted = quotedPassages(text);
      found = found.filter((span) => !quoted.some((passage) => overlap(span, passage)));
      if (label !== undefined) found = found.filter((span) => labelAt(reading, span) === label);
      if (excuse !== null) found = withoutExcused(reading, found, excuse(reading.document, language));
      if (nothingElse !== undefined && !covers(reading, nothingElse, found)) return [];
      return found.length < least ? [] : found.map((span) => ({ span }));
    };
  },
};

function labelAt(reading: Reading, span: Span): string | undefined {
  return clauses(reading).find((clause) => overlap(clause, span))?.label;
}

function withoutExcused(reading: Reading, found: readonly Span[], excuses: readonly Span[]): Span[] {
  const excused = reading.sentences.filter((sentence) => excuses.some((span) => overlap(sentence, span)));
  return found.filter((span) => !excused.some((sentence) => overlap(sentence, span)));
}

/** Every clause with the label holds a match, and no past verb beside it: «посчитал убытки и передал юристам». */
function covers(reading: Reading, label: string, found: readonly Span[]): boolean {
  return clauses(reading)
    .filter((clause) => clause.label === label)
    .every((clause) => {
      const inside = found.filter((span) => overlap(clause, span));
      const verbs = clause.clause.tokens.filter(
        ({ word }) => word !== null && (word.forms & FORM.past) !== 0,
      );
      return inside.length > 0 && verbs.every((verb) => inside.some((span) => overlap(span, verb)));
    });
}

function clauses(reading: Reading): ClauseReading[] {
  return reading.sentences.flatMap((sentence) => sentence.clauses);
}
