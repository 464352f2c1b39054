import { Option } from 'commander';
import { localText } from '../../content/localized.js';
import { ruleUrl } from '../../reports/rule-url.js';
import type { CommandModule } from '../commands.js';
import { inCatalogueOrder, showCatalogue } from '../rules/catalogue.js';
import { EXIT } from '../run.js';

export const command: CommandModule = {
  declare: (command, context, done) => {
    const { io, content, language, t } = context;
    command
      .addOption(
        new Option('--format <name>', t('command.rules.format')).choices(['text', 'json']).default('text'),
      )
      .addHelpText('after', `\n${t('command.rules.examples')}`)
      .action(({ format }: { readonly format: 'text' | 'json' }) => {
        const rules = content.rules();
        if (format === 'json') {
          const listed = inCatalogueOrder(rules).map(({ id, severity, summary }) => ({
            id,
            severity,
            summary: localText(summary, language),
            url: ruleUrl(id),
          }));
          io.stdout.write(`${JSON.stringify({ version: 1, rules: listed }, null, 2)}\n`);
        } else io.stdout.write(showCatalogue(rules, io.stdout.columns ?? null, context));
        done(EXIT.clean);
      });
  },
};
