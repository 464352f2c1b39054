import type { ClauseReading, Reading } from '../../analysis/types.js';
import { FORM, type Span, type Subject } from '../../text/types.js';
import { ownAlone, withOwn } from '../phrase-finder.js';
import { outside } from '../place.js';
import { quotedPassages } from '../quoted.js';
import type { Kind, OwnWords } from '../types.js';
import type { Wording } from '../wording.js';

export interface PhrasesOptions extends OwnWords {
  /** Patterns of `src/text/patterns.ts` per language of the answer. */
  readonly patterns: Wording;
  /** What stands in one of these draws nothing. */
  readonly unless?: Wording | undefined;
  /** Fewest matches that report; 1 where it is left out. */
  readonly least?: number | undefined;
  /** Not in clauses with this label. */
  readonly notIn?: string | undefined;
  /** Only where every clause with this label holds a match: nothing else was done. */
  readonly nothingElse?: string | undefined;
  /** With `nothingElse`: words that are no deed and may stand beside a match. */
  readonly besides?: Wording | undefined;
}

/** Wording that speaks against the candidate. What somebody else says in quotation marks is left alone. */
export const phrases: Kind<PhrasesOptions> = {
  kind: 'phrases',
  settable: { allow: 'patterns', extra: 'patterns', keys: ['least'] },
  create: ({ patterns, unless, least = 1, notIn, nothingElse, besides, allow, extra }, all) => {
    const find = all.add(withOwn(patterns, extra));
    const allowed = ownAlone(patterns, allow);
    const findAllowed = allowed === null ? null : all.add(allowed);
    const excuse = unless === undefined ? null : all.add(unless);
    const idle = besides === undefined ? null : all.add(besides);
    return (reading) => {
      const { language, text } = reading.document;
      if (language === null) return [];
      let found = find(reading.document, language);
      if (found.length === 0) return [];
      found = outside(found, quotedPassages(text));
      if (findAllowed !== null) found = outside(found, findAllowed(reading.document, language));
      if (notIn !== undefined) found = notLabelled(reading, found, notIn);
      if (excuse !== null) found = outside(found, excuse(reading.document, language));
      if (nothingElse !== undefined) {
        const harmless = idle === null ? [] : idle(reading.document, language);
        if (!covers(reading, nothingElse, { found, harmless })) return [];
      }
      return found.length < least ? [] : found.map((span) => ({ span }));
    };
  },
};

/** The spans, in order, that do not begin in a clause with the label. */
function notLabelled(reading: Reading, spans: readonly Span[], label: string): readonly Span[] {
  const all = clauses(reading);
  let at = 0;
  return spans.filter((span) => {
    while ((all[at]?.end ?? Number.POSITIVE_INFINITY) <= span.start) at += 1;
    const clause = all[at];
    return clause === undefined || clause.label !== label;
  });
}

interface Covering {
  readonly found: readonly Span[];
  readonly harmless: readonly Span[];
}

/**
 * The speaker does nothing but what matches: every verb of the speaker in clauses with the label stands in a
 * match or is harmless. «Посчитал убытки и передал юристам» is more than that. What others do counts for nothing.
 */
function covers(reading: Reading, label: string, { found, harmless }: Covering): boolean {
  const all = clauses(reading);
  const others = all.filter(({ clause }) => OTHERS.includes(clause.subject));
  if (outside(found, others).length === 0) return false;
  const deeds = all
    .filter((clause) => clause.label === label && !OTHERS.includes(clause.clause.subject))
    .flatMap(({ clause }) => clause.tokens)
    .filter(({ word }) => word !== null && (word.forms & (FORM.past | FORM.firstPerson)) !== 0);
  return outside(deeds, [...found, ...harmless]).length === 0;
}

const OTHERS: readonly Subject[] = ['other', 'unnamed'];

function clauses(reading: Reading): ClauseReading[] {
  return reading.sentences.flatMap((sentence) => sentence.clauses);
}
