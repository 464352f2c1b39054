import type { NumberLexicon, NumberWord, UnitWord } from './types.js';

/** Forms of one word, with spaces between. */
type Forms = string;

/** How a language says numbers, units and months. */
export interface NumberWords {
  /** Value and rank. */
  readonly cardinals: readonly (readonly [number, 1 | 2 | 3 | 4, Forms])[];
  readonly scales: readonly (readonly [number, Forms])[];
  /** Scales that are meant only right after digits. */
  readonly gluedScales: readonly (readonly [number, Forms])[];
  readonly ordinals: readonly (readonly [number, Forms])[];
  readonly parts: readonly (readonly [number, Forms])[];
  readonly multiples: readonly (readonly [number, Forms])[];
  readonly repetitions: readonly (readonly [number, Forms])[];
  /** Durations in one word: amount and unit. */
  readonly durations: readonly (readonly [number, string, Forms])[];
  /** What each is worth after a number; null: nothing. */
  readonly vague: readonly (readonly [number | null, Forms])[];
  /** Unit, the forms that stand alone for one of them («за неделю»), the other forms. */
  readonly timeUnits: readonly (readonly [string, Forms, Forms])[];
  /** The other units, and what is meant otherwise by a form of a unit of time. */
  readonly units: readonly (readonly [UnitWord, Forms])[];
  readonly months: Forms;
  /** Months that are words of another meaning, too. */
  readonly uncertainMonths: Forms;
  /** Beginnings of words that say that something became less, more. */
  readonly down: Forms;
  readonly up: Forms;
}

/** The words of a language, each by its form. */
export function lexiconFrom(words: NumberWords): NumberLexicon {
  return {
    numbers: numbersOf(words),
    units: unitsOf(words),
    months: new Map([
      ...split(words.months).map((form) => [form, true] as const),
      ...split(words.uncertainMonths).map((form) => [form, false] as const),
    ]),
    down: split(words.down),
    up: split(words.up),
  };
}

function split(forms: Forms): string[] {
  return forms.split(' ').filter((form) => form !== '');
}

/** Of forms that are alike, the last one counts. */
function adder<T>(map: Map<string, T>): (forms: Forms, word: T) => void {
  return (forms, word) => {
    for (const form of split(forms)) map.set(form, word);
  };
}

function numbersOf(words: NumberWords): Map<string, NumberWord> {
  const map = new Map<string, NumberWord>();
  const add = adder(map);
  for (const [value, forms] of words.ordinals) add(forms, { is: 'ordinal', value });
  for (const [value, forms] of words.parts) add(forms, { is: 'part', value });
  for (const [value, forms] of words.multiples) add(forms, { is: 'multiple', value });
  for (const [value, forms] of words.repetitions) add(forms, { is: 'repetition', value });
  for (const [value, unit, forms] of words.durations) add(forms, { is: 'duration', value, unit });
  for (const [value, forms] of words.vague)
    add(forms, value === null ? { is: 'vague' } : { is: 'vague', value });
  for (const [value, rank, forms] of words.cardinals) add(forms, { is: 'cardinal', value, rank });
  for (const [value, forms] of words.scales) add(forms, { is: 'scale', value });
  for (const [value, forms] of words.gluedScales) add(forms, { is: 'scale', value, glued: true });
  return map;
}

function unitsOf({ timeUnits, units }: NumberWords): Map<string, UnitWord> {
  const map = new Map<string, UnitWord>();
  const add = adder(map);
  for (const [unit, single, others] of timeUnits) {
    add(others, { kind: 'duration', unit });
    add(single, { kind: 'duration', unit, single: true });
  }
  for (const [word, forms] of units) add(forms, word);
  return map;
}
