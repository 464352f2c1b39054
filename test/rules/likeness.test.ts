import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstAlike, signatureOf } from '../../src/rules/likeness.js';
import { expectLinear } from '../support/growth.js';

const words = (text: string) =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
const alike = (...texts: readonly string[]) => firstAlike(texts, (text) => signatureOf(words(text)));

const STORY =
  'In March our courier firm lost two of its five vans and parcels for nine shops were late every day. I had to keep all nine shops from leaving us by the end of May. I called each owner agreed a new pick up time and rewrote the routes. Late parcels fell from forty to three a week and all nine shops renewed their contracts in May.';
const OTHER =
  'In June the night shift of our help desk lost its lead and tickets of three banks waited until the morning. I was asked to hold the service level until somebody was found. I took the shift myself for a month wrote down the twelve questions that came again and again and trained two agents. The share of tickets answered within the hour went from half to nine in ten.';

describe('texts that say the same', () => {
  test.each<[string, string]>([
    ['whole', STORY],
    ['a word changed', STORY.replace('courier', 'parcel')],
    ['two words changed', STORY.replace('March', 'April').replace('forty', 'fifty')],
    ['a sentence added', `${STORY} That was the hardest spring of all.`],
    ['an opening added', `Well, so here is what I can tell you about it. ${STORY}`],
  ])('%s', (_, text) => {
    expect(alike(STORY, OTHER, text)).toEqual([null, null, STORY]);
  });

  test.each<[string, string]>([
    ['another story', OTHER],
    ['the same situation, another story', STORY.slice(0, 150) + OTHER.slice(100)],
    ['half of each', STORY.slice(0, STORY.length / 2) + OTHER.slice(OTHER.length / 2)],
    ['the words in another order', words(STORY).sort().join(' ')],
  ])('not: %s', (_, text) => {
    expect(alike(STORY, text)).toEqual([null, null]);
  });
});

test('of many copies each names the first', () => {
  expect(alike(STORY, OTHER, STORY, OTHER, STORY)).toEqual([null, null, STORY, OTHER, STORY]);
});

test('a copy is found, whatever stands around it', () => {
  const word = fc.constantFrom(...words(`${STORY} ${OTHER}`));
  const text = fc.array(word, { minLength: 20, maxLength: 60 }).map((list) => list.join(' '));
  fc.assert(
    fc.property(text, fc.array(text, { maxLength: 20 }), (copy, others) => {
      expect(alike(copy, ...others, copy).at(-1)).not.toBeNull();
    }),
    { numRuns: 100 },
  );
});

test('a signature is plain text of one length, the same every time', () => {
  const signature = signatureOf(words(STORY));
  expect(signature).toHaveLength(128);
  expect(signatureOf(words(STORY))).toBe(signature);
  expect(JSON.parse(JSON.stringify(signature))).toBe(signature);
  expect(signatureOf([])).toBe(' '.repeat(128));
});

test('twenty thousand texts are compared in linear time', async () => {
  await expectLinear((count) => {
    const texts = Array.from({ length: count }, (_, index) =>
      Array.from({ length: 60 }, (__, at) => `w${(index * 7919 + at * 104729) % 5000}`),
    ).map((list) => signatureOf(list));
    return () => firstAlike(texts, (signature) => signature);
  }, 2500);
});
