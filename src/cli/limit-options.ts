import { InvalidArgumentError, Option } from 'commander';
import { FAIL_LEVELS } from '../content/severities.js';
import type { CommandContext } from './context.js';

/** `--fail-on SEVERITY`. */
export function failOnOption({ t }: Pick<CommandContext, 't'>): Option {
  return new Option('--fail-on <severity>', t('command.lint.fail-on')).choices(FAIL_LEVELS);
}

/** `--max-warnings NUMBER`. */
export function maxWarningsOption({ t }: Pick<CommandContext, 't'>): Option {
  return new Option('--max-warnings <number>', t('command.lint.max-warnings')).argParser((value: string) => {
    if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError(t('command.lint.not-a-number'));
    return Number(value);
  });
}
