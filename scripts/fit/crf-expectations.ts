import { type Phases, statesAfter } from '../../src/content/phases.js';
import type { Batch } from './crf-batch.js';

/** Answers, and how likely each step is. */
interface Chain {
  readonly batch: Batch;
  readonly phases: Phases;
  /** Exponentials of the transitions between sentences and inside one. */
  readonly between: Float64Array;
  readonly inside: Float64Array;
}

/** What is expected, added up over answers. */
interface Expected {
  /** Probability of each state at each clause. */
  readonly states: Float64Array;
  /** Expected number of each transition, in the layout of the transitions. */
  readonly transitions: Float64Array;
  readonly inside: Float64Array;
}

/** Arrays that all answers share. */
interface Room {
  /** Clause of the answer and state → probability of both with all that stands before. */
  readonly forward: Float64Array;
  /** State → how well it goes on from the clause that is looked at. */
  readonly backward: Float64Array;
  readonly before: Float64Array;
  /** State and next label → how likely both are. */
  readonly joint: Float64Array;
}

/** A chain with what follows from its phases. A state leads to the states of one phase, as in `stepsOf` of the analyzer. */
interface OpenChain extends Chain {
  readonly labels: number;
  /** Number of states. */
  readonly size: number;
  /** State → first state of the phase after it. */
  readonly behind: Int32Array;
}

type BatchAnswer = Batch['answers'][number];

/** Forward–backward over one answer at a time with scaled sums; what is expected is added up, times a factor. */
export function expectations(chain: Chain, sums: Expected) {
  const { batch, phases } = chain;
  const labels = phases.behind.length;
  const size = labels * phases.names.length;
  const open: OpenChain = { ...chain, labels, size, behind: statesAfter(phases) };
  const longest = Math.max(0, ...batch.answers.map(({ start, end }) => end - start));
  const room: Room = {
    forward: new Float64Array(longest * size),
    backward: new Float64Array(size),
    before: new Float64Array(size),
    joint: new Float64Array(size * labels),
  };
  return (answer: BatchAnswer, evidence: Float64Array, factor: number): void => {
    goForward(open, answer, evidence, room);
    room.backward.fill(1);
    for (let index = answer.end - answer.start - 1; index >= 0; index--) {
      addStates(open, { answer, index, factor }, room, sums);
      if (index > 0) addSteps(open, { answer, index, factor }, { evidence, room, sums });
    }
  };
}

/** Fills `forward`. */
function goForward(
  { batch, labels, size, behind, between, inside }: OpenChain,
  { start, end }: BatchAnswer,
  evidence: Float64Array,
  { forward }: Room,
): void {
  const count = end - start;
  forward.fill(0, 0, count * size);
  for (let index = 0; index < count; index++) {
    const here = index * size;
    if (index === 0)
      for (let label = 0; label < labels; label++) forward[label] = between[size * labels + label]!;
    else {
      const table = batch.continues[start + index] === 1 ? inside : between;
      for (let from = 0; from < size; from++) {
        const share = forward[here - size + from]!;
        if (share === 0) continue;
        const to = here + behind[from]!;
        for (let label = 0; label < labels; label++)
          forward[to + label]! += share * table[from * labels + label]!;
      }
    }
    for (let state = 0; state < size; state++)
      forward[here + state]! *= evidence[(start + index) * size + state]!;
    normalise(forward, here, size);
  }
}

/** A clause of an answer, and the factor of what is added up. */
interface Place {
  readonly answer: BatchAnswer;
  readonly index: number;
  readonly factor: number;
}

/** Adds the probabilities of the states of a clause, and of the start where it is the first. */
function addStates(
  { labels, size }: OpenChain,
  { answer, index, factor }: Place,
  { forward, backward, before }: Room,
  sums: Expected,
): void {
  const here = index * size;
  const at = (answer.start + index) * size;
  for (let state = 0; state < size; state++) before[state] = forward[here + state]! * backward[state]!;
  normalise(before, 0, size);
  for (let state = 0; state < size; state++) sums.states[at + state]! += factor * before[state]!;
  if (index > 0) return;
  for (let label = 0; label < labels; label++)
    sums.transitions[size * labels + label]! += factor * before[label]!;
}

/** Adds the expected steps that lead to a clause, and goes back over them. */
function addSteps(
  { batch, labels, size, behind, between, inside }: OpenChain,
  { answer, index, factor }: Place,
  {
    evidence,
    room: { forward, backward, before, joint },
    sums,
  }: { readonly evidence: Float64Array; readonly room: Room; readonly sums: Expected },
): void {
  const here = index * size;
  const at = (answer.start + index) * size;
  const isInside = batch.continues[answer.start + index] === 1;
  const table = isInside ? inside : between;
  let total = 0;
  before.fill(0);
  joint.fill(0);
  for (let from = 0; from < size; from++) {
    const share = forward[here - size + from]!;
    // A state that nothing leads to is passed over.
    if (share === 0) continue;
    const to = behind[from]!;
    for (let label = 0; label < labels; label++) {
      const step = from * labels + label;
      const onward = table[step]! * evidence[at + to + label]! * backward[to + label]!;
      before[from]! += onward;
      joint[step] = share * onward;
      total += joint[step]!;
    }
  }
  const found = isInside ? sums.inside : sums.transitions;
  for (let step = 0; step < joint.length; step++) found[step]! += (factor * joint[step]!) / total;
  normalise(before, 0, size);
  backward.set(before);
}

/** Some values to a sum of 1. */
function normalise(values: Float64Array, start: number, size: number): void {
  let total = 0;
  for (let at = start; at < start + size; at++) total += values[at]!;
  for (let at = start; at < start + size; at++) values[at]! /= total || 1;
}
