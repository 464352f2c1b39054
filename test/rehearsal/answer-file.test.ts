import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAnswers } from '../../src/answers/read.js';
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

/** Letters and digits of the words, which is what the reading of an answer lives on. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

test('lint reads every answer of the file, whole and under its own question', async () => {
  await fc.assert(
    fc.asyncProperty(lines, lines, async (first, second) => {
      const texts = [first, second];
      const source = answerFile(
        'support-manager',
        texts.map((text, index) => ({
          question: `sm-${index}`,
          title: 'What?',
          text,
          language: 'ru' as const,
        })),
      );
      const { answers, problems, role } = await readAnswers('a.md', source, (key) => key);
      expect({ problems, role }).toEqual({ problems: [], role: 'support-manager' });
      expect(answers.map(({ question, language }) => [question, language])).toEqual([
        ['sm-0', 'ru'],
        ['sm-1', 'ru'],
      ]);
      for (const [index, answer] of answers.entries()) {
        const body = answer.text.slice(answer.text.indexOf('\n') + 1);
        // Numbers of list items are markup there, and so are the numbers of entities.
        const lost = wordsOf(texts[index] ?? '').filter(
          (word) => !wordsOf(body).includes(word) && !/^\d+$/.test(word),
        );
        expect(lost).toEqual([]);
      }
    }),
  );
});
