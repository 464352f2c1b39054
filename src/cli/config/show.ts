import type { Origin } from '../../content/config.js';
import { visibleLine } from '../../content/visible.js';
import { wrap } from '../../terminal/wrap.js';
import type { CommandContext } from '../context.js';
import type { EffectiveRule, EffectiveValue } from './effective.js';

/** What `config` has to say of one file. */
export interface ShownConfig {
  /** As typed; null: the working directory is meant. */
  readonly file: string | null;
  /** The config that counts; null where there is none. */
  readonly config: string | null;
  /** True where the config leaves the file out. */
  readonly ignored: boolean;
  readonly values: readonly EffectiveValue[];
  readonly rules: readonly EffectiveRule[];
}

type Show = Pick<CommandContext, 't' | 'paint' | 'io'>;

/** As one JSON object. */
export function configJson({ file, config, ignored, values, rules }: ShownConfig): string {
  const shown = {
    version: 1,
    file,
    config,
    ignored,
    values: Object.fromEntries(values.map(({ key, given }) => [key, given])),
    rules: Object.fromEntries(rules.map(({ id, level, options }) => [id, { severity: level, options }])),
  };
  return `${JSON.stringify(shown, null, 2)}\n`;
}

/** For people: a table of keys and one of rules, with the origin of each value in the last column. */
export function configText(shown: ShownConfig, { t, paint, io }: Show): string {
  const { file, config, ignored, values, rules } = shown;
  const prose = (text: string) => wrap(text, io.stdout.columns ?? Number.POSITIVE_INFINITY);
  // A path is copied whole: the window breaks it, not we.
  const head = config === null ? prose(t('config.none')) : t('config.counts', { path: config });
  const rows = values.map(({ key, given }) => [
    key,
    given === null ? '—' : valueText(given.value),
    given === null ? '' : originText(given.origin, t),
  ]);
  const ruleRows = rules.flatMap(({ id, level, options }) => [
    [id, level.value, originText(level.origin, t)],
    ...Object.entries(options).map(([name, { value, origin }]) => [
      `  ${name}`,
      valueText(value),
      originText(origin, t),
    ]),
  ]);
  return [
    ...(file === null ? [] : [paint('bold', visibleLine(file))]),
    head,
    ...(ignored ? [prose(t('config.ignored'))] : []),
    '',
    ...table(rows, paint),
    '',
    paint('bold', t('config.rules')),
    ...table(ruleRows, paint),
    '',
  ].join('\n');
}

/** Longest value that widens its column; the origin of a longer one follows after it. */
const WIDEST = 40;

function table(rows: readonly (readonly string[])[], paint: CommandContext['paint']): string[] {
  const width = (column: number) =>
    Math.min(WIDEST, Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
  const widths = [width(0), width(1)];
  const padded = (text: string, column: number) => text.padEnd(widths[column] ?? 0);
  return rows.map(([name = '', value = '', origin = '']) =>
    `${padded(name, 0)}  ${padded(value, 1)}  ${paint('dim', origin)}`.trimEnd(),
  );
}

function valueText(value: unknown): string {
  return visibleLine(Array.isArray(value) ? value.map(String).join(', ') : String(value));
}

function originText(origin: Origin, t: CommandContext['t']): string {
  switch (origin.kind) {
    case 'file':
      return `${origin.path}:${origin.line}`;
    case 'preset':
      return t('config.origin.preset', { name: origin.name });
    case 'option':
      return origin.name;
    case 'environment':
      return origin.name;
    case 'default':
      return t('config.origin.default');
  }
}
