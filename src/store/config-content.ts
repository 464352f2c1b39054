import { withOptions } from '../rules/with-options.js';
import type { FileConfig } from './config.js';
import { type ContentStore, withBanks } from './content.js';

/**
 * The content as a config wants it: with its banks, and with the options it sets for rules. Severities stay
 * those that ship: what a finding is worth is decided where all who may say so are known.
 */
export function configuredContent(content: ContentStore, { values, rules }: FileConfig): ContentStore {
  const banks = values.bank?.value.banks ?? [];
  const options = new Map(
    [...rules].flatMap(([id, { options: given }]) => {
      const set = Object.entries(given).map(([name, { value }]) => [name, value] as const);
      return set.length === 0 ? [] : [[id, Object.fromEntries(set)] as const];
    }),
  );
  if (options.size === 0) return withBanks(content, banks);
  let own: ReturnType<ContentStore['rules']> | undefined;
  return {
    ...withBanks(content, banks),
    rules: () => {
      own ??= withOptions(content.rules(), options);
      return own;
    },
    phrases: () => null,
  };
}
