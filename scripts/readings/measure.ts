import type { Analysis } from '../../src/analyze.js';
import type { LabelledAnswer } from '../accuracy/corpus.js';

/** Rules that judge wording and manner; parts and figures are measured by `npm run accuracy`. */
const JUDGING: readonly string[] = [
  'vague',
  'filler',
  'hedging',
  'exaggeration',
  'handed-over',
  'blames-others',
  'we-without-i',
  'no-lesson',
  'off-question',
  'private-data',
  'number-mismatch',
];

/** Rules that only remark; what they say of a good answer is advice and no fault. */
const REMARKING: readonly string[] = ['out-of-order', 'out-of-proportion'];

const GRADES = ['good', 'weak', 'bad'] as const;

export interface ReadAnswer {
  readonly answer: LabelledAnswer;
  readonly analysis: Analysis;
}

/** How many answers of each grade draw a finding. */
interface Row {
  readonly name: string;
  readonly fired: readonly number[];
}

/** One row a rule, and one for an answer that draws any of {@link JUDGING}. */
function rows(read: readonly ReadAnswer[]): Row[] {
  const row = (name: string, rules: readonly string[]): Row => ({
    name,
    fired: GRADES.map(
      (grade) =>
        read.filter(
          ({ answer, analysis }) =>
            answer.grade === grade && analysis.findings.some(({ rule }) => rules.includes(rule)),
        ).length,
    ),
  });
  return [
    ...JUDGING.map((rule) => row(rule, [rule])),
    row('any of these', JUDGING),
    ...REMARKING.map((rule) => row(rule, [rule])),
  ];
}

/** The rows as a table in Markdown. */
export function table(read: readonly ReadAnswer[]): string {
  const totals = GRADES.map((grade) => read.filter(({ answer }) => answer.grade === grade).length);
  const cells = (cell: (index: number) => string) => GRADES.map((_, index) => cell(index)).join(' | ');
  return [
    `| | ${cells((index) => `${GRADES[index]} (${totals[index]})`)} |`,
    `|---|${GRADES.map(() => '---:|').join('')}`,
    ...rows(read).map(
      ({ name, fired }) =>
        `| ${name === 'any of these' ? `**${name}**` : `\`${name}\``} | ${cells((index) =>
          share(fired[index] ?? 0, totals[index] ?? 0),
        )} |`,
    ),
  ].join('\n');
}

function share(part: number, whole: number): string {
  return part === 0 ? '–' : `${part} · ${((part / whole) * 100).toFixed(1)} %`;
}
