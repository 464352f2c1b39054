import type { Translate } from '../../src/content/messages.js';
import type { Problem } from '../../src/content/problems.js';
import type { Framework } from '../../src/content/types.js';
import type { DataPath, ParsedYaml } from '../../src/content/yaml.js';

/** What a framework may refer to. */
export interface Referable {
  /** Null where a file of them could not be read, and so not all are known. */
  readonly frameworks: readonly Framework[] | null;
  /** Ids of all rules; null as above. */
  readonly rules: readonly string[] | null;
  /** Ids of the cues of all languages; null as above. */
  readonly cues: readonly string[] | null;
}

/** Names in a framework that nothing has: rules, cues, a framework that lends weights; and cues that a language has. */
export function frameworkReferenceProblems(
  { parts, rules, like }: Framework,
  parsed: ParsedYaml,
  known: Referable,
  t: Translate,
): Problem[] {
  const problems: Problem[] = [];
  const tell = (at: DataPath, key: string, values: Record<string, string>) =>
    problems.push({
      path: parsed.path,
      ...parsed.locate(at),
      message: t(key, { where: at.join('.'), ...values }),
    });
  const stray = (at: DataPath, name: string, names: readonly string[] | null) => {
    if (names !== null && !names.includes(name)) tell(at, 'content.stray', { name, known: names.join(', ') });
  };
  for (const list of ['with', 'without'] as const)
    for (const [index, name] of rules[list].entries()) stray(['rules', list, index], name, known.rules);
  const fitted = known.frameworks?.filter(({ weights }) => weights === 'fitted') ?? null;
  const lender = fitted?.find(({ id }) => id === like);
  if (like !== null) stray(['like'], like, fitted?.map(({ id }) => id) ?? null);
  for (const [part, { cues, uses, like: label }] of parts.entries()) {
    if (label !== null)
      stray(['parts', part, 'like'], label, fitted === null ? null : (lender?.labels ?? []));
    for (const [index, { id }] of cues.entries())
      if (known.cues?.includes(id) === true)
        tell(['parts', part, 'cues', index, 'id'], 'content.twice', { name: id });
    for (const list of ['strong', 'weak'] as const)
      for (const [index, feature] of uses[list].entries())
        if (feature.startsWith('cue:'))
          stray(['parts', part, 'uses', list, index], feature.slice('cue:'.length), known.cues);
  }
  return problems;
}
