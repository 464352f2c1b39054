import { describe, expect, test } from 'vitest';
import { figuresOf } from '../../scripts/accuracy/figures.js';
import { intervals, measure } from '../../scripts/accuracy/measure.js';
import { labelled, perfect } from './labelled.js';

const whole = labelled(['S a', 'T b', 'A c', 'R d']);
const noTask = labelled(['S a', 'A b', 'A c', 'R d']);

describe('measure', () => {
  test('a perfect reading has no fault', () => {
    const pairs = [whole, noTask].map((answer) => ({ answer, prediction: perfect(answer) }));
    expect(measure(pairs)).toMatchObject({
      answers: 2,
      complete: 1,
      sentenceF1: 1,
      missingF1: 1,
      completeFlagged: 0,
      takenForStory: 1,
    });
    expect(intervals(pairs)).toEqual({ sentenceF1: { low: 1, high: 1 }, missingF1: expect.anything() });
  });

  test('counts sentences and parts of single answers', () => {
    const measured = measure([
      { answer: whole, prediction: perfect(whole, { labels: ['S', 'A', 'A', 'R'], reported: ['R'] }) },
      { answer: noTask, prediction: perfect(noTask, { reported: ['T'], story: false }) },
    ]);
    expect(measured.sentences.T).toMatchObject({ precision: 0, recall: 0, f1: 0 });
    expect(measured.sentences.A).toMatchObject({ precision: 0.75, recall: 1 });
    expect(measured.sentences.S?.f1).toBe(1);
    expect(measured.missing.T?.f1).toBe(1);
    expect(measured.missing.R).toMatchObject({ precision: 0, f1: 0 });
    expect(measured.lacking).toEqual({ S: 0, T: 1, A: 0, R: 0 });
    // Only T is lacking in some answer.
    expect(measured.missingF1).toBe(1);
    expect(measured.completeFlagged).toBe(1);
    expect(measured.takenForStory).toBe(0.5);
  });

  test('a task that is not heard flags no complete answer', () => {
    expect(
      measure([{ answer: whole, prediction: perfect(whole, { reported: ['T'] }) }]).completeFlagged,
    ).toBe(0);
  });

  test('numbers count by overlap with the labelled ones', () => {
    const answer = labelled(['S 40 calls a day', 'R now 12'], {
      figures: [
        { text: '40', role: 'scale' },
        { text: '12', role: 'effect' },
      ],
    });
    const prediction = perfect(answer, {
      figures: [
        { start: 0, end: 8, effect: false, measures: true },
        { start: 9, end: 10, effect: true, measures: true },
        // Found, and known to measure nothing: no fault.
        { start: 11, end: 12, effect: false, measures: false },
      ],
    });
    const { figures, effects } = measure([{ answer, prediction }]);
    expect(figures).toMatchObject({ precision: 0.5, recall: 0.5 });
    expect(effects).toMatchObject({ precision: 0, recall: 0 });
  });
});

describe('figures are found in their order', () => {
  const places = (text: string, wanted: readonly string[]) =>
    figuresOf(labelled([`S ${text}`], { figures: wanted.map((one) => ({ text: one, role: 'other' })) })).map(
      ({ start, end }) => [start, end],
    );

  test.each([
    ['2 of 2024, then 2 more', ['2', '2024', '2'], [0, 5, 16]],
    // Not the one inside a year.
    ['in 2024 we were 2', ['2'], [16]],
    // Labels in another order: still each a place of its own.
    ['5 calls, 7 letters, 5 visits', ['7', '5', '5'], [9, 20, 0]],
    ['nothing here', ['9'], []],
    // A part of a word where there is no other: «24/7», "40th".
    ['the 40th call', ['40'], [4]],
  ])('%s', (text, wanted, starts) => {
    expect(places(text, wanted).map(([start]) => start)).toEqual(starts);
  });
});
