import type { RuleLevel } from '../content/severities.js';
import { REPORT_NAMES } from '../reports/reports.js';
import { openConfigs } from '../store/config.js';
import { configuredContent } from '../store/config-content.js';
import type { ContentStore } from '../store/content.js';
import type { ConfigOptions } from './config-options.js';
import type { CommandContext } from './context.js';

export interface CheckConfig {
  /** With the banks of the config, and the options it sets for rules. */
  readonly content: ContentStore;
  readonly levels: Readonly<Record<string, RuleLevel>>;
}

/**
 * What the config of one file says of its reading.
 *
 * @param absolute path of the file
 * @param context its content with the banks of the command line
 * @throws InputError where the config cannot be used
 */
export async function openCheckConfig(
  absolute: string,
  { config }: ConfigOptions,
  { io, content, t }: Pick<CommandContext, 'io' | 'content' | 't'>,
): Promise<CheckConfig> {
  const own = await openConfigs({ cwd: io.cwd, content, t, config, formats: REPORT_NAMES }).of(absolute);
  const levels = [...own.rules].flatMap(([id, { level }]) =>
    level === undefined ? [] : [[id, level.value]],
  );
  return {
    content: own.path === null ? content : configuredContent(content, own),
    levels: Object.fromEntries(levels),
  };
}
