import type { CommandModule } from '../commands.js';

export const command: CommandModule = {
  declare: (command, context, done) => {
    const { io, content, language, t } = context;
    command
      // Editors add these to the call; there is no other way to talk.
      .option('--stdio', t('command.lsp.stdio'))
      .option('--clientProcessId <number>', t('command.lsp.client'))
      .addHelpText('after', `\n${t('command.lsp.details')}`)
      .action(async ({ clientProcessId }: { readonly clientProcessId?: string }) => {
        const [{ serve }, { lspChecker }, { sarifRule }] = await Promise.all([
          import('../../lsp/server.js'),
          import('../lsp-checker.js'),
          import('../../reports/sarif-rule.js'),
        ]);
        const code = await serve({
          input: io.stdin,
          output: io.stdout,
          version: io.version,
          client: clientProcessId === undefined ? null : Number(clientProcessId),
          open: (workspace) => lspChecker(workspace, context),
          explain: (rule, kind) => {
            const data = content.rules().find(({ id }) => id === rule);
            const { shortDescription, help } = sarifRule(rule, 'note', data, { t, language });
            if (help === undefined) return null;
            const summary = shortDescription?.text ?? '';
            return kind === 'markdown'
              ? `**${rule}**: ${summary}\n\n${help.markdown}`
              : `${rule}: ${summary}\n\n${help.text}`;
          },
          words: {
            suppressNext: (id) => t('command.lsp.suppress-next', { rule: id }),
            suppressFile: (id) => t('command.lsp.suppress-file', { rule: id }),
            reason: t('command.lsp.reason'),
          },
        });
        done(code);
      });
  },
};
