import type { Translate } from '../content/messages.js';
import type { Problem } from '../content/problems.js';
import type { Bank, Framework, LanguageModel } from '../content/types.js';
import { escapedValues } from '../content/validate.js';
import type { DataPath, ParsedYaml } from '../content/yaml.js';
import { type OwnPatternFault, ownPatternFault } from '../text/own-patterns.js';
import { patternFault } from '../text/pattern-faults.js';

interface PlacedPattern {
  readonly pattern: string;
  readonly at: DataPath;
}

/** Patterns of a bank's criteria that cannot be read. */
export function bankPatternProblems(bank: Bank, parsed: ParsedYaml, t: Translate): Problem[] {
  return patternProblems(criteriaPatterns(bank), parsed, t);
}

/** Patterns of a bank of the user's that are not taken. */
export function ownBankPatternProblems(bank: Bank, parsed: ParsedYaml, t: Translate): Problem[] {
  return patternProblems(criteriaPatterns(bank), parsed, t, ownPatternFault);
}

function criteriaPatterns(bank: Bank): PlacedPattern[] {
  return bank.questions.flatMap(({ criteria }, question) =>
    criteria.flatMap(({ cues }, criterion) =>
      Object.entries(cues).flatMap(([language, patterns]) =>
        patterns.map((pattern, index) => ({
          pattern,
          at: ['questions', question, 'criteria', criterion, 'cues', language, index],
        })),
      ),
    ),
  );
}

/** Patterns of a language, beside those of its cues, that cannot be read. */
export function languagePatternProblems(
  language: Pick<LanguageModel, 'stock' | 'habitual' | 'aims'>,
  parsed: ParsedYaml,
  t: Translate,
): Problem[] {
  const placed = (['stock', 'habitual', 'aims'] as const).flatMap((key) =>
    language[key].map((pattern, index) => ({ pattern, at: [key, index] })),
  );
  return patternProblems(placed, parsed, t);
}

/** Patterns of a language's cues that cannot be read. */
export function cuePatternProblems(
  { cues }: Pick<LanguageModel, 'cues'>,
  parsed: ParsedYaml,
  t: Translate,
): Problem[] {
  const placed = cues.flatMap(({ patterns }, cue) =>
    patterns.map((pattern, index) => ({ pattern, at: ['cues', cue, 'patterns', index] })),
  );
  return patternProblems(placed, parsed, t);
}

/** Patterns of a framework's cues that cannot be read. */
export function frameworkPatternProblems({ parts }: Framework, parsed: ParsedYaml, t: Translate): Problem[] {
  const placed = parts.flatMap(({ cues }, part) =>
    cues.flatMap(({ patterns }, cue) =>
      Object.entries(patterns).flatMap(([language, list]) =>
        list.map((pattern, index) => ({
          pattern,
          at: ['parts', part, 'cues', cue, 'patterns', language, index],
        })),
      ),
    ),
  );
  return patternProblems(placed, parsed, t);
}

function patternProblems(
  placed: readonly PlacedPattern[],
  parsed: ParsedYaml,
  t: Translate,
  faultOf: (pattern: string) => OwnPatternFault | null = shippedFault,
): Problem[] {
  return placed.flatMap(({ pattern, at }) => {
    const found = faultOf(pattern);
    if (found === null) return [];
    const message = t(`content.pattern.${found.fault}`, escapedValues({ value: pattern, ...found.values }));
    return [{ path: parsed.path, ...parsed.locate(at), message }];
  });
}

function shippedFault(pattern: string): OwnPatternFault | null {
  const fault = patternFault(pattern);
  return fault === null ? null : { fault, values: {} };
}
