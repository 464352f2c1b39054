import { expect, test } from 'vitest';
import { packWeights, weightTable } from '../../src/content/packed-weights.js';
import type { Weights } from '../../src/content/types.js';

const WEIGHTS: Weights = {
  labels: ['a', 'b'],
  sameSentence: 1,
  transitions: {},
  features: { bias: [0.07, -0.29], 'stem:снизи': [5.17, -9.59], 'pair:i "left"': [0, 9.59] },
};

test.each([
  ['plain', weightTable(WEIGHTS)],
  ['packed', weightTable(JSON.parse(JSON.stringify(packWeights(WEIGHTS))))],
])('a %s table gives every weight exactly', (_name, table) => {
  for (const [name, row] of Object.entries(WEIGHTS.features)) {
    expect(table.has(name)).toBe(true);
    expect([...(table.get(name) ?? [])]).toEqual(row);
  }
  expect(table.has('stem')).toBe(false);
  expect(table.get('stem')).toBeUndefined();
  expect(['"left"', 'i', 'снизи'].filter(table.endsPair)).toEqual(['"left"']);
});

test.each([
  ['a third decimal', { bias: [0.125, 0] }],
  ['a weight out of reach', { bias: [12, 0] }],
  ['the divider in a name', { 'stem:a|b': [1, 0] }],
])('%s cannot be packed', (_name, features) => {
  expect(() => packWeights({ ...WEIGHTS, features })).toThrow(/cannot be packed/);
});
