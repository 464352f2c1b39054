import { type WeightTable, weightTable } from '../content/packed-weights.js';
import { inPhase, type Phases, phasesOf, type State, statesOf } from '../content/phases.js';
import type {
  AbsenceLimits,
  CueWeight,
  Framework,
  FrameworkPart,
  LanguageModel,
  LogOdds,
} from '../content/types.js';
import type { StepWeights } from './decode.js';

/** The weights of a reader: what each feature weighs for each label, and each step from label to label. */
export interface ReaderWeights extends StepWeights {
  readonly labels: readonly string[];
  readonly features: WeightTable;
  readonly missingAbove: Readonly<Record<string, AbsenceLimits>>;
  readonly missingAboveLong: Readonly<Record<string, AbsenceLimits>>;
  /** What tells a story from what is none; null where nothing was fitted. */
  readonly story: LogOdds | null;
  /** What tells a figure of effect from others; null where nothing was fitted. */
  readonly figures: LogOdds | null;
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
  const phases = phasesOf(labels, lent?.phases);
  const { table, add } = tableOver(lent, labels, phases);
  addCues(framework, scale, add);
  const steps = (where: 'transitions' | 'inside', from: State): number[] =>
    labels.map((next) => lent?.step(where, from, next) ?? stepBetween(framework, from.label, next, scale));
  const states = statesOf(labels, phases);
  return {
    labels,
    features: table,
    phases,
    transitions: [...states, { label: 'start', phase: '', name: 'start' }].map((state) =>
      steps('transitions', state),
    ),
    inside: lent?.inside === true ? states.map((state) => steps('inside', state)) : null,
    sameSentence: lent?.sameSentence ?? labels.map((label) => (label === framework.neutral ? 0 : scale.stay)),
    missingAbove: {},
    missingAboveLong: {},
    story: lent?.story ?? null,
    figures: lent?.figures ?? null,
  };
}

/** Adds to what a feature weighs for a label, whatever the phase. */
type AddWeight = (feature: string, label: string, weight: number) => void;

/** A table of weights that begins with those that are lent, and what adds to it. */
function tableOver(
  lent: LentWeights | null,
  labels: readonly string[],
  phases: Phases,
): { readonly table: WeightTable; readonly add: AddWeight } {
  const rows = new Map<string, Float64Array>();
  // The same rows by their names in the encoding of the table that lends.
  const encodedRows = new Map<string, Float64Array>();
  const encode = lent?.table.encode ?? asItIs;
  const add: AddWeight = (feature, label, weight) => {
    const at = labels.indexOf(label);
    for (const phase of phases.names) {
      const name = inPhase(feature, phase);
      const row =
        rows.get(name) ??
        lent?.rowOf(lent.table.get(name)) ??
        lent?.rowOf(lent.table.get(feature)) ??
        new Float64Array(labels.length);
      row[at] = (row[at] ?? 0) + weight;
      rows.set(name, row);
      const encodedName = encode(name);
      if (encodedName !== null) encodedRows.set(encodedName, row);
    }
  };
  const table: WeightTable = {
    get: (name) => {
      const known = rows.get(name);
      if (known !== undefined) return known;
      const row = lent?.rowOf(lent.table.get(name));
      if (row !== undefined) rows.set(name, row);
      return row;
    },
    encode,
    width: labels.length,
    readEncoded: (name, to, at) => {
      const row = encodedRows.get(name);
      if (row !== undefined) to.set(row, at);
      return row !== undefined || lent?.readEncoded(name, to, at) === true;
    },
    stemsBefore: (stem) => lent?.table.stemsBefore(stem),
  };
  return { table, add };
}

/** What the cues, the headings and the place of each part weigh. */
function addCues({ parts }: Framework, scale: Scale, add: AddWeight): void {
  for (const { id, label, cues, uses } of parts) {
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
  const first = parts[0];
  const last = parts.at(-1);
  if (first !== undefined) add('position:first', first.label, scale.place);
  if (last !== undefined) add('position:last', last.label, scale.place);
}

function asItIs(piece: string): string {
  return piece;
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
  /** Label → phase after it. */
  readonly phases: Readonly<Record<string, string>>;
  readonly sameSentence: number;
  readonly story: LogOdds | null;
  readonly figures: LogOdds | null;
  /** A row of the table in the order of the labels of the framework that borrows it, which is another array. */
  readonly rowOf: (row: Float64Array | undefined) => Float64Array | undefined;
  /** As that of the table, with the row in the order of those labels. */
  readonly readEncoded: WeightTable['readEncoded'];
  /** Whether steps inside a sentence are lent, too. */
  readonly inside: boolean;
  /** Undefined where one of the labels is lent nothing. */
  readonly step: (where: 'transitions' | 'inside', from: State, next: string) => number | undefined;
}

function lentWeights(framework: Framework, like: string, language: LanguageModel): LentWeights {
  const weights = language.weights[like];
  if (weights === undefined) throw new Error(`language '${language.code}' has no weights for '${like}'`);
  const table = weightTable(weights);
  const source = (label: string): string =>
    framework.parts.find((part) => part.label === label)?.like ?? label;
  const places = framework.labels.map((label) => weights.labels.indexOf(source(label)));
  const reordered = (row: Float64Array) => Float64Array.from(places, (place) => row[place] ?? 0);
  return {
    table,
    phases: Object.fromEntries(
      framework.labels.flatMap((label) => {
        const phase = weights.phases?.[source(label)];
        return phase === undefined ? [] : [[label, phase]];
      }),
    ),
    sameSentence: weights.sameSentence,
    story: weights.story === undefined ? null : lentStory(weights.story, framework.labels, source),
    figures: weights.figures ?? null,
    readEncoded: (name, to, at) => {
      const row = new Float64Array(table.width);
      if (!table.readEncoded(name, row, 0)) return false;
      to.set(reordered(row), at);
      return true;
    },
    rowOf: (row) => (row === undefined ? undefined : reordered(row)),
    inside: weights.inside !== undefined,
    step: (where, { label, phase }, next) =>
      weights[where]?.[inPhase(source(label), phase)]?.[weights.labels.indexOf(source(next))],
  };
}

/** A sign of the lending framework's label counts for every label that borrows it. */
function lentStory(
  { bias, signs }: LogOdds,
  labels: readonly string[],
  source: (label: string) => string,
): LogOdds {
  const own = labels.map((label) => [`label:${label}`, signs[`label:${source(label)}`] ?? 0]);
  return { bias, signs: { ...signs, ...Object.fromEntries(own) } };
}
