import type { RuleData } from '../content/types.js';

/** What `explain` shows of a rule and no check asks for: more than half of all that is written about rules. */
type ExplainTexts = Pick<RuleData, 'summary' | 'reason' | 'examples'>;

export type BareRule = Omit<RuleData, keyof ExplainTexts>;

/** Rule → its texts. */
export type TextsOfRules = Readonly<Record<string, ExplainTexts>>;

/** Rules in two, so that reading an answer loads no examples. */
export function withoutTexts(rules: readonly RuleData[]): {
  readonly bare: readonly BareRule[];
  readonly texts: TextsOfRules;
} {
  const texts: Record<string, ExplainTexts> = {};
  const bare = rules.map(({ summary, reason, examples, ...rule }) => {
    texts[rule.id] = { summary, reason, examples };
    return rule;
  });
  return { bare, texts };
}

/** @param load gives the texts when a rule is first asked for one */
export function withTexts(bare: readonly BareRule[], load: () => TextsOfRules): readonly RuleData[] {
  return bare.map((rule): RuleData => {
    const texts = () => load()[rule.id] as ExplainTexts;
    return {
      ...rule,
      get summary() {
        return texts().summary;
      },
      get reason() {
        return texts().reason;
      },
      get examples() {
        return texts().examples;
      },
    };
  });
}
