import { Option } from 'commander';
import type { CommandContext } from './context.js';

export interface ConfigOptions {
  /** Path of `--config`; false for `--no-config`. */
  readonly config?: string | false;
}

/** `--config FILE` and `--no-config`. */
export function configOptions({ t }: Pick<CommandContext, 't'>): Option[] {
  return [
    new Option('--config <path>', t('command.config.config')),
    new Option('--no-config', t('command.config.no-config')),
  ];
}
