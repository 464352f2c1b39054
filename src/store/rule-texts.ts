import type { RuleData } from '../content/types.js';

/** What `explain` shows of a rule and no check asks for: more than half of all that is written about rules. */
type RuleTexts = Pick<RuleData, 'summary' | 'reason' | 'examples'>;

export type BareRule = Omit<RuleData, keyof RuleTexts>;

/** Rule → its texts. */
export type TextsOfRules = Readonly<Record<string, RuleTexts>>;

/** Rules in two, so that reading an answer loads no examples. */
export function withoutTexts(rules: readonly RuleData[]): {
  readonly bare: readonly BareRule[];
  readonly texts: TextsOfRules;
} {
  const texts: Record<string, RuleTexts> = {};
  const bare = rules.map(({ summary, reason, examples, ...rule }) => {
    texts[rule.id] = { summary, reason, examples };
    return rule;
  });
  return { bare, texts };
}

/** @param load gives the texts when a rule is first asked for one */
export function withTexts(bare: readonly BareRule[], load: () => TextsOfRules): readonly RuleData[] {
  return bare.map((rule): RuleData => {
    const texts = () => load()[rule.id] as RuleTexts;
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
