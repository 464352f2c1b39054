import { expect, it } from 'vitest';
import { nearest } from '../../src/content/nearest.js';

const KNOWN = ['criteria', 'competencies', 'hint', 'id'];

it.each([
  ['critera', 'criteria'],
  ['Criteria', 'criteria'],
  ['hnit', 'hint'], // two letters that changed places
  ['hunt', 'hint'],
  ['hatt', null], // two of four letters: too little in common
  ['hin', 'hint'],
  ['price', null],
  ['', null],
  ['x'.repeat(1_000_000), null],
])('%.20s → %s', (name, near) => {
  expect(nearest(name, KNOWN)).toBe(near);
});

it('knows nothing near where nothing is known', () => {
  expect(nearest('criteria', [])).toBeNull();
});
