import type { Translate } from '../../src/content/messages.js';
import type { Problem } from '../../src/content/problems.js';
import type { Bank, RuleData } from '../../src/content/types.js';
import type { DataPath, ParsedYaml } from '../../src/content/yaml.js';

/** Ids of all rules and frameworks; null where a file of them could not be read, and so not all are known. */
export interface KnownIds {
  readonly rules: readonly string[] | null;
  readonly frameworks: readonly string[] | null;
}

/** Names in the rules of a file that nothing has: rules that say the same, frameworks. */
export function ruleReferenceProblems(
  rules: readonly RuleData[],
  parsed: ParsedYaml,
  known: KnownIds,
  t: Translate,
): Problem[] {
  return rules.flatMap(({ saidBy, frameworks }, rule) => [
    ...stray(saidBy, known.rules, { list: ['rules', rule, 'saidBy'], parsed, t }),
    ...stray(frameworks, known.frameworks, { list: ['rules', rule, 'frameworks'], parsed, t }),
  ]);
}

/** Rules that samples of a bank expect to report, and that do not exist. */
export function sampleReferenceProblems(
  { questions }: Bank,
  parsed: ParsedYaml,
  { rules }: KnownIds,
  t: Translate,
): Problem[] {
  return questions.flatMap(({ samples }, question) =>
    samples.flatMap(({ expect }, sample) =>
      stray(expect.findings, rules, {
        list: ['questions', question, 'samples', sample, 'expect', 'findings'],
        parsed,
        t,
      }),
    ),
  );
}

function stray(
  names: readonly string[] = [],
  known: readonly string[] | null,
  { list, parsed, t }: { readonly list: DataPath; readonly parsed: ParsedYaml; readonly t: Translate },
): Problem[] {
  if (known === null) return [];
  return names.flatMap((name, index) => {
    if (known.includes(name)) return [];
    const at = [...list, index];
    const message = t('content.stray', { where: at.join('.'), name, known: known.join(', ') });
    return [{ path: parsed.path, ...parsed.locate(at), message }];
  });
}
