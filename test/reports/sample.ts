import { translator } from '../../src/content/messages.js';
import { REPORTS, type ReportName } from '../../src/reports/reports.js';
import type {
  LintedAnswer,
  LintFinding,
  LintResult,
  Position,
  ReportOptions,
} from '../../src/reports/types.js';
import { lineIndex } from '../../src/text/lines.js';
import { content } from '../support/content.js';

/** Text that tries to leave every format: line breaks, marks of workflow commands, escapes, directions. */
export const HOSTILE =
  '100%: a,b\r\n::error::c "d" <e> & ]]> `f` | *g* [h](i) \u001b[31mred \u0007 \u202etxt\u2066 \ud800 \u0085 \ufffe';

const SOURCE = [
  '## Первый ответ {#q-1}',
  '',
  'Жалоб\tстало много 🙂. Я всех обзвонил, и всё наладилось.',
  '',
  '## Second',
  '',
  `We <b>did</b> & ${HOSTILE}`,
  '日本 \u001b[31m last line',
  '',
].join('\n');

const at = lineIndex(SOURCE);

function position(offset: number): Position {
  return { ...at(offset), offset };
}

/** The place of a piece of the source; `length` characters from it. */
function placeOf(words: string, length = words.length): Pick<LintFinding, 'start' | 'end'> {
  const offset = SOURCE.indexOf(words);
  if (offset < 0) throw new Error(`the sample has no '${words}'`);
  return { start: position(offset), end: position(offset + length) };
}

const situation = { id: 'situation', letter: 'S', name: 'situation', colour: 'blue' };
const result = { id: 'result', letter: 'R', name: 'result', colour: 'green' };

const answer: LintedAnswer = {
  question: 'q-1',
  title: 'Первый ответ',
  line: 1,
  language: 'ru',
  story: 'story',
  parts: { situation: 'present', task: 'implied', action: 'present', result: 'missing' },
  framework: [situation, result],
  pieces: [
    {
      ...spanOf('Жалоб\tстало много 🙂.'),
      part: situation,
      heading: false,
    },
    { ...spanOf('Я всех обзвонил, и всё наладилось.'), part: result, heading: false },
  ],
};

function spanOf(words: string) {
  const { start, end } = placeOf(words);
  return { start: start.offset, end: end.offset };
}

const finding: LintFinding = {
  rule: 'missing-result',
  severity: 'error',
  message: 'Nothing says how it ended.',
  advice: 'Say what changed.',
  ...placeOf('всё наладилось'),
  fingerprint: '0123456789abcdef',
};

/** One clean file, one with findings of every kind, one that could not be read. */
export const RESULT: LintResult = {
  files: [
    {
      path: 'answers/clean.md',
      source: SOURCE,
      answers: [answer],
      findings: [],
      suppressed: 2,
      suppressions: [
        { ...finding, rule: 'vague', severity: 'warn', by: 'comment', reason: HOSTILE, fingerprint: '51' },
        { ...finding, rule: 'jargon', severity: 'info', by: 'baseline', reason: null, fingerprint: '52' },
      ],
    },
    {
      path: 'answers/с пробелом, 50%: "кавычки" 🙂.md',
      source: SOURCE,
      answers: [
        answer,
        {
          question: null,
          title: HOSTILE,
          line: 5,
          language: null,
          story: 'none',
          parts: {},
          pieces: [{ start: SOURCE.indexOf('We <b>'), end: SOURCE.length - 1, part: null, heading: false }],
        },
      ],
      findings: [
        finding,
        {
          ...finding,
          rule: 'vague',
          severity: 'warn',
          message: HOSTILE,
          advice: HOSTILE,
          ...placeOf('<b>did', SOURCE.length - 1 - SOURCE.indexOf('<b>did')),
          fingerprint: 'fedcba9876543210',
        },
        {
          ...finding,
          rule: 'number-without-base',
          severity: 'info',
          advice: '',
          ...placeOf('日本'),
          fingerprint: '00',
        },
      ],
      suppressed: 0,
    },
    {
      path: 'b\u202e\n\u001b.md',
      source: '',
      answers: [],
      findings: [
        {
          ...finding,
          rule: 'parse-error',
          start: { line: 1, column: 1, offset: 0 },
          end: { line: 1, column: 1, offset: 0 },
        },
      ],
      suppressed: 0,
    },
  ],
};

export const EMPTY: LintResult = { files: [] };

export function optionsFor(language: string): ReportOptions {
  return {
    version: '1.2.3',
    language,
    t: translator(content.messages(language), language),
    paint: (_, text) => text,
    pathOf: (path) => path,
    rootPathOf: (path) => path,
    codeFrame: null,
    columns: null,
    rules: () => content.rules(),
  };
}

/** A report as it would be written. */
export async function render(
  name: ReportName,
  result: LintResult,
  options: ReportOptions = optionsFor('en'),
): Promise<string> {
  return [...(await REPORTS[name]())(result, options)].join('');
}
