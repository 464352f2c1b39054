import { dirname, resolve, sep } from 'node:path';
import { Option } from 'commander';
import type { Given } from '../../content/config.js';
import { REPORT_NAMES } from '../../reports/reports.js';
import { openConfigs } from '../../store/config.js';
import { fileKind } from '../../store/file-kind.js';
import { details } from '../commander-texts.js';
import type { CommandModule } from '../commands.js';
import { commandLineLayer, type LayerFlags } from '../config/command-line.js';
import { effectiveRules, effectiveValues } from '../config/effective.js';
import { configJson, configText, type ShownConfig } from '../config/show.js';
import { type ConfigOptions, configOptions } from '../config-options.js';
import type { CommandContext } from '../context.js';
import { optionIn } from '../language.js';
import { failOnOption, maxWarningsOption } from '../limit-options.js';
import { bankOption, openBanks } from '../own-banks.js';
import { repeatedOption } from '../repeated-option.js';
import { chosenRules, namesOfRules } from '../rule-levels.js';
import { inCatalogueOrder } from '../rules/catalogue.js';
import { EXIT } from '../run.js';

interface Options extends ConfigOptions, LayerFlags {
  readonly bank?: readonly string[];
  readonly format: 'text' | 'json';
}

export const command: CommandModule = {
  declare: (command, context, done) => {
    const { io, t } = context;
    command
      .argument('[file]', t('command.config.file'))
      .addOption(
        new Option('--format <name>', t('command.config.format')).choices(['text', 'json']).default('text'),
      )
      .addOption(repeatedOption('--rule <name:severity>', t('command.lint.rule'), namesOfRules))
      .addOption(repeatedOption('--skip <rules>', t('command.lint.skip'), namesOfRules))
      .addOption(failOnOption(context))
      .addOption(maxWarningsOption(context))
      .addOption(bankOption(context))
      .addHelpText('after', details(t('command.config.details')));
    for (const option of configOptions(context)) command.addOption(option);
    command.action(async (file: string | undefined, options: Options) => {
      const shown = await effective(file, options, context);
      io.stdout.write(options.format === 'json' ? configJson(shown) : configText(shown, context));
      done(EXIT.clean);
    });
  },
};

async function effective(
  file: string | undefined,
  options: Options,
  context: CommandContext,
): Promise<ShownConfig> {
  const { io, t } = context;
  const content = await openBanks(context, options.bank);
  const rules = inCatalogueOrder(content.rules());
  const known = rules.map(({ id }) => id);
  const above = commandLineLayer(options, chosenRules(options, known, context).levels);
  const configs = openConfigs({
    cwd: io.cwd,
    content,
    t,
    config: options.config,
    formats: REPORT_NAMES,
    above,
  });
  const absolute = file === undefined ? io.cwd : resolve(io.cwd, file);
  const isFolder = fileKind(absolute) === 'folder';
  const own = isFolder ? await configs.ofFolder(absolute) : await configs.of(absolute);
  const counting = await configs.inFolder(isFolder ? absolute : dirname(absolute));
  return {
    file: file ?? null,
    config: own.path,
    ignored: counting.leavesOut(isFolder ? absolute + sep : absolute, true) !== null,
    values: effectiveValues(own, languageOf(own.values.lang, context)),
    rules: effectiveRules(own, rules),
  };
}

/** The language of the interface and who chose it. */
function languageOf(
  configured: Given<string> | undefined,
  { io: { argv, env }, language: value }: CommandContext,
): Given<string> {
  if (optionIn(argv, '--lang') !== undefined) return { value, origin: { kind: 'option', name: '--lang' } };
  if (configured !== undefined) return configured;
  const name = ['LC_ALL', 'LC_MESSAGES', 'LANG'].find((each) => env[each]);
  const spoken = name !== undefined && env[name]?.slice(0, 2).toLowerCase() === value;
  return { value, origin: spoken ? { kind: 'environment', name } : { kind: 'default' } };
}
