import type { Suppression } from '../answers/suppressions.js';
import { visibleLine } from '../content/visible.js';
import type { LintedFile, LintFinding, SuppressedFinding } from '../reports/types.js';
import { type Claim, contradictions } from '../rules/contradictions.js';
import { firstAlike, type Signature } from '../rules/likeness.js';
import { lineIndex } from '../text/lines.js';
import type { Span } from '../text/types.js';
import { type AnswerNames, type FindingMaker, finish, inPlace, type RawFinding } from './lint-findings.js';
import { unansweredOf } from './lint-roles.js';
import { hiddenFindings, suppress, unusedSuppressions } from './lint-suppress.js';

/** A figure that another answer may contradict, at its place in the file. */
export interface PlacedClaim extends Claim {
  readonly line: number;
  readonly quote: string;
}

/** The little of an answer that others are compared with: thousands of answers are to fit in memory. */
export interface AnswerFacts extends AnswerNames {
  /** Line of its first word. */
  readonly line: number;
  /** Lines it takes up, its heading included. */
  readonly lines: readonly [first: number, last: number];
  /** Its text in the file, without the blanks around. */
  readonly span: Span;
  readonly claims: readonly PlacedClaim[];
  /** Null where it is too short to be called the same as another: «нет опыта» may well stand twice. */
  readonly signature: Signature | null;
}

/** What is known of a file beside what is reported of it. */
export interface FileFacts {
  /** Role that the front matter names. */
  readonly role: string | null;
  /** Plain data: a cache keeps it, and reads it only where it is asked for. */
  answers(): readonly AnswerFacts[];
  readonly suppressions: readonly Suppression[];
  /** `suppression:name` of those that switched a finding off. */
  readonly used: readonly string[];
}

export interface CheckedFile extends LintedFile {
  readonly facts: FileFacts;
}

/** Of a file that cannot be read nothing is known. */
export const NO_FACTS: FileFacts = { role: null, answers: () => [], suppressions: [], used: [] };

/** What comparing adds to a file. Plain data: a cache keeps it. */
export interface ComparedFile {
  readonly findings: readonly LintFinding[];
  readonly suppressed: number;
  readonly suppressions: readonly SuppressedFinding[];
  /** `suppression:name` of those that switched a finding off. */
  readonly used: readonly string[];
}

/** By the index of the file; of most there is nothing to be told. */
export type Comparison = ReadonlyMap<number, ComparedFile>;

/**
 * The files with what only shows when all of them have been read: answers that contradict each other, or are
 * the same. Changes nothing of what it is given, so it may be called again when some of the files were read anew.
 *
 * @param makerOf the choice of rules that a file is checked by
 * @param sourceOf the text of a file, where it was not kept
 */
export function compareFiles(
  files: readonly CheckedFile[],
  makerOf: (file: CheckedFile) => FindingMaker,
  sourceOf?: (file: CheckedFile) => string,
): CheckedFile[] {
  return withComparison(files, comparisonOf(files, makerOf, sourceOf));
}

/** The files with what comparing them gave. */
export function withComparison(files: readonly CheckedFile[], comparison: Comparison): CheckedFile[] {
  return files.map((file, index) => {
    const added = comparison.get(index);
    if (added === undefined) return file;
    return {
      ...file,
      findings: [...file.findings, ...added.findings].sort(inPlace),
      suppressed: file.suppressed + added.suppressed,
      suppressions: [...(file.suppressions ?? []), ...added.suppressions],
      facts: {
        role: file.facts.role,
        answers: () => file.facts.answers(),
        suppressions: file.facts.suppressions,
        used: [...file.facts.used, ...added.used],
      },
    };
  });
}

/** What comparing the files gives, for {@link withComparison}; it takes what {@link compareFiles} takes. */
export function comparisonOf(
  files: readonly CheckedFile[],
  makerOf: (file: CheckedFile) => FindingMaker,
  sourceOf: (file: CheckedFile) => string = ({ source }) => source,
): Comparison {
  // Made when all is compared: a text that was not kept is read again once for all that is found in it.
  const added = new Map<CheckedFile, ((source: string) => RawFinding)[]>();
  const add = (file: CheckedFile, make: (source: string) => RawFinding): void => {
    const made = added.get(file);
    if (made === undefined) added.set(file, [make]);
    else made.push(make);
  };
  const at = (path: string, line: number): string => `${visibleLine(path)}:${line}`;
  const answers = files.flatMap((file) => file.facts.answers().map((answer) => ({ file, answer })));

  const claims = answers.flatMap((home) =>
    home.answer.claims.map((claim) => Object.assign({}, claim, { home })),
  );
  for (const { claim, other } of contradictions(claims, (a, b) => a.home === b.home))
    add(claim.home.file, () =>
      makerOf(claim.home.file).own({
        rule: 'contradictory-numbers',
        span: { start: claim.start, end: claim.end },
        answer: claim.home.answer,
        values: {
          quote: claim.quote,
          place: at(other.home.file.path, other.line),
          other: other.quote,
        },
        words: `${claim.quote}\0${other.quote}`,
      }),
    );

  const told = answers.filter(({ answer }) => answer.signature !== null);
  for (const [index, first] of firstAlike(told, ({ answer }) => answer.signature ?? '').entries()) {
    const copy = told[index];
    if (copy === undefined || first === null) continue;
    const { file, answer } = copy;
    add(file, (source) =>
      makerOf(file).own({
        rule: 'duplicate-answer',
        span: answer.span,
        answer,
        values: { place: at(first.file.path, first.answer.line) },
        words: source.slice(answer.span.start, answer.span.end),
      }),
    );
  }

  for (const { file, raw } of unansweredOf(files, makerOf, sourceOf)) add(file, () => raw);

  const comparison = new Map<number, ComparedFile>();
  for (const [index, file] of files.entries()) {
    const { suppressions, used } = file.facts;
    const made = added.get(file) ?? [];
    if (made.length === 0 && suppressions.length === 0) continue;
    const source = sourceOf(file);
    const { keep } = makerOf(file);
    const raw = made.flatMap((make) => keep(make(source)));
    const told = suppress(raw, suppressions, source);
    const unused = unusedSuppressions(file, [...used, ...told.used], makerOf(file));
    const place = lineIndex(source);
    comparison.set(index, {
      findings: finish([...told.kept, ...unused], place),
      suppressed: told.hidden.length,
      suppressions: hiddenFindings(told, place),
      used: told.used,
    });
  }
  return comparison;
}
