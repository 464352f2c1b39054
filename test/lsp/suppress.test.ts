import { expect, test } from 'vitest';
import { commentPlaces } from '../../src/lsp/suppress.js';

const placesIn = (path: string, source: string) => commentPlaces(path, source, { top: 0, reason: 'why' });

/** Lines that a comment for a block or an answer goes before, one a line of the source. */
const placesOf = (path: string, source: string) =>
  source
    .split('\n')
    .map((_, line) => placesIn(path, source)(line).find(({ reach }) => reach === 'next')?.line);

test('in Markdown a comment goes before its block', () => {
  const source = '## A\nfirst\nsecond\n\nthird\n  fourth\n## B\nfifth';
  expect(placesOf('a.md', source)).toEqual([0, 1, 1, expect.anything(), 4, 4, 6, 7]);
});

test('in YAML it goes before the answer', () => {
  const source = 'role: r\nanswers:\n  - text: one\n    title: A\n  - text: two';
  expect(placesOf('a.yaml', source)).toEqual([undefined, undefined, 2, 2, 4]);
});

test.each([
  ['a.md', '<!-- star-disable-next vague -- why -->\n'],
  ['A.MD', '<!-- star-disable-next vague -- why -->\n'],
  ['a.markdown', '<!-- star-disable-next vague -- why -->\n'],
  ['a.yml', '# star-disable-next vague -- why\n'],
  ['a.YAML', '# star-disable-next vague -- why\n'],
])('%s: %s', (path, text) => {
  const places = placesIn(path, '- one')(0);
  expect(places.map(({ reach, line, comment }) => [reach, line, comment(['vague'])])).toEqual([
    ['next', 0, text],
    ['file', 0, text.replace('next', 'file')],
  ]);
  expect(places[0]?.comment(['vague', 'filler'])).toContain('-next vague, filler -- ');
});
