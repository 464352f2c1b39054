import { createRandom, shuffle } from '../../src/rehearsal/random.js';
import { type LabelledAnswer, textOf } from './corpus.js';
import type { Reader } from './readers.js';

/** Texts of each kind. */
const COUNT = 50;

/** Words of advertisements and of the method itself. */
const KEYWORDS: Readonly<Record<string, string>> = {
  en: 'leadership teamwork communication ownership KPI result results situation task action synergy proactive deadline stakeholder growth mindset customer focus initiative efficiency optimization strategy motivation success impact quality responsibility analysis planning negotiation conflict feedback agile excellence innovation',
  ru: 'лидерство команда коммуникация ответственность KPI результат результаты ситуация задача действие синергия проактивность дедлайн стейкхолдер рост мотивация клиент фокус инициатива эффективность оптимизация стратегия успех качество анализ планирование переговоры конфликт обратная связь развитие инновации сроки показатели',
};

const HEADINGS: Readonly<Record<string, readonly string[]>> = {
  en: ['Situation', 'Task', 'Action', 'Result'],
  ru: ['Ситуация', 'Задача', 'Действия', 'Результат'],
};

const LOREM =
  'lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt ut labore et dolore magna aliqua ut enim ad minim veniam quis nostrud exercitation ullamco laboris nisi ut aliquip ex ea commodo consequat';

type Write = (random: () => number, answer: LabelledAnswer) => string;

/** Kinds of texts that are no answers, by the name of the page. */
function writers(language: string): readonly (readonly [string, Write])[] {
  const keywords = (KEYWORDS[language] ?? '').split(' ');
  const headings = HEADINGS[language] ?? [];
  const between = (random: () => number, low: number, high: number) =>
    low + Math.floor(random() * (high - low + 1));
  return [
    [
      'keywords, with commas or without',
      (random) =>
        shuffle(keywords, random)
          .slice(0, between(random, 6, 24))
          .join(random() < 0.5 ? ', ' : ' '),
    ],
    [
      'headings alone',
      (random) =>
        headings
          .slice(0, between(random, 2, 4))
          .map((heading) => heading + (random() < 0.7 ? ':' : ''))
          .join('\n'),
    ],
    [
      'the question pasted back',
      (random, { question }) =>
        Array(between(random, 1, 3))
          .fill(question)
          .join(' '),
    ],
    [
      'lorem ipsum',
      (random) => sentencesOf(shuffle(LOREM.split(' '), random).slice(0, between(random, 12, 30)), random),
    ],
    [
      'words of a real answer, shuffled',
      (random, { sentences }) => shuffle(wordsOf(sentences), random).join(' '),
    ],
  ];
}

function wordsOf(sentences: LabelledAnswer['sentences']): string[] {
  return textOf(sentences).text.split(/\s+/u);
}

/** Cuts words into sentences of five to nine. */
function sentencesOf(words: readonly string[], random: () => number): string {
  const sentences: string[] = [];
  for (let at = 0; at < words.length; ) {
    const length = 5 + Math.floor(random() * 5);
    const sentence = words.slice(at, at + length).join(' ');
    sentences.push(`${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`);
    at += length;
  }
  return sentences.join(' ');
}

export interface Rejected {
  readonly kind: string;
  readonly texts: number;
  /** Said to be no answer at all. */
  readonly nonsense: number;
  /** Drew at least one error. */
  readonly error: number;
  /** Read as having all of S, A and R. */
  readonly passed: number;
}

const NO_ANSWER = new Set(['nonsense', 'unreadable-language', 'placeholder', 'not-a-story', 'empty-part']);

/** Reads texts that are no answers; the language is recognised, as it would be. */
export function rejected(language: string, answers: readonly LabelledAnswer[], reader: Reader): Rejected[] {
  const random = createRandom(3);
  return writers(language).map(([kind, write]) => {
    const counts = { kind, texts: 0, nonsense: 0, error: 0, passed: 0 };
    for (const answer of shuffle(answers, random).slice(0, COUNT)) {
      const { findings, parts } = reader(write(random, answer));
      counts.texts++;
      if (findings.some(({ rule }) => NO_ANSWER.has(rule))) counts.nonsense++;
      if (findings.some(({ severity }) => severity === 'error')) counts.error++;
      if (parts.every(({ part, state }) => part === 'task' || state === 'present')) counts.passed++;
    }
    return counts;
  });
}
