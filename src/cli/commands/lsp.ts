import { details } from '../commander-texts.js';
import type { CommandModule } from '../commands.js';

export const command: CommandModule = {
  declare: (command, context, done) => {
    const { io, t } = context;
    command
      // Editors add these to the call; there is no other way to talk.
      .option('--stdio', t('command.lsp.stdio'))
      .option('--clientProcessId <number>', t('command.lsp.client'))
      .addHelpText('after', details(t('command.lsp.details')))
      .action(async ({ clientProcessId }: { readonly clientProcessId?: string }) => {
        const [{ serve }, { lspChecker }] = await Promise.all([
          import('../../lsp/server.js'),
          import('../lsp-checker.js'),
        ]);
        const code = await serve({
          input: io.stdin,
          output: io.stdout,
          version: io.version,
          client: clientProcessId === undefined ? null : Number(clientProcessId),
          open: (workspace) => lspChecker(workspace, context),
        });
        done(code);
      });
  },
};
