import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type * as z from 'zod';
import type { Given, GivenBanks, GivenRule, GivenValues, Layer, Origin } from '../content/config.js';
import {
  type ConfigData,
  configSchema,
  type OneOrMore,
  type OverrideData,
  type RuleSettings,
} from '../content/config-schema.js';
import type { Translate } from '../content/messages.js';
import { nearest } from '../content/nearest.js';
import { InputError, type Problem } from '../content/problems.js';
import type { RuleLevel } from '../content/severities.js';
import { validate } from '../content/validate.js';
import { visibleLine, visibleName } from '../content/visible.js';
import { type DataPath, type ParsedYaml, parseYaml } from '../content/yaml.js';
import { optionsOf } from '../rules/option-schema.js';
import { readBanks } from './bank-file.js';
import { type FoundConfig, PACKAGE_KEY } from './config-search.js';
import type { ContentStore } from './content.js';
import { readDataFile } from './data-file.js';
import { isBank } from './is-bank.js';
import { leadsOut } from './leads-out.js';
import { repositoryOf } from './repository.js';
import { shownPath } from './shown-path.js';

export interface ConfigFileOptions {
  /** Absolute; for the paths of messages. */
  readonly cwd: string;
  /** Its rules, presets and roles are those a config may name; with the banks of the command line. */
  readonly content: ContentStore;
  /** Names of reports; absent: any name will do. */
  readonly formats?: readonly string[] | undefined;
  readonly t: Translate;
}

/** A config with everything it extends, lowest layer first. */
export interface ConfigFile {
  /** As shown to the user. */
  readonly path: string;
  readonly layers: readonly Layer[];
  /** Absolute paths of the config and of the files it extends. */
  readonly files: readonly string[];
}

/** Files that one config may bring together: a few that extend each other twice would multiply without end. */
const MOST_FILES = 50;

/** What all files of one config share while it is read. */
interface ConfigReader {
  readonly options: ConfigFileOptions;
  readonly schema: z.ZodType<ConfigData>;
  readonly problems: Problem[];
  /** Folder that a path in a config may not leave; null where there is no repository. */
  readonly root: string | null;
  /** Absolute paths of those that have been opened. */
  readonly files: string[];
  /** Each role that is named, and where. */
  readonly roles: { readonly role: string; readonly file: ValidFile; readonly at: DataPath }[];
}

/** A file of a config, read and valid. */
interface ValidFile {
  readonly absolute: string;
  readonly data: ConfigData;
  readonly parsed: ParsedYaml;
}

/** The schema of a config for the content at hand. */
export function schemaOfConfig({
  content,
  formats,
}: Pick<ConfigFileOptions, 'content' | 'formats'>): z.ZodType<ConfigData> {
  return configSchema({
    rules: new Map(content.rules().map((rule) => [rule.id, optionsOf(rule)])),
    presets: content.presets().map(({ name }) => name),
    languages: content.index.interfaceLanguages,
    formats,
  });
}

/**
 * Reads a config, the files it extends and the banks it names. Paths in it start from the file that holds
 * them, and do not lead out of the repository: a config may come with anybody's change.
 *
 * @throws InputError with all problems of all its files
 */
export function readConfigFile(found: FoundConfig, options: ConfigFileOptions): ConfigFile {
  const reading: ConfigReader = {
    options,
    schema: schemaOfConfig(options),
    problems: [],
    root: repositoryOf(dirname(found.path)),
    files: [found.path],
    roles: [],
  };
  if (found.named !== true && isOutside(found.path, reading)) {
    const path = shown(found.path, reading);
    throw new InputError(options.t('config.outside', { path }));
  }
  const file = open(found, reading);
  const layers = file === null ? [] : layersOf(file, [found.path], reading);
  checkRoles(layers, reading);
  const { problems } = reading;
  if (problems.length > 0) throw new InputError('', { problems });
  return { path: shown(found.path, reading), layers, files: reading.files };
}

function open({ path: absolute, inPackage }: FoundConfig, reading: ConfigReader): ValidFile | null {
  const { t } = reading.options;
  const path = shown(absolute, reading);
  const { text, problem } = readDataFile(absolute, path, t);
  if (problem !== null) {
    reading.problems.push(problem);
    return null;
  }
  const parsed = partOf(parseYaml(text, path, t), inPackage);
  const { value: data, problems } = validate(reading.schema, parsed, t);
  if (data !== null) return { absolute, data, parsed };
  for (const one of problems) reading.problems.push(one);
  return null;
}

/** The config in a parsed file; an empty file is a config that says nothing. */
function partOf(parsed: ParsedYaml, inPackage: boolean): ParsedYaml {
  if (parsed.problems.length > 0) return parsed;
  if (!inPackage) return { ...parsed, data: parsed.data ?? {} };
  const { data, locate } = parsed;
  return {
    ...parsed,
    data: (data as Readonly<Record<string, unknown>> | null)?.[PACKAGE_KEY] ?? {},
    locate: (path, at) => locate([PACKAGE_KEY, ...path], path.length === 0 ? 'key' : at),
  };
}

/** @param chain absolute paths of the files that led here, this one last */
function layersOf(file: ValidFile, chain: readonly string[], reading: ConfigReader): Layer[] {
  const { data, parsed } = file;
  const below = entries(data.extends).flatMap(({ value, at }) =>
    extendedLayers(value, { file, at: ['extends', ...at], chain }, reading),
  );
  if (data.role !== undefined) reading.roles.push({ role: data.role, file, at: ['role'] });
  const own: Layer = {
    files: null,
    values: { ...valuesOf(file, data), ...bankOf(file, data.bank, ['bank'], reading) },
    rules: rulesOf(parsed, data.rules, ['rules']),
  };
  const overrides = (data.overrides ?? []).map((override, index) =>
    overrideLayer(file, override, ['overrides', index], reading),
  );
  return [...below, own, ...overrides];
}

interface Extending {
  readonly file: ValidFile;
  readonly at: DataPath;
  readonly chain: readonly string[];
}

function extendedLayers(value: string, { file, at, chain }: Extending, reading: ConfigReader): Layer[] {
  const { content, t } = reading.options;
  const preset = content.presets().find(({ name }) => name === value);
  if (preset !== undefined) {
    const origin: Origin = { kind: 'preset', name: preset.name };
    const rules = Object.entries(preset.levels).map(([id, level]): [string, GivenRule] => [
      id,
      { level: { value: level, origin }, options: {} },
    ]);
    return [{ files: null, values: {}, rules: Object.fromEntries(rules) }];
  }
  const refuse = (key: string, values = {}): Layer[] => {
    problem(file.parsed, at, t(key, { path: visibleLine(value), ...values }), reading);
    return [];
  };
  const absolute = resolve(dirname(file.absolute), value);
  if (!existsSync(absolute)) return refuse('config.extends-absent');
  if (isOutside(absolute, reading)) return refuse('config.outside');
  const from = chain.indexOf(absolute);
  if (from >= 0) {
    const loop = [...chain.slice(from), absolute].map((path) => shown(path, reading)).join(' → ');
    return refuse('config.extends-loop', { loop });
  }
  const extended = reading.files.push(absolute) - 1;
  if (extended > MOST_FILES)
    return extended === MOST_FILES + 1 ? refuse('config.extends-many', { most: MOST_FILES }) : [];
  const opened = open({ path: absolute, inPackage: false }, reading);
  return opened === null ? [] : layersOf(opened, [...chain, absolute], reading);
}

function overrideLayer(file: ValidFile, override: OverrideData, at: DataPath, reading: ConfigReader): Layer {
  const { parsed } = file;
  if (override.role !== undefined) reading.roles.push({ role: override.role, file, at: [...at, 'role'] });
  return {
    files: entries(override.files).map(({ value }) => value),
    values: {
      ...(override.role === undefined ? {} : { role: given(parsed, override.role, [...at, 'role']) }),
      ...bankOf(file, override.bank, [...at, 'bank'], reading),
    },
    rules: rulesOf(parsed, override.rules, [...at, 'rules']),
  };
}

function valuesOf({ parsed }: ValidFile, data: ConfigData): GivenValues {
  const { lang, role, ignore, failOn, maxWarnings, format } = data;
  const values = {
    lang,
    role,
    ignore: ignore === undefined ? undefined : entries(ignore).map(({ value }) => value),
    failOn,
    maxWarnings,
    format,
  };
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, given(parsed, value, [name])]],
    ),
  );
}

function rulesOf(parsed: ParsedYaml, rules: RuleSettings = {}, at: DataPath): Record<string, GivenRule> {
  const said = Object.entries(rules).flatMap(([id, rule]): [string, GivenRule][] => {
    const place = [...at, id];
    if (rule === undefined) return [];
    if (typeof rule === 'string') return [[id, { level: given(parsed, rule, place), options: {} }]];
    const { severity, ...options } = rule;
    const level =
      severity === undefined ? {} : { level: given<RuleLevel>(parsed, severity, [...place, 'severity']) };
    const named = Object.entries(options).flatMap(([name, value]): [string, Given<unknown>][] =>
      value === undefined ? [] : [[name, given(parsed, value, [...place, name])]],
    );
    return [[id, { ...level, options: Object.fromEntries(named) }]];
  });
  return Object.fromEntries(said);
}

function bankOf(
  file: ValidFile,
  bank: OneOrMore | undefined,
  at: DataPath,
  reading: ConfigReader,
): { bank?: Given<GivenBanks> } {
  if (bank === undefined) return {};
  const { options, problems } = reading;
  const written = entries(bank);
  const before = problems.length;
  const paths = written.map(({ value, at: inside }) => {
    const absolute = resolve(dirname(file.absolute), value);
    const path = visibleLine(value);
    const refuse = (key: string) =>
      problem(file.parsed, [...at, ...inside], options.t(key, { path }), reading);
    if (!existsSync(absolute)) refuse('content.file.absent');
    else if (isOutside(absolute, reading)) refuse('config.outside');
    else {
      const config = reading.files.find((each) => isBank(absolute, each));
      if (config !== undefined) {
        const values = { where: 'bank', path: shown(config, reading) };
        problem(file.parsed, [...at, ...inside], options.t('config.no-bank', values), reading);
      }
    }
    return absolute;
  });
  const refuseAll = (message: string) => problem(file.parsed, at, message, reading);
  const banks = problems.length > before ? [] : banksOf(paths, refuseAll, reading);
  const value = { written: written.map((each) => each.value), paths, banks };
  return { bank: given(file.parsed, value, at) };
}

function banksOf(
  paths: readonly string[],
  refuse: (message: string) => void,
  { options, problems }: ConfigReader,
): GivenBanks['banks'] {
  try {
    return readBanks(paths, options).map(({ bank }) => bank);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    for (const message of error.message.split('\n')) if (message !== '') refuse(message);
    for (const one of error.problems) problems.push(one);
    return [];
  }
}

/** Roles that no bank has: neither those that ship nor one the config names. */
function checkRoles(layers: readonly Layer[], reading: ConfigReader): void {
  const { options, problems, roles } = reading;
  if (problems.length > 0) return;
  const banks = layers.flatMap(({ values }) => values.bank?.value.banks ?? []);
  const known = [...new Set([...options.content.index.banks, ...banks].map(({ role }) => role))];
  for (const { role, file, at } of roles) {
    if (known.includes(role)) continue;
    const near = nearest(role, known);
    const key = near === null ? 'content.not-one-of' : 'content.not-one-of-near';
    const message = options.t(key, {
      where: 'role',
      value: visibleName(role),
      near: near ?? '',
      known: known.join(', '),
    });
    problem(file.parsed, at, message, reading);
  }
}

/** One value or several, each with its place. */
function entries(given: OneOrMore | undefined): { readonly value: string; readonly at: DataPath }[] {
  if (given === undefined) return [];
  if (typeof given === 'string') return [{ value: given, at: [] }];
  return given.map((value, index) => ({ value, at: [index] }));
}

function given<T>(parsed: ParsedYaml, value: T, at: DataPath): Given<T> {
  return { value, origin: { kind: 'file', path: parsed.path, ...parsed.locate(at, 'key') } };
}

function problem(parsed: ParsedYaml, at: DataPath, message: string, { problems }: ConfigReader): void {
  problems.push({ path: parsed.path, ...parsed.locate(at), message });
}

function shown(absolute: string, { options }: ConfigReader): string {
  return visibleLine(shownPath(absolute, options.cwd));
}

/** True where a path, its links followed, leads out of the repository. */
function isOutside(absolute: string, { root }: ConfigReader): boolean {
  return root !== null && leadsOut(root, absolute);
}
