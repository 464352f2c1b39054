import { describe, expect, test } from 'vitest';
import {
  deletions,
  insertions,
  ORDERS,
  type ReadAs,
  reordered,
  withoutPart,
  withSentence,
} from '../../scripts/accuracy/changes.js';
import { PARTS, partsIn } from '../../scripts/accuracy/corpus.js';
import { labelled, perfect } from './labelled.js';

const whole = labelled(['S a', 'T b', 'A c', 'A d', 'R e'], { id: 'x1-001' });
const folded = labelled(['ST a', 'A b', 'AR c', 'R d'], { id: 'x1-002' });
const noResult = labelled(['S a', 'T b', 'A c'], { id: 'x1-003' });
const pairs = [whole, folded, noResult].map((answer) => ({ answer, prediction: perfect(answer) }));

/** Says of every variant what is true of it. */
const perfectly: ReadAs = (answer, sentences) =>
  perfect({ ...answer, sentences }, { reported: PARTS.filter((part) => !partsIn(sentences).includes(part)) });
/** Says the same whatever it reads. */
const deaf: ReadAs = (answer) => perfect(answer);

describe('deletions', () => {
  test.each([
    ['S', whole, 'TAAR'],
    ['A', whole, 'STR'],
    // Its first sentence carries S and T: neither goes alone.
    ['S', folded, null],
    ['T', folded, null],
    // The action with the result folded in goes with the result, another action stays.
    ['R', folded, 'SA'],
    // «AR» carries an action too, and the last result stays.
    ['A', folded, 'SR'],
    ['S', noResult, null],
  ])('of %s', (part, answer, kept) => {
    expect(
      withoutPart(answer, part)
        ?.map(({ label }) => label)
        .join('') ?? null,
    ).toBe(kept);
  });

  test('a perfect reader reports exactly the part', () => {
    expect(deletions(pairs, perfectly)).toEqual([
      { part: 'S', copies: 1, exactly: 1, alsoOthers: 0 },
      { part: 'T', copies: 1, exactly: 1, alsoOthers: 0 },
      { part: 'A', copies: 2, exactly: 2, alsoOthers: 0 },
      { part: 'R', copies: 2, exactly: 2, alsoOthers: 0 },
    ]);
  });

  test('a deaf, a nervous and a mistaken reader report nothing exactly', () => {
    const sum = (found: ReturnType<typeof deletions>) => [
      found.reduce((all, { exactly }) => all + exactly, 0),
      found.reduce((all, { alsoOthers }) => all + alsoOthers, 0),
    ];
    expect(sum(deletions(pairs, deaf))).toEqual([0, 0]);
    const nervous: ReadAs = (answer, sentences) => perfect({ ...answer, sentences }, { reported: PARTS });
    expect(sum(deletions(pairs, nervous))).toEqual([0, 6]);
    const wrongBefore = [{ answer: whole, prediction: perfect(whole, { reported: PARTS }) }];
    expect(sum(deletions(wrongBefore, perfectly))).toEqual([0, 0]);
  });
});

describe('insertions', () => {
  test('come where their part is expected', () => {
    const order = (added: string) =>
      withSentence(labelled(['S a', 'A b', 'R c', 'O d']).sentences, {
        text: 'new',
        label: added,
        also: null,
      })
        .map(({ label, text }) => (text === 'new' ? label.toLowerCase() : label))
        .join('');
    expect(['S', 'T', 'A', 'R'].map(order)).toEqual(['SsARO', 'StARO', 'SAaRO', 'SAROr']);
  });

  test('count only where the part was reported', () => {
    const told = (found: ReturnType<typeof insertions>) =>
      found.filter(({ copies }) => copies > 0).map(({ part, copies, heard }) => [part, copies, heard]);
    expect(told(insertions(pairs, perfectly))).toEqual([['R', 1, 1]]);
    expect(told(insertions(pairs, deaf))).toEqual([['R', 1, 0]]);
    const unreported = [
      ...pairs.slice(0, 2),
      { answer: noResult, prediction: perfect(noResult, { reported: [] }) },
    ];
    expect(told(insertions(unreported, perfectly))).toEqual([]);
  });
});

test('other orders keep the sentences and their labels', () => {
  const found = ORDERS.map(([name, order]) => {
    const texts = order(whole).map(({ text }) => text);
    return [name, name === 'shuffled' ? texts.toSorted() : texts].flat().join(' ');
  });
  expect(found).toEqual(['as written a b c d e', 'results first e a b c d', 'shuffled a b c d e']);
  const [pair] = reordered(pairs.slice(0, 1), ({ sentences }) => sentences.toReversed(), perfectly);
  expect(pair?.answer.sentences.map(({ label }) => label).join('')).toBe('RAATS');
  expect(pair?.prediction.labels.join('')).toBe('RAATS');
});
