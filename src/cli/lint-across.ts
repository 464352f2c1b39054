import type { Suppression } from '../answers/suppressions.js';
import type { LintedFile, LintFinding, SuppressedFinding } from '../reports/types.js';
import { contradictions, type FigureClaim } from '../rules/contradictions.js';
import { firstAlike, type Signature } from '../rules/likeness.js';
import { lineIndex } from '../text/lines.js';
import { spanOf } from '../text/span.js';
import type { Span } from '../text/types.js';
import { type AnswerNames, type FindingMaker, finish, inPlace, type RawFinding } from './lint-findings.js';
import { unansweredOf } from './lint-roles.js';
import { hiddenFindings, suppress, unusedSuppressions } from './lint-suppress.js';

/** A figure that another answer may contradict, at its place in the file. */
export interface PlacedClaim extends FigureClaim {
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
export type FileComparison = ReadonlyMap<number, ComparedFile>;

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
export function withComparison(files: readonly CheckedFile[], comparison: FileComparison): CheckedFile[] {
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
): FileComparison {
  const answers = files.flatMap((file) => file.facts.answers().map((answer) => ({ file, answer })));
  const found = new Map<CheckedFile, MadeLater[]>();
  for (const { file, make } of [
    ...contradictionsIn(answers, makerOf),
    ...copiesIn(answers, makerOf),
    ...unansweredOf(files, makerOf, sourceOf).map(({ file, raw }) => ({ file, make: () => raw })),
  ]) {
    const others = found.get(file);
    if (others === undefined) found.set(file, [make]);
    else others.push(make);
  }
  const comparison = new Map<number, ComparedFile>();
  for (const [index, file] of files.entries()) {
    const made = found.get(file) ?? [];
    if (made.length > 0 || file.facts.suppressions.length > 0)
      comparison.set(index, comparedFile(file, made, makerOf(file), sourceOf(file)));
  }
  return comparison;
}

/** A finding that is put together once all is compared: a text that was not kept is read again once, for all its findings. */
type MadeLater = (source: string) => RawFinding;

interface FoundAcross {
  readonly file: CheckedFile;
  readonly make: MadeLater;
}

interface AnswerInFile {
  readonly file: CheckedFile;
  readonly answer: AnswerFacts;
}

function contradictionsIn(
  answers: readonly AnswerInFile[],
  makerOf: (file: CheckedFile) => FindingMaker,
): FoundAcross[] {
  const claims = answers.flatMap((home) =>
    home.answer.claims.map((claim) => Object.assign({}, claim, { home })),
  );
  return contradictions(claims, (a, b) => a.home === b.home).map(({ claim, other }) => {
    const { file, answer } = claim.home;
    const values = { quote: claim.quote, other: other.quote };
    const elsewhere = { path: other.home.file.path, line: other.line };
    const make = () =>
      makerOf(file).own({
        rule: 'contradictory-numbers',
        span: spanOf(claim),
        answer,
        values,
        words: `${claim.quote}\0${other.quote}`,
        elsewhere,
      });
    return { file, make };
  });
}

function copiesIn(
  answers: readonly AnswerInFile[],
  makerOf: (file: CheckedFile) => FindingMaker,
): FoundAcross[] {
  const told = answers.filter(({ answer }) => answer.signature !== null);
  const found: FoundAcross[] = [];
  for (const [index, first] of firstAlike(told, ({ answer }) => answer.signature ?? '').entries()) {
    const copy = told[index];
    if (copy === undefined || first === null) continue;
    const { file, answer } = copy;
    const make = (source: string) =>
      makerOf(file).own({
        rule: 'duplicate-answer',
        span: answer.span,
        answer,
        values: {},
        words: source.slice(answer.span.start, answer.span.end),
        elsewhere: { path: first.file.path, line: first.answer.line },
      });
    found.push({ file, make });
  }
  return found;
}

function comparedFile(
  file: CheckedFile,
  made: readonly MadeLater[],
  maker: FindingMaker,
  source: string,
): ComparedFile {
  const { suppressions, used } = file.facts;
  const raw = made.flatMap((make) => maker.keep(make(source)));
  const told = suppress(raw, suppressions, source);
  const unused = unusedSuppressions(file, [...used, ...told.used], maker);
  const place = lineIndex(source);
  return {
    findings: finish([...told.kept, ...unused], place),
    suppressed: told.hidden.length,
    suppressions: hiddenFindings(told, place),
    used: told.used,
  };
}
