import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import english from 'natural/lib/natural/stemmers/porter_stemmer.js';
import russian from 'natural/lib/natural/stemmers/porter_stemmer_ru.js';
import { expect, test } from 'vitest';
import { russianStem } from '../../src/text/russian-stemmer.js';
import { stemOf } from '../../src/text/stems.js';

/** Every third word of the corpus, and what is left of it without its last letter: all of them take ten seconds. */
function wordsOf(language: string): Set<string> {
  const text = readFileSync(`test/corpus/${language}.jsonl`, 'utf8').toLowerCase().replace(/ё/gu, 'е');
  const met = new Set(text.match(/[\p{L}\p{N}'-]+/gu));
  const words = new Set<string>();
  for (const [index, word] of [...met].entries()) if (index % 3 === 0) words.add(word).add(word.slice(0, -1));
  return words;
}

test.each([
  ['ru', /^[а-я]/u, russian],
  ['en', /^[a-z]/u, english],
] as const)(
  'a stem of %s is that of the package, of words it is not asked for, too',
  (language, letters, stemmer) => {
    const words = [...wordsOf(language)].filter((word) => letters.test(word));
    expect(words.length).toBeGreaterThan(3_000);
    expect(words.filter((word) => stemOf(word, language) !== stemmer.stem(word))).toEqual([]);
  },
);

test('a Russian stem is that of the package, with whatever endings', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'абвеийлмнорстуцшщыьэюя'), maxLength: 6 });
  const endings = fc.constantFrom(
    ...'вшись ивши ывшись нность ость остью ейше ейшая ающий ующая ивший аннее ется аясь ила ейте уют ет иями ьею'.split(
      ' ',
    ),
  );
  fc.assert(
    fc.property(letters, endings, endings, (word, first, last) => {
      for (const made of [word, word + first, word + first + last])
        if (made !== '') expect([made, russianStem(made)]).toEqual([made, russian.stem(made)]);
    }),
    { numRuns: 3000 },
  );
});

test('a word of another script or language is its own stem', () => {
  expect(stemOf('meetings', 'ru')).toBe('meetings');
  expect(stemOf('встречами', 'en')).toBe('встречами');
  expect(stemOf('réunions', 'fr')).toBe('réunions');
});
