import type { CommandModule } from '../commands.js';

export const command: CommandModule = {
  declare: (command, { io, t }, done) => {
    command.argument('<rule>', t('command.explain.rule')).action((rule: string) => {
      io.stdout.write(`${rule}\n`);
      done(0);
    });
  },
};
