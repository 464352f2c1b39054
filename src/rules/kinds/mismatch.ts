import type { Reading } from '../../analysis/types.js';
import type { Mismatch, Quantity, QuantityKind } from '../../numbers/types.js';
import { spanOf } from '../../text/span.js';
import type { LanguageCode } from '../../text/types.js';
import type { Kind } from '../types.js';

export interface MismatchOptions {
  readonly of: readonly Mismatch['kind'][];
}

/** Figures do not agree. `{stated}` and `{pair}` are the candidate's, `{computed}` is what the pair gives, with its unit. */
export const mismatch: Kind<MismatchOptions> = {
  kind: 'mismatch',
  create:
    ({ of }) =>
    (reading, { interfaceLanguage }) =>
      reading.mismatches
        .filter(({ kind }) => of.includes(kind))
        .map((found) => ({
          span: spanOf(found),
          values: {
            stated: found.stated,
            pair: found.pair,
            computed: computedOf(found, statedFigure(reading, found), interfaceLanguage),
          },
        })),
};

/** Null where what is stated is a word of direction. */
function statedFigure(
  { quantities, document: { text } }: Reading,
  { start, end, stated }: Mismatch,
): Quantity | null {
  const figure = quantities.find(
    (quantity) =>
      start <= quantity.start && quantity.end <= end && text.slice(quantity.start, quantity.end) === stated,
  );
  return figure ?? null;
}

/** A change told by a word of direction is given in percent; points that were called percent as both. */
function computedOf({ kind, computed }: Mismatch, figure: Quantity | null, language: LanguageCode): string {
  const said = withUnit(computed, figure?.kind ?? null, language);
  if (kind !== 'percent-or-points' || figure?.kind !== 'percent') return said;
  const points = withUnit(figure.value, 'points', language);
  return language === 'ru' ? `${points}, то есть ${said}` : `${points}, or ${said}`;
}

/** «20 %», «2,5 раза», «5 раз»: as the language writes it. */
function withUnit(value: number, kind: QuantityKind | null, language: LanguageCode): string {
  const russian = language === 'ru';
  const number = russian ? String(value).replace('.', ',').replace('-', '−') : String(value);
  switch (kind) {
    case 'multiple':
      return russian ? `${number} ${russianTimes(value)}` : `${number} times`;
    case 'fraction':
      return number;
    case 'points':
      return russian ? `${number} п. п.` : `${number} points`;
    default:
      return russian ? `${number}\u00a0%` : `${number}%`;
  }
}

/** «2 раза», «2,5 раза», «5 раз». */
function russianTimes(value: number): string {
  const category = new Intl.PluralRules('ru').select(value);
  return category === 'one' || category === 'many' ? 'раз' : 'раза';
}
