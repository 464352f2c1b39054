import type { CommandModule } from '../commands.js';

export const command: CommandModule = {
  declare: (command, { io, content, language, t }, done) => {
    command.addHelpText('after', `\n${t('command.rules.examples')}`).action(() => {
      for (const { id, severity, summary } of content.rules())
        io.stdout.write(`${id}  ${severity}  ${summary[language]}\n`);
      done(0);
    });
  },
};
