import { Argument } from 'commander';
import { details } from '../commander-texts.js';
import type { CommandModule } from '../commands.js';
import { bashCompletion } from '../completion/bash.js';
import { describeProgram } from '../completion/describe.js';
import { fishCompletion } from '../completion/fish.js';
import { zshCompletion } from '../completion/zsh.js';
import { createProgram } from '../program.js';
import { EXIT } from '../run.js';

const SHELLS = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion } as const;

export const command: CommandModule = {
  declare: (command, context, done) => {
    const { io, content, t } = context;
    command
      .addArgument(new Argument('<shell>', t('command.completion.shell')).choices(Object.keys(SHELLS)))
      .addHelpText('after', details(t('command.completion.details')))
      .action(async (shell: keyof typeof SHELLS) => {
        const program = await createProgram(context, () => undefined, 'all');
        io.stdout.write(SHELLS[shell](describeProgram(program, content)));
        done(EXIT.clean);
      });
  },
};
