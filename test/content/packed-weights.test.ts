import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packWeights, type WeightTable, weightTable } from '../../src/content/packed-weights.js';
import type { Weights } from '../../src/content/types.js';

const WEIGHTS: Weights = {
  labels: ['a', 'b'],
  sameSentence: 1,
  transitions: {},
  features: { bias: [0.07, -0.29], 'stem:снизи': [5.17, -9.59], 'pair:i "left"': [0, 9.59] },
};

/** Sorted, encoded. */
function stemsBefore(table: WeightTable, stem: string): readonly string[] | undefined {
  const encoded = table.encode(stem);
  return encoded === null ? undefined : table.stemsBefore(encoded)?.toSorted();
}

test.each([
  ['plain', weightTable(WEIGHTS)],
  ['packed', weightTable(packWeights(WEIGHTS))],
])('a %s table gives every weight exactly', (_name, table) => {
  for (const [name, row] of Object.entries(WEIGHTS.features)) {
    expect([...(table.get(name) ?? [])]).toEqual(row);
  }
  expect(table.get('stem')).toBeUndefined();
  expect(stemsBefore(table, '"left"')).toEqual(['i']);
  expect(['i', 'снизи'].filter((stem) => stemsBefore(table, stem) !== undefined)).toEqual([]);
});

test.each([
  ['a third decimal', { bias: [0.125, 0] }],
  ['a weight out of reach', { bias: [400, 0] }],
  ['the divider in a name', { 'stem:a|b': [1, 0] }],
  ['a letter where Cyrillic ones are encoded', { 'stem:straß': [1, 0] }],
])('%s cannot be packed', (_name, features) => {
  expect(() => packWeights({ ...WEIGHTS, features })).toThrow(/cannot be packed/);
});

const name = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'аbё: ’日'), maxLength: 6 }),
  fc
    .tuple(
      fc.constantFrom('stem:', 'pair:', 'pair:я ', 'start:', 'ending:', 'position:', ''),
      fc.string({ unit: fc.constantFrom(...'сниab'), maxLength: 4 }),
    )
    .map((parts) => parts.join('')),
);
const row = fc.array(
  fc.integer({ min: -32_000, max: 32_000 }).map((hundredths) => hundredths / 100),
  {
    minLength: 2,
    maxLength: 2,
  },
);

test('a packed table answers as a plain one', () => {
  fc.assert(
    fc.property(fc.dictionary(name, row, { maxKeys: 40 }), fc.array(name), (features, others) => {
      const weights = { ...WEIGHTS, features };
      const plain = weightTable(weights);
      const packed = weightTable(packWeights(weights));
      for (const asked of [...Object.keys(features), ...others, ...others]) {
        const encoded = stemsBefore(plain, asked)?.map(packed.encode);
        expect(stemsBefore(packed, asked)).toEqual(encoded?.toSorted());
        const row = new Float64Array(1 + packed.width);
        expect(packed.readEncoded(packed.encode(asked) ?? '|', row, 1)).toBe(plain.get(asked) !== undefined);
        expect([...row]).toEqual([0, ...(plain.get(asked) ?? new Float64Array(packed.width))]);
        expect(packed.get(asked)).toEqual(plain.get(asked));
      }
    }),
  );
});

test('a word with a letter where Cyrillic ones are encoded is none of the names', () => {
  // «°» lies where «а» is encoded.
  const table = weightTable(packWeights({ ...WEIGHTS, features: { 'stem:а': [1, 0], 'pair:а а': [0, 1] } }));
  expect(table.get('stem:°')).toBeUndefined();
  expect(stemsBefore(table, '°')).toBeUndefined();
  expect(stemsBefore(table, 'а')).toEqual(['°']);
});

test('a piece of two million letters is encoded like any other', () => {
  const encoded = weightTable(packWeights(WEIGHTS)).encode('ж'.repeat(2_000_000));
  expect(encoded).toHaveLength(2_000_000);
});
