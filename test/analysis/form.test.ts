import { describe, expect, test } from 'vitest';
import { coveredByHeadings } from '../../src/analysis/form.js';
import { readDocument } from '../../src/text/document.js';
import { expectLinear } from '../support/growth.js';

const HEADINGS = [
  { part: 'situation', words: ['situation'] },
  { part: 'task', words: ['task'] },
];

function read(text: string) {
  return readDocument(text, { language: 'en', headings: HEADINGS });
}

describe('sentences that belong to the heading above them', () => {
  test.each([
    [
      'none before the first heading',
      'Hello.\nSituation: one.\nTask: two.',
      ['Situation: one.', 'Task: two.'],
    ],
    [
      'the line of a heading',
      'Situation: one. Two.\nThree.\nTask: four.',
      ['Situation: one.', 'Two.', 'Task: four.'],
    ],
    [
      'all below a heading with its own line',
      'Situation\nOne.\nTwo.\nThree.',
      ['Situation', 'One.', 'Two.', 'Three.'],
    ],
    [
      'the line of the last of two headings on it',
      'Situation: one. Task: two. Three.\nFour.\nTask: five.',
      ['Situation: one.', 'Task: two.', 'Three.', 'Task: five.'],
    ],
    ['only its own sentence in running text', 'I came. Situation: one. Two.', ['Situation: one.']],
  ])('%s', (_, text, sentences) => {
    const covered = [...coveredByHeadings(read(text))];
    expect(covered.map(({ start, end }) => text.slice(start, end))).toEqual(sentences);
  });

  test.each([
    ['sentences behind one heading', 'I did it. '],
    ['headings on one line', 'Task: two. '],
  ])('%s are found in time that grows with the text', async (_, piece) => {
    await expectLinear((count) => {
      const document = read(`Situation: one.\nTask: ${piece.repeat(count)}`);
      return () => coveredByHeadings(document);
    }, 4000);
  });
});
