import { describe, expect, test } from 'vitest';
import { gradeOf } from '../../src/rehearsal/grade.js';
import type { Outcome } from '../../src/rehearsal/outcome.js';
import type { PracticeRecord } from '../../src/rehearsal/record.js';
import { memoriesOf, reviewsOf } from '../../src/rehearsal/schedule.js';
import { outcome } from './question.js';

const WHOLE = { situation: 'present', task: 'implied', action: 'present', result: 'present' } as const;
const clean = (own: Partial<Outcome> = {}): Outcome => ({ ...outcome(), parts: WHOLE, ...own });
const rough = { ...clean(), findings: outcome('~vague').findings };
const broken = { ...clean(), findings: outcome('no-numbers').findings };
const missing = clean({ parts: { ...WHOLE, task: 'missing' } });
const empty = clean({ parts: { ...WHOLE, result: 'empty' } });
const unproven = clean({ resultNumber: false });

describe('grades', () => {
  test.each([
    ['an error', [broken], 'again'],
    ['a part that is missing', [missing], 'again'],
    ['a part that is named and empty', [empty], 'again'],
    ['a revision that leaves a warning', [broken, rough], 'again'],
    ['an error that the revision closed', [broken, clean()], 'hard'],
    ['a warning', [rough], 'hard'],
    ['a warning that the revision closed', [rough, clean()], 'good'],
    ['clean, without a figure of the result', [unproven], 'good'],
    ['clean, spoilt by the revision', [unproven, broken], 'good'],
    ['clean and proven at once', [clean()], 'easy'],
    ['clean and proven in two and a half minutes', [clean({ speakingSeconds: 150 })], 'easy'],
    ['clean and proven, and too long to listen to', [clean({ speakingSeconds: 151 })], 'good'],
    ['clean, all criteria touched', [clean({ resultNumber: false, criteria: { a: true, b: true } })], 'easy'],
    [
      'clean, less than a quarter of the criteria touched',
      [clean({ criteria: { a: true, b: false, c: false, d: false, e: false } })],
      'hard',
    ],
    ['clean, none of the criteria touched', [clean({ criteria: { a: false } })], 'hard'],
    ['clean, one criterion not', [clean({ resultNumber: false, criteria: { a: true, b: false } })], 'good'],
    ['notes alone', [{ ...clean(), findings: [{ rule: 'jargon', severity: 'info', evidence: '' }] }], 'easy'],
    ['nothing', [], 'again'],
  ] as const)('%s', (_, versions, grade) => {
    expect(gradeOf(versions)).toBe(grade);
  });
});

const DAY = 24 * 3600 * 1000;
const NOW = Date.UTC(2026, 0, 15, 12);

function record(days: number, own: Partial<PracticeRecord> = {}): PracticeRecord {
  return {
    at: new Date(NOW + days * DAY).toISOString(),
    session: `s${days}`,
    mode: 'practice',
    role: 'support-manager',
    question: 'a',
    attempt: 1,
    seconds: 60,
    outcome: clean(),
    ...own,
  };
}

describe('when a question is due', () => {
  const daysUntilDue = (...records: readonly PracticeRecord[]) => {
    const memory = memoriesOf(reviewsOf(records, NOW)).get('a');
    return memory && Math.round((memory.due - memory.last) / DAY);
  };

  test.each([
    ['again', broken, 1],
    ['hard', rough, 2],
    ['good', unproven, 3],
    ['easy', clean(), 8],
  ])('after a first answer that was %s', (_, own, days) => {
    expect(daysUntilDue(record(0, { outcome: own }))).toBe(days);
  });

  test('later each time it goes well, never in more than about two months', () => {
    expect(daysUntilDue(record(-3, { outcome: unproven }), record(0, { outcome: unproven }))).toBeGreaterThan(
      8,
    );
    const often = Array.from({ length: 9 }, (_, index) => record(-9 * 60 + index * 60));
    expect(daysUntilDue(...often)).toBeLessThan(66);
  });

  test('the versions of one session are one review', () => {
    const versions = [
      record(0, { outcome: broken, session: 's' }),
      record(0.01, { outcome: clean(), session: 's', attempt: 2 }),
    ];
    const reviews = reviewsOf(versions.toReversed(), NOW);
    expect(reviews.map(({ grade, at }) => [grade, at])).toEqual([['hard', NOW]]);
    expect(memoriesOf(reviews).get('a')?.reviews).toBe(1);
  });

  test('the order of the lines does not matter', () => {
    const records = [record(-9, { outcome: broken }), record(-5, { outcome: rough }), record(-1)];
    const memories = memoriesOf(reviewsOf(records, NOW));
    expect(memoriesOf(reviewsOf(records.toReversed(), NOW))).toEqual(memories);
  });

  test('a clock that was wrong puts nothing off for years', () => {
    const memory = memoriesOf(reviewsOf([record(-2), record(3000)], NOW)).get('a');
    expect(memory?.last).toBe(NOW);
    expect(((memory?.due ?? 0) - NOW) / DAY).toBeLessThan(66);
  });
});
