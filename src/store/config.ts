import { basename, dirname, relative, resolve, sep } from 'node:path';
import { type EffectiveConfig, type GivenBanks, type Layer, mergeLayers } from '../content/config.js';
import { InputError } from '../content/problems.js';
import { visibleLine } from '../content/visible.js';
import type { ConfigFileOptions } from './config-file.js';
import { configSearch, type FoundConfig } from './config-search.js';
import { fileKind } from './file-kind.js';
import { isBank } from './is-bank.js';
import { slashes } from './shown-path.js';

export interface ConfigsOptions extends ConfigFileOptions {
  /** Path as typed after `--config`; false: no config counts; absent: it is searched for. */
  readonly config?: string | false | undefined;
  /** What the command line says, above everything. */
  readonly above?: Layer;
}

/** The config of one file, or of a folder. The same object for files that share all of it. */
export interface FileConfig extends EffectiveConfig {
  /** The config file it comes from, as shown to the user; null where none counts. */
  readonly path: string | null;
}

/** Answers what counts for a file. Each config is read once, when the first of its files is asked for. */
export interface Configs {
  /**
   * @param absolute path of a file; that of a folder ends with a separator
   * @throws InputError with everything that is wrong with the config that counts for it
   */
  readonly of: (absolute: string) => Promise<FileConfig>;
  /** The config of a folder: what concerns the run as a whole is said by that of the working directory. */
  readonly ofFolder: (absolute: string) => Promise<FileConfig>;
  /** What answers for the files of a folder: thousands of them need not be waited for one by one. */
  readonly inFolder: (folder: string) => Promise<FolderConfig>;
}

/** The config that counts in a folder, read and ready for its files. */
export interface FolderConfig {
  readonly of: (absolute: string) => FileConfig;
  readonly ofFolder: FileConfig;
  /** All banks it names: those that only some files have in `overrides`, and above them those of all files. */
  readonly banks: readonly GivenBanks[];
  /**
   * What leaves a file out: `ignore`, or that it is a bank or a config itself; null: nothing.
   *
   * @param patterns false: its `ignore` counts for nothing
   */
  readonly leavesOut: (absolute: string, patterns: boolean) => 'ignore' | 'own' | null;
}

/** Finds and reads configs as they are needed. What reads YAML is loaded only where there is one. */
export function openConfigs(options: ConfigsOptions): Configs {
  const { cwd, t, config, above } = options;
  const ready = new Map<string, Promise<FolderConfig>>();
  const none = withoutConfig(above);
  const named = typeof config === 'string' ? namedConfig(config, options) : null;
  const search = configSearch(cwd, t);

  const load = (found: FoundConfig): Promise<FolderConfig> => {
    let reading = ready.get(found.path);
    if (reading === undefined) {
      reading = read(found, options);
      ready.set(found.path, reading);
    }
    return reading;
  };
  const inFolder = async (folder: string): Promise<FolderConfig> => {
    if (config === false) return none;
    const found = named ?? search(folder);
    return found === null ? none : load(found);
  };
  return {
    of: async (absolute) => (await inFolder(dirname(absolute))).of(absolute),
    ofFolder: async (absolute) => (await inFolder(absolute)).ofFolder,
    inFolder,
  };
}

function withoutConfig(above: Layer | undefined): FolderConfig {
  const only: FileConfig = { ...mergeLayers(above === undefined ? [] : [above]), path: null };
  return { of: () => only, ofFolder: only, banks: [], leavesOut: () => null };
}

function namedConfig(path: string, { cwd, t }: ConfigsOptions): FoundConfig {
  const absolute = resolve(cwd, path);
  if (fileKind(absolute) === 'absent')
    throw new InputError(t('content.file.absent', { path: visibleLine(path) }));
  return { path: absolute, inPackage: basename(absolute) === 'package.json', named: true };
}

async function read(found: FoundConfig, options: ConfigsOptions): Promise<FolderConfig> {
  const [{ readConfigFile }, { ignoring, matching }] = await Promise.all([
    import('./config-file.js'),
    import('./config-patterns.js'),
  ]);
  const { path, layers, files } = readConfigFile(found, options);
  // Whoever names a config from a folder of its own speaks of the paths that are linted.
  const base = found.named === true ? options.cwd : dirname(found.path);
  const chosen = layers.map(({ files }) => (files === null ? null : matching(files)));
  const merged = new Map<string, FileConfig>();
  const merge = (counts: (index: number) => boolean): FileConfig => {
    const counting = layers.filter((_, index) => counts(index));
    const key = counting.map((layer) => layers.indexOf(layer)).join();
    let config = merged.get(key);
    if (config === undefined) {
      const all = options.above === undefined ? counting : [...counting, options.above];
      config = { ...mergeLayers(all), path };
      merged.set(key, config);
    }
    return config;
  };
  const inBase = (absolute: string) => slashes(relative(base, absolute));
  const ofFolder = merge((index) => layers[index]?.files === null);
  const ignored = ignoring(ofFolder.values.ignore?.value ?? []);
  const banks = layers.flatMap(({ values }) => values.bank?.value.paths ?? []);
  const overriding = layers.filter(({ files }) => files !== null);
  return {
    of: (absolute) => {
      const inside = inBase(absolute);
      return merge((index) => chosen[index]?.(inside) ?? true);
    },
    ofFolder,
    banks: [...overriding, ofFolder].flatMap(({ values }) => values.bank?.value ?? []),
    // Banks and configs are no files of answers, and may well lie among them.
    leavesOut: (absolute, patterns) => {
      if (patterns && ignored(inBase(absolute) + (absolute.endsWith(sep) ? '/' : ''))) return 'ignore';
      return files.includes(absolute) || banks.some((bank) => isBank(bank, absolute)) ? 'own' : null;
    },
  };
}
