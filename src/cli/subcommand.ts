import type { Command } from 'commander';
import type { CommandContext } from './context.js';
import { fullName } from './program.js';

/** A command of a command, with the options that every command has. */
export function subcommand(parent: Command, name: string, { t }: CommandContext): Command {
  const summary = t(`command.${parent.name()}.${name}`);
  const command = parent.command(name).summary(summary).description(summary);
  command.showHelpAfterError(t('cli.help-after-error', { command: fullName(command) }));
  for (const option of parent.options) command.addOption(option);
  return command;
}
