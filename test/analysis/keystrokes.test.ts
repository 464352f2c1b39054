import { describe, expect, test } from 'vitest';
import { readCorpus, textOf } from '../../scripts/accuracy/corpus.js';
import { analyze } from '../../src/analyze.js';
import { analysisContext } from '../../src/cli/analysis-context.js';
import { content } from '../support/content.js';

// What is remembered of the text before must change no reading: every state of an answer that is being typed is
// read twice, once after the state before it and once after texts that have nothing in common with it.

const context = analysisContext(content, { question: null, interfaceLanguage: 'en' });
const OTHERS = ['Мы были там.', 'Nothing of the kind, 5 of 7.'];

function reading(text: string): string {
  const { framework: _, ...analysis } = analyze(text, context);
  const because = analysis.sentences.map((sentence) => sentence.because);
  return JSON.stringify({ ...analysis, because, parts: analysis.parts.map((part) => [part, part.because]) });
}

/** Typing at the end in strides, then a word struck out and another put in, then a heading at the beginning. */
function statesOf(text: string): string[] {
  const typed: string[] = [];
  for (let end = 1; end < text.length; end += 11) typed.push(text.slice(0, end));
  const middle = text.indexOf(' ', text.length >> 1);
  const next = text.indexOf(' ', middle + 1);
  const without = text.slice(0, middle) + text.slice(next);
  const asLong =
    text.slice(0, middle + 1) + [...text.slice(middle + 1, next)].reverse().join('') + text.slice(next);
  const changed = `${text.slice(0, middle)} не${text.slice(next)}`;
  return [
    ...typed,
    text,
    asLong,
    without,
    changed,
    `Результат: ${text}`,
    `Result: ${text}`,
    text,
    `${text}\n- 12 %`,
    text,
  ];
}

describe.each(['ru', 'en'])('an answer typed in %s', (language) => {
  const corpus = readCorpus(`test/corpus/${language}.jsonl`);
  const answers = [3, 400, 811, 1290].map((index) => corpus[index]).filter((answer) => answer !== undefined);

  test.each(answers)('$id', ({ sentences }) => {
    const states = statesOf(textOf(sentences).text);
    const typed = states.map(reading);
    const alone = states.map((state) => {
      for (const other of OTHERS) analyze(other, context);
      return reading(state);
    });
    expect(typed).toEqual(alone);
  });
});

test('a long answer may still change its language', () => {
  const english = 'I called the client and we agreed on a plan. '.repeat(30);
  const russian = 'Я позвонил клиенту, и мы договорились о плане. '.repeat(30);
  const languages = [english, english + russian, russian, russian + english, english].map(
    (text) => analyze(text, context).document.language,
  );
  expect(languages).toEqual(['en', 'en', 'ru', 'ru', 'en']);
});
