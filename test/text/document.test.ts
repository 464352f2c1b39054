import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/text/document.js';

const HEADINGS = [
  { part: 'situation', words: ['ситуация', 'situation', 's'] },
  { part: 'task', words: ['задача', 'task', 't'] },
];

/** Any UTF-16, and text made of the pieces that the rules look at. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
    .map((units) => String.fromCharCode(...units)),
  fc
    .array(
      fc.constantFrom(
        ...[
          'я',
          'мы',
          'и',
          'I',
          'so',
          'Ситуация',
          'S',
          'т',
          'е',
          'сделал',
          'снизив',
          'called',
          '1',
          '12.5',
          'А',
          'руб',
        ],
        ...[
          '.',
          '…',
          '!',
          '?',
          ')',
          '(',
          '«',
          '»',
          '"',
          ':',
          ';',
          ',',
          '—',
          '-',
          '*',
          '•',
          "'",
          '🙂',
          '\u0000',
          '\u202E',
        ],
        ...[' ', ' ', ' ', '\n', '\r\n', '\r', '\n\n', '\u00A0', '\u00AD', '\u0301', '\uD83D'],
      ),
      { maxLength: 80 },
    )
    .map((pieces) => pieces.join('')),
);

const languages = fc.constantFrom('ru', 'en', 'xx', undefined);
const read = (text: string, language: string | undefined) =>
  readDocument(text, { language, headings: HEADINGS });

describe('any text', () => {
  test('spans lie in order inside the text and do not overlap', () => {
    fc.assert(
      fc.property(anyText, languages, (text, language) => {
        const { tokens, sentences } = read(text, language);
        for (const spans of [tokens, sentences, sentences.flatMap(({ clauses }) => clauses)]) {
          let end = 0;
          for (const span of spans) {
            expect(span.start).toBeGreaterThanOrEqual(end);
            expect(span.end).toBeGreaterThan(span.start);
            end = span.end;
          }
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('every letter belongs to exactly one token, white space to none', () => {
    fc.assert(
      fc.property(anyText, languages, (text, language) => {
        const owners = new Array<number>(text.length).fill(0);
        for (const { start, end } of read(text, language).tokens) {
          for (let at = start; at < end; at += 1) owners[at] = (owners[at] ?? 0) + 1;
        }
        for (const [at, owned] of owners.entries()) expect(owned).toBe(/\s/u.test(text[at] ?? '') ? 0 : 1);
      }),
      { numRuns: 400 },
    );
  });

  test('clauses hold the words of their sentence, headings and markers aside', () => {
    fc.assert(
      fc.property(anyText, languages, (text, language) => {
        for (const sentence of read(text, language).sentences) {
          for (const clause of sentence.clauses) {
            expect(clause.start).toBeGreaterThanOrEqual(sentence.heading?.end ?? sentence.start);
            expect(clause.end).toBeLessThanOrEqual(sentence.end);
            expect(clause.tokens[0]?.start).toBe(clause.start);
            expect(clause.tokens.at(-1)?.end).toBe(clause.end);
          }
          expect(sentence.onlyHeading).toBe(sentence.heading !== null && sentence.clauses.length === 0);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('the same text gives an equal document', () => {
    fc.assert(
      fc.property(anyText, languages, (text, language) => {
        expect(read(text, language)).toEqual(read(text, language));
      }),
      { numRuns: 100 },
    );
  });

  test('figures and words are all in some sentence', () => {
    fc.assert(
      fc.property(anyText, languages, (text, language) => {
        const { tokens, sentences } = read(text, language);
        const solid = tokens.filter(({ kind }) => kind !== 'mark');
        const inside = solid.filter((token) =>
          sentences.some((s) => s.start <= token.start && token.end <= s.end),
        );
        expect(inside).toEqual(solid);
      }),
      { numRuns: 200 },
    );
  });
});

test('an unreadable language is read without forms', () => {
  const document = readDocument('Ich habe den Kunden angerufen und wir haben gesprochen.', { headings: [] });
  expect(document.language).toBeNull();
  expect(document.sentences[0]?.clauses[0]).toMatchObject({ subject: 'none', verb: null, forms: 0 });
});

test('words are counted, figures and marks are not', () => {
  expect(readDocument('Закрыл 12 заявок — все.', { headings: [] }).wordCount).toBe(3);
});
