import { type WeightTable, weightTable } from '../content/packed-weights.js';
import type { CueWeight, Framework, FrameworkPart, LanguageModel, StoryWeights } from '../content/types.js';

/** The weights of a reader: what each feature weighs for each label, and each step from label to label. */
export interface ReaderWeights {
  readonly labels: readonly string[];
  readonly features: WeightTable;
  /** A row for each label before and a last one for the start. */
  readonly transitions: readonly (readonly number[])[];
  /** Weight of keeping a label inside a sentence, one for all labels or one for each. */
  readonly sameSentence: number | readonly number[];
  /** What tells a story from what is none; null where nothing was fitted. */
  readonly story: StoryWeights | null;
}

/**
 * How much a signal weighs. A part needs one strong cue, or a weak one and something else that agrees: the
 * place in the answer, the part before, another weak one. Without either it is far behind the neutral label,
 * so that a long answer does not add up to a part that nothing in it speaks for.
 */
const SCALE = {
  base: -5,
  strong: 9,
  weak: 4,
  again: 1,
  /** Under a heading, and where the heading surely covers it. */
  under: 1,
  headed: 17,
  /** For the first part at the beginning and the last part at the end. */
  place: 1,
  /** Goes on: what follows a part without a signal of its own belongs to it. */
  stay: 4,
  next: 1,
  later: 0.5,
  back: -1,
  leave: -1.5,
} as const;

/** Where fitted weights are lent, cues only correct them. */
const LENT_SCALE = {
  ...SCALE,
  base: 0,
  strong: 3,
  weak: 1.5,
  again: 0.4,
  under: 5,
  headed: 0,
  place: 0,
  stay: 0.5,
};

/**
 * The weights of a framework that nothing was fitted for: they follow from its cues, its headings and the order
 * of its parts, and from the fitted weights that its parts lend.
 *
 * @throws Error where it lends weights that the language does not have
 */
export function cueWeights(framework: Framework, language: LanguageModel): ReaderWeights {
  const { labels } = framework;
  const lent = framework.like === null ? null : lentWeights(framework, framework.like, language);
  const scale = lent === null ? SCALE : LENT_SCALE;
  const rows = new Map<string, Float64Array>();
  const add = (feature: string, label: string, weight: number): void => {
    const row = rows.get(feature) ?? lent?.row(feature) ?? new Float64Array(labels.length);
    const at = labels.indexOf(label);
    row[at] = (row[at] ?? 0) + weight;
    rows.set(feature, row);
  };
  for (const { id, label, cues, uses } of framework.parts) {
    add('bias', label, scale.base);
    add(`under:${id}`, label, scale.under);
    add(`headed:${id}`, label, scale.headed);
    for (const cue of cues) {
      add(`cue:${cue.id}`, label, scale[cue.weight]);
      add(`cue-again:${cue.id}`, label, scale.again);
    }
    for (const weight of ['strong', 'weak'] satisfies CueWeight[])
      for (const feature of uses[weight]) add(feature, label, scale[weight]);
  }
  const first = framework.parts[0];
  const last = framework.parts.at(-1);
  if (first !== undefined) add('position:first', first.label, scale.place);
  if (last !== undefined) add('position:last', last.label, scale.place);
  return {
    labels,
    features: {
      has: (name) => rows.has(name) || lent?.table.has(name) === true,
      get: (name) => {
        const known = rows.get(name);
        if (known !== undefined) return known;
        const row = lent?.row(name);
        if (row !== undefined) rows.set(name, row);
        return row;
      },
      pairsWith: (stem) => lent?.table.pairsWith(stem),
    },
    transitions: [...labels, 'start'].map((before) =>
      labels.map((next) => lent?.step(before, next) ?? stepBetween(framework, before, next, scale)),
    ),
    sameSentence: lent?.sameSentence ?? labels.map((label) => (label === framework.neutral ? 0 : scale.stay)),
    story: lent?.story ?? null,
  };
}

type Scale = Readonly<Record<keyof typeof SCALE, number>>;

/** Parts come in the order of the framework more readily than against it. */
function stepBetween({ parts, neutral }: Framework, before: string, next: string, scale: Scale): number {
  const place = (label: string): number => parts.findIndex((part) => part.label === label);
  if (next === neutral) return before === neutral || before === 'start' ? 0 : scale.leave;
  if (before === neutral) return 0;
  const from = place(before);
  const to = place(next);
  if (from === to) return (parts[from] as FrameworkPart).brief ? 0 : scale.stay;
  if (to === from + 1) return scale.next;
  return to > from ? scale.later : scale.back;
}

interface LentWeights {
  readonly table: WeightTable;
  readonly sameSentence: number;
  readonly story: StoryWeights | null;
  /** A new row in the order of the labels of the framework that lends it; undefined for an unknown feature. */
  readonly row: (feature: string) => Float64Array | undefined;
  /** Undefined where one of the labels is lent nothing. */
  readonly step: (before: string, next: string) => number | undefined;
}

function lentWeights(framework: Framework, like: string, language: LanguageModel): LentWeights {
  const weights = language.weights[like];
  if (weights === undefined) throw new Error(`language '${language.code}' has no weights for '${like}'`);
  const table = weightTable(weights);
  const source = (label: string): string =>
    framework.parts.find((part) => part.label === label)?.like ?? label;
  const places = framework.labels.map((label) => weights.labels.indexOf(source(label)));
  return {
    table,
    sameSentence: weights.sameSentence,
    story: weights.story === undefined ? null : lentStory(weights.story, framework.labels, source),
    row: (feature) => {
      const row = table.get(feature);
      return row === undefined ? undefined : Float64Array.from(places, (place) => row[place] ?? 0);
    },
    step: (before, next) => weights.transitions[source(before)]?.[weights.labels.indexOf(source(next))],
  };
}

/** A sign of the lending framework's label counts for every label that borrows it. */
function lentStory(
  { bias, signs }: StoryWeights,
  labels: readonly string[],
  source: (label: string) => string,
): StoryWeights {
  const own = labels.map((label) => [`label:${label}`, signs[`label:${source(label)}`] ?? 0]);
  return { bias, signs: { ...signs, ...Object.fromEntries(own) } };
}
