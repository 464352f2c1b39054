import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerFile, escapeText } from '../../src/rehearsal/answer-file.js';

/** What CommonMark reads: backslash before punctuation, numeric entities. */
function readBack(markdown: string): string {
  return markdown.replace(/\\([!-/:-@[-`{-~])|&#(\d+);/g, (_, mark: string | undefined, code: string) =>
    mark === undefined ? String.fromCharCode(Number(code)) : mark,
  );
}

const lines = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '## Heading {#other}',
        '---',
        'role: x',
        '===',
        '```',
        '~~~',
        '<!-- star-disable-file -->',
        '    indented',
        '\ttab',
        '# one',
        '***',
        '- item',
        '1. item',
        'a \\# b',
        'back\\',
        '&amp; &#35;',
        '{#id}',
        '<b>x</b>',
        '> quoted',
        '  - - -',
        '_ _ _',
      ),
      fc.string({
        unit: fc.constantFrom(
          '#',
          '-',
          '\\',
          '`',
          '<',
          '&',
          ';',
          '{',
          ' ',
          'я',
          '*',
          '_',
          '=',
          '~',
          '3',
          '.',
        ),
      }),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join('\n'));

test('a text survives the file and ends no answer', () => {
  fc.assert(
    fc.property(lines, (text) => {
      const escaped = escapeText(text);
      expect(readBack(escaped)).toBe(text);
      for (const line of escaped.split('\n')) {
        expect(line).not.toMatch(/^\s{0,3}#/);
        expect(line).not.toMatch(/^ {0,3}(-[- ]*|=+|(\*[ ]*){3,}|(_[ ]*){3,})\s*$/);
        expect(line).not.toMatch(/^\s*(```|~~~)/);
        expect(line).not.toMatch(/^( {4}|\t)/);
        expect(line).not.toMatch(/(^|[^\\])(\\\\)*<!--/);
      }
    }),
  );
});

test('ordinary prose stays as it was typed', () => {
  const prose =
    'В марте — «сбой», 5 * 3 = 15. Клиент & я.\n\n- позвонил\n- исправил\n\n**Результат.** 20 %, C:\\отчёты';
  expect(escapeText(prose)).toBe(prose);
});

test('the file names the role, the language and the questions', () => {
  const file = answerFile('support-manager', [
    { question: 'sm-a', title: 'What <happened>?', text: 'Я позвонил.', language: 'ru' },
    { question: 'sm-b', title: 'And\nthen?', text: 'Я исправил.', language: 'ru' },
  ]);
  expect(file).toBe(
    '---\nrole: support-manager\nlang: ru\n---\n\n## What \\<happened>? {#sm-a}\n\nЯ позвонил.\n\n## And then? {#sm-b}\n\nЯ исправил.\n',
  );
});

test('a file in two languages declares none', () => {
  const both = (['ru', 'en'] as const).map((language) => ({
    question: language,
    title: 'q',
    text: 't',
    language,
  }));
  expect(answerFile('r', both)).not.toContain('lang:');
});
