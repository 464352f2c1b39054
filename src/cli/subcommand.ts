import type { Command } from 'commander';
import type { CommandContext } from './context.js';
import { helpHint } from './program.js';

/** A command of a command, with the options that every command has. */
export function subcommand(parent: Command, name: string, context: CommandContext): Command {
  const { t } = context;
  const summary = t(`command.${parent.name()}.${name}`);
  const command = parent.command(name).summary(summary).description(summary);
  command.showHelpAfterError(helpHint(command, context));
  for (const option of parent.options) command.addOption(option);
  return command;
}
