/**
 * How far the telling has come. Whether «клиент продлил договор» is a circumstance or an outcome depends on whether
 * somebody has acted before it, and a chain of labels forgets all but the last: so the model also keeps which of some
 * labels was told last (a state of the chain is a label in a phase).
 */
export interface Phases {
  /** The first, without a name, holds until one of those labels is told. */
  readonly names: readonly string[];
  /** Label → phase after it, as indices; -1 where the phase stays as it was. */
  readonly behind: readonly number[];
}

/** @param behind label → phase that holds after it; labels that change nothing are left out */
export function phasesOf(labels: readonly string[], behind: Readonly<Record<string, string>> = {}): Phases {
  const names = ['', ...new Set(labels.flatMap((label) => behind[label] ?? []))];
  return { names, behind: labels.map((label) => names.indexOf(behind[label] ?? '-')) };
}

/** Name of a row of weights that holds in one phase: `cue:change@acted`; without a name the phase adds none. */
export function inPhase(name: string, phase: string): string {
  return phase === '' ? name : `${name}@${phase}`;
}

/** A label in a phase, and the name of its row of weights. */
export interface State {
  readonly label: string;
  readonly phase: string;
  readonly name: string;
}

/** All states, phase after phase: the order in which rows and scores of states stand everywhere. */
export function statesOf(labels: readonly string[], phases: Phases): State[] {
  return phases.names.flatMap((phase) =>
    labels.map((label) => ({ label, phase, name: inPhase(label, phase) })),
  );
}

/** State → the first state of the phase that holds after it. */
export function statesAfter({ names, behind }: Phases): Int32Array {
  const labels = behind.length;
  return Int32Array.from({ length: labels * names.length }, (_, state) => {
    const phase = behind[state % labels] as number;
    return phase < 0 ? state - (state % labels) : phase * labels;
  });
}
