import type { GivenRule, GivenValues, Layer } from '../../content/config.js';
import type { FailLevel, RuleLevel } from '../../content/severities.js';
import type { RuleFlags } from '../rule-levels.js';

export interface LayerFlags extends RuleFlags {
  readonly failOn?: FailLevel;
  readonly maxWarnings?: number;
}

/**
 * What a command line says, as the highest layer of a config.
 *
 * @param levels what `--rule` and `--skip` come to
 */
export function commandLineLayer(
  { skip = [], failOn, maxWarnings }: LayerFlags,
  levels: ReadonlyMap<string, RuleLevel>,
): Layer {
  const by = (name: string) => ({ kind: 'option', name }) as const;
  const rules = [...levels].map(([id, value]): [string, GivenRule] => {
    const origin = by(skip.includes(id) ? '--skip' : '--rule');
    return [id, { level: { value, origin }, options: {} }];
  });
  const values: GivenValues = {
    ...(failOn === undefined ? {} : { failOn: { value: failOn, origin: by('--fail-on') } }),
    ...(maxWarnings === undefined
      ? {}
      : { maxWarnings: { value: maxWarnings, origin: by('--max-warnings') } }),
  };
  return { files: null, values, rules: Object.fromEntries(rules) };
}
