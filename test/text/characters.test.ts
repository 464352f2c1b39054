import { describe, expect, test } from 'vitest';
import { hasTwoCapitals, isAbbreviation } from '../../src/text/characters.js';

const WORDS = [
  '',
  'a',
  'A',
  'Ab',
  'AB',
  'ABc',
  'АБ',
  'Ёж',
  'МТС',
  'АвтоВАЗ',
  'SLA',
  'CSAT',
  'EBITDA',
  'EBITDAX',
  'É',
  'ÉÉ',
  'ÉaÉ',
  'Aé',
  'Q2',
  'Ђђ',
  'ѢѢ',
  'A-B',
  '𝐀𝐁',
];

describe('capitals of ASCII and Cyrillic are those of the Unicode class', () => {
  test.each(WORDS)('%s', (word) => {
    expect(hasTwoCapitals(word)).toBe(/\p{Lu}.*\p{Lu}/u.test(word));
    expect(isAbbreviation(word, 5)).toBe(/^\p{Lu}{2,5}$/u.test(word));
  });
});
