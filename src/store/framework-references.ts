import type { Translate } from '../content/messages.js';
import type { Problem } from '../content/problems.js';
import type { Framework } from '../content/types.js';
import type { DataPath, ParsedYaml } from '../content/yaml.js';

/** What a framework may refer to. */
export interface Referable {
  readonly frameworks: readonly Framework[];
  /** Ids of all rules. */
  readonly rules: readonly string[];
  /** Ids of the cues of all languages. */
  readonly cues: readonly string[];
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
  const stray = (at: DataPath, name: string, names: readonly string[]) => {
    if (!names.includes(name)) tell(at, 'content.stray', { name, known: names.join(', ') });
  };
  for (const list of ['with', 'without'] as const)
    for (const [index, name] of rules[list].entries()) stray(['rules', list, index], name, known.rules);
  const lender = known.frameworks.find(({ id, weights }) => id === like && weights === 'fitted');
  if (like !== null && lender === undefined) {
    const fitted = known.frameworks.filter(({ weights }) => weights === 'fitted');
    tell(['like'], 'content.stray', { name: like, known: fitted.map(({ id }) => id).join(', ') });
  }
  for (const [part, { cues, uses, like: label }] of parts.entries()) {
    if (label !== null) stray(['parts', part, 'like'], label, lender?.labels ?? []);
    for (const [index, { id }] of cues.entries())
      if (known.cues.includes(id)) tell(['parts', part, 'cues', index, 'id'], 'content.twice', { name: id });
    for (const list of ['strong', 'weak'] as const)
      for (const [index, feature] of uses[list].entries())
        if (feature.startsWith('cue:'))
          stray(['parts', part, 'uses', list, index], feature.slice('cue:'.length), known.cues);
  }
  return problems;
}
