import type { PartState, StoryKind } from '../analysis/types.js';
import type { Suppression } from '../answers/suppressions.js';
import type { Severity } from '../content/types.js';
import type { LintedAnswer, LintFinding, SuppressedFinding } from '../reports/types.js';
import type { Packing, ResultPacking } from '../store/lint-cache.js';
import type { LanguageCode } from '../text/types.js';
import type { AnswerFacts, CheckedFile, FileComparison, PlacedClaim } from './lint-across.js';

/** What is kept of a file: all but what its path and its text tell. */
export type KeptResult = Omit<CheckedFile, 'path' | 'source'>;

/** Numbers stand for texts that come again and again. */
type PackedFinding = [
  rule: number,
  severity: number,
  message: string,
  advice: number,
  ...start: [line: number, column: number, offset: number],
  ...end: [line: number, column: number, offset: number],
  fingerprint: string,
  ...elsewhere: [path: string, line: number] | [],
];

type PackedAnswer = [
  language: LanguageCode | null,
  story: StoryKind,
  parts: number,
  question: string | null,
  title: string | null,
  line: number,
  shown?: Pick<LintedAnswer, 'pieces' | 'framework'>,
];

type PackedFacts = [
  question: string | null,
  title: string | null,
  rules: AnswerFacts['rules'],
  line: number,
  ...lines: [first: number, last: number],
  ...span: [start: number, end: number],
  claims: readonly PlacedClaim[],
  signature: string | null,
];

/** What most files have none of. */
type PackedOthers = readonly [
  suppressed: number,
  suppressions: readonly SuppressedFinding[],
  role: string | null,
  comments: readonly Suppression[],
  used: readonly string[],
];

const NO_OTHERS: PackedOthers = [0, [], null, [], []];

type PackedResult = [answers: PackedAnswer[], findings: PackedFinding[], others?: PackedOthers];

/** Lists instead of objects with names: a third of the bytes, and a third of the time to read them. */
export function resultPacking(): ResultPacking<KeptResult, PackedResult, PackedFacts[]> {
  const partsByNumber = new Map<number, Readonly<Record<string, PartState>>>();
  return {
    pack: ({ answers, findings, suppressed, suppressions = [], facts }, numberOf) => {
      const told = answers.map(
        ({ language, story, parts, question, title, line, ...shown }): PackedAnswer => {
          const packed = [language, story, numberOf(JSON.stringify(parts)), question, title, line] as const;
          return Object.keys(shown).length === 0 ? [...packed] : [...packed, shown];
        },
      );
      const found = findings.map((finding) => packFinding(finding, numberOf));
      const others: PackedOthers = [suppressed, suppressions, facts.role, facts.suppressions, facts.used];
      return JSON.stringify(others) === JSON.stringify(NO_OTHERS) ? [told, found] : [told, found, others];
    },
    packRest: ({ facts }) =>
      facts.answers().map(({ question, title, rules, line, lines, span, claims, signature }) => {
        return [question, title, rules, line, ...lines, span.start, span.end, claims, signature];
      }),
    unpack: ([answers, findings, others = NO_OTHERS], textOf, factsAt, place): KeptResult => {
      const [suppressed, suppressions, role, comments, used] = others;
      const partsOf = (number: number) => {
        let parts = partsByNumber.get(number);
        if (parts === undefined) {
          parts = JSON.parse(textOf(number)) as Readonly<Record<string, PartState>>;
          partsByNumber.set(number, parts);
        }
        return parts;
      };
      return {
        answers: answers.map(([language, story, parts, question, title, line, shown]) =>
          Object.assign({ language, story, parts: partsOf(parts), question, title, line }, shown),
        ),
        findings: findings.map((packed) => unpackFinding(packed, textOf)),
        suppressed,
        suppressions,
        facts: { role, answers: () => factsAt(place).map(unpackFacts), suppressions: comments, used },
      };
    },
  };
}

type PackedComparison = [
  file: number,
  findings: PackedFinding[],
  suppressed: number,
  suppressions: readonly SuppressedFinding[],
  used: readonly string[],
][];

/** What comparing the files gave, in the same manner. */
export function comparisonPacking(): Packing<FileComparison, PackedComparison> {
  return {
    pack: (comparison, numberOf) =>
      [...comparison].map(([file, { findings, suppressed, suppressions, used }]) => [
        file,
        findings.map((finding) => packFinding(finding, numberOf)),
        suppressed,
        suppressions,
        used,
      ]),
    unpack: (packed, textOf) =>
      new Map(
        packed.map(([file, findings, suppressed, suppressions, used]) => [
          file,
          {
            findings: findings.map((finding) => unpackFinding(finding, textOf)),
            suppressed,
            suppressions,
            used,
          },
        ]),
      ),
  };
}

function packFinding(finding: LintFinding, numberOf: (text: string) => number): PackedFinding {
  const { rule, severity, message, advice, start, end, fingerprint, elsewhere } = finding;
  return [
    numberOf(rule),
    numberOf(severity),
    message,
    numberOf(advice),
    start.line,
    start.column,
    start.offset,
    end.line,
    end.column,
    end.offset,
    fingerprint,
    ...(elsewhere === undefined ? [] : [elsewhere.path, elsewhere.line]),
  ] as PackedFinding;
}

function unpackFinding(packed: PackedFinding, textOf: (number: number) => string): LintFinding {
  const finding: LintFinding = {
    rule: textOf(packed[0]),
    severity: textOf(packed[1]) as Severity,
    message: packed[2],
    advice: textOf(packed[3]),
    start: { line: packed[4], column: packed[5], offset: packed[6] },
    end: { line: packed[7], column: packed[8], offset: packed[9] },
    fingerprint: packed[10],
  };
  const [path, line] = packed.slice(11) as [string, number] | [];
  return path === undefined || line === undefined ? finding : { ...finding, elsewhere: { path, line } };
}

function unpackFacts(packed: PackedFacts): AnswerFacts {
  return {
    question: packed[0],
    title: packed[1],
    rules: packed[2],
    line: packed[3],
    lines: [packed[4], packed[5]],
    span: { start: packed[6], end: packed[7] },
    claims: packed[8],
    signature: packed[9],
  };
}
