import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type * as z from 'zod';
import { bankSchema } from '../content/bank-schema.js';
import { frameworkSchema } from '../content/framework-schema.js';
import {
  cuesSchema,
  languageSchema,
  runOnSchema,
  subjectsSchema,
  weightsSchema,
} from '../content/language-schema.js';
import { type Message, type Translate, translator } from '../content/messages.js';
import {
  compareMessages,
  flattenMessages,
  type MessageTree,
  messagesSchema,
} from '../content/messages-schema.js';
import { packWeights } from '../content/packed-weights.js';
import { type PresetSource, presetLevels, presetSchema } from '../content/preset-schema.js';
import { InputError, type Problem } from '../content/problems.js';
import type { SchemaOptions } from '../content/text-schema.js';
import type { Bank, Framework, LanguageModel, PackedWeights, Preset, RuleData } from '../content/types.js';
import { validate } from '../content/validate.js';
import { type ParsedYaml, parseYaml } from '../content/yaml.js';
import { indexRules } from '../rules/parse.js';
import { ruleFileSchema } from '../rules/schema.js';
import { patternFault } from '../text/pattern-faults.js';
import { storedIndex } from '../text/pattern-index.js';
import { besideCommas } from '../text/run-on.js';
import { withoutSamples } from './bank-samples.js';
import { compileGuides } from './compile-guides.js';
import type { ContentIndex } from './content.js';
import { CONTENT_FILE, contentBytes } from './content-file.js';
import {
  bankPatternProblems,
  cuePatternProblems,
  frameworkPatternProblems,
  languagePatternProblems,
} from './content-patterns.js';
import { frameworkReferenceProblems } from './framework-references.js';
import { plainBytes } from './plain-text.js';
import { ruleReferenceProblems, sampleReferenceProblems } from './rule-references.js';
import { withoutTexts } from './rule-texts.js';

/** Everything of `data/` that is valid, and what is wrong with the rest. */
export interface ReadContent {
  /** Name of a piece → its data. */
  readonly pieces: Readonly<Record<string, unknown>>;
  readonly problems: readonly Problem[];
}

/**
 * Reads and validates the YAML of `data/` and writes the file that `openContent` reads.
 *
 * @param from the folder `data/`
 * @param to folder for the compiled content; emptied first
 * @throws InputError with every problem of every file; nothing is written then
 */
export function compileContent(from: string, to: string): void {
  const { pieces, problems } = readContent(from);
  if (problems.length > 0) throw new InputError('', { problems });
  writeContent(pieces, to);
}

/** Writes the pieces into a folder that is emptied first. */
export function writeContent(pieces: ReadContent['pieces'], to: string): void {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  writeFileSync(join(to, CONTENT_FILE), contentBytes(pieces));
}

/**
 * Reads and validates the YAML of `data/`. A file with problems is left out of the pieces.
 *
 * @param from the folder `data/`, as problems shall name it
 */
export function readContent(from: string): ReadContent {
  const data = openData(from);
  const { t, pieces, problems, unread } = data;
  const interfaceLanguages = readMessages(data);
  const answerLanguages = readdirSync(join(from, 'languages')).sort();
  const languages = [...new Set([...interfaceLanguages, ...answerLanguages])].sort();
  const options = { languages, own: false };

  const frameworkFiles = readFrameworks(data, options);
  const frameworks = [...frameworkFiles.keys()];
  const cues = answerLanguages.flatMap((code) => readLanguage(data, code, { options, frameworks }));
  const ruleFiles = readRules(data);
  const rules = ruleFiles.flatMap((file) => file.rules);

  const known = {
    frameworks: unread.has('frameworks') ? null : frameworks,
    rules: unread.has('rules') ? null : [...new Set(rules.map(({ id }) => id))],
    cues: unread.has('cues') ? null : cues,
  };
  for (const [framework, parsed] of frameworkFiles)
    problems.push(...frameworkReferenceProblems(framework, parsed, known, t));
  const ids = { rules: known.rules, frameworks: known.frameworks?.map(({ id }) => id) ?? null };
  for (const file of ruleFiles) problems.push(...ruleReferenceProblems(file.rules, file.parsed, ids, t));

  const { bare, texts } = withoutTexts(rules);
  pieces.rules = bare;
  pieces['rule-texts'] = texts;
  for (const code of answerLanguages) pieces[`phrases.${code}`] = indexRules(rules, code);
  pieces.presets = readPresets(data, { options, rules, known: known.rules });
  const banks = readBanks(data, { options, frameworks, ids });
  const guides = compileGuides(existsSync(join(from, 'guides')) ? data.files('guides') : [], {
    banks,
    whole: !unread.has('banks'),
    languages,
    t,
  });
  problems.push(...guides.problems);
  pieces.guides = guides.summaries;
  pieces['guide-pages'] = guides.guides;

  const index: ContentIndex = {
    interfaceLanguages,
    answerLanguages,
    frameworks: frameworks.map(({ id }) => id),
    banks: banks.map(({ role, name, questions }) => ({
      role,
      name,
      questions: questions.map(({ id }) => id),
    })),
  };
  pieces.index = index;
  return { pieces, problems };
}

/** The folder `data/`, with what has been read of it. */
interface DataFolder {
  readonly t: Translate;
  readonly files: (folder: string) => { readonly name: string; readonly parsed: ParsedYaml }[];
  /** @returns null, and the problems are kept, where the file is not valid */
  readonly read: <T>(schema: z.ZodType<T>, parsed: ParsedYaml) => T | null;
  readonly report: (
    parsed: ParsedYaml,
    at: (string | number)[],
    key: string,
    values?: Readonly<Record<string, string | number>>,
  ) => void;
  readonly pieces: Record<string, unknown>;
  readonly problems: Problem[];
  /** A name that stands in a file which cannot be read is not unknown: one fault would be told as a hundred. */
  readonly unread: Set<'frameworks' | 'cues' | 'rules' | 'banks'>;
}

function openData(from: string): DataFolder {
  const t = bootstrapTranslator(from);
  const problems: Problem[] = [];
  return {
    t,
    files: (folder) => yamlFiles(join(from, folder), t),
    read: (schema, parsed) => {
      const result = validate(schema, parsed, t);
      problems.push(...(result.problems ?? []));
      return result.value;
    },
    report: (parsed, at, key, values = {}) =>
      problems.push({ path: parsed.path, ...parsed.locate(at), message: t(key, values) }),
    pieces: {},
    problems,
    unread: new Set(),
  };
}

/**
 * Texts that `check`, `lint` and help say, a quarter of all: they are a piece of their own, so that a start does not
 * parse the others. A text that is in the wrong piece is found all the same, a little later.
 */
const FIRST_MESSAGES =
  /^(?:cli|answer|report|feature)\.|^command\.(?:check|lint|config|[\w-]+\.summary$|banks\.bank-option$)|^session\.plain$/;

/** @returns the languages of the interface */
function readMessages({ files, read, report, pieces }: DataFolder): string[] {
  const messages = files('messages').flatMap(({ name, parsed }) => {
    const tree = read(messagesSchema, parsed);
    return tree === null ? [] : [{ name, parsed, flat: flattenMessages(tree) }];
  });
  const original = messages.find(({ name }) => name === ORIGINAL);
  for (const { name, parsed, flat } of messages) {
    const texts = Object.entries(flat);
    pieces[`first-messages.${name}`] = Object.fromEntries(texts.filter(([key]) => FIRST_MESSAGES.test(key)));
    pieces[`more-messages.${name}`] = Object.fromEntries(texts.filter(([key]) => !FIRST_MESSAGES.test(key)));
    for (const { key, fault, detail } of compareMessages(original?.flat ?? flat, flat, name))
      report(parsed, key.split('.'), `content.messages.${fault}`, { key, detail });
  }
  return messages.map(({ name }) => name);
}

function readFrameworks(data: DataFolder, options: SchemaOptions): Map<Framework, ParsedYaml> {
  const { t, files, read, report, pieces, problems, unread } = data;
  const frameworks = new Map<Framework, ParsedYaml>();
  for (const { name, parsed } of files('frameworks')) {
    const framework = read(frameworkSchema(options), parsed);
    if (framework === null) {
      unread.add('frameworks');
      continue;
    }
    if (framework.id !== name) report(parsed, ['id'], 'content.file-name', { name: framework.id });
    problems.push(...frameworkPatternProblems(framework, parsed, t));
    frameworks.set(framework, parsed);
    pieces[`framework.${framework.id}`] = framework;
  }
  return frameworks;
}

/** Reads the model of a language. @returns ids of its cues */
function readLanguage(
  data: DataFolder,
  code: string,
  { options, frameworks }: { readonly options: SchemaOptions; readonly frameworks: readonly Framework[] },
): string[] {
  const { t, files, read, report, pieces, problems, unread } = data;
  const fitted = frameworks.filter(({ weights }) => weights === 'fitted');
  const labels = Object.fromEntries(fitted.map((framework) => [framework.id, framework.labels]));
  const model: Partial<LanguageModel> = {};
  // A language may do without.
  pieces[`subjects.${code}`] = null;
  for (const { name, parsed } of files(join('languages', code))) {
    if (name === 'language') {
      const language = read(languageSchema(options), parsed);
      if (language === null) continue;
      if (language.code !== code) report(parsed, ['code'], 'content.file-name', { name: language.code });
      problems.push(...languagePatternProblems(language, parsed, t));
      Object.assign(model, language);
    } else if (name === 'cues') {
      const cues = read(cuesSchema(options), parsed);
      if (cues === null) unread.add('cues');
      else problems.push(...cuePatternProblems(cues, parsed, t));
      Object.assign(model, cues);
    } else if (name === 'weights') {
      const weights = Object.entries(read(weightsSchema(labels), parsed)?.weights ?? {});
      const packed = weights.map(([framework, rows]) => [framework, stored(packWeights(rows))]);
      Object.assign(model, { weights: Object.fromEntries(packed) });
    } else if (name === 'run-on') {
      const runOn = read(runOnSchema, parsed);
      if (runOn === null) continue;
      pieces[`run-on.${code}`] = runOn;
      Object.assign(model, { runOn: { bias: runOn.bias, besideCommas: besideCommas(runOn.features) } });
    } else if (name === 'subjects') {
      pieces[`subjects.${code}`] = read(subjectsSchema, parsed);
    }
    // Other files of the folder feed `npm run fit` and are not compiled in.
  }
  pieces[`language.${code}`] = { ...model, ...indexesOf(model) };
  return model.cues?.map(({ id }) => id) ?? [];
}

interface RuleFile {
  readonly parsed: ParsedYaml;
  readonly rules: readonly RuleData[];
}

function readRules({ files, read, report, unread }: DataFolder): RuleFile[] {
  const ruleFiles = files('rules').map(({ parsed }): RuleFile => {
    const rules = read(ruleFileSchema, parsed)?.rules ?? null;
    if (rules === null) unread.add('rules');
    return { parsed, rules: (rules ?? []) as readonly RuleData[] };
  });
  const ids = new Set<string>();
  for (const { parsed, rules } of ruleFiles)
    for (const [index, { id }] of rules.entries()) {
      if (ids.has(id)) report(parsed, ['rules', index, 'id'], 'content.twice', { where: id, name: id });
      ids.add(id);
    }
  return ruleFiles;
}

function readPresets(
  { files, read, report }: DataFolder,
  {
    options,
    rules,
    known,
  }: {
    readonly options: SchemaOptions;
    readonly rules: readonly RuleData[];
    /** Ids of all rules; null where some could not be read. */
    readonly known: readonly string[] | null;
  },
): Preset[] {
  return files('presets').flatMap(({ name, parsed }): Preset[] => {
    const preset = read<PresetSource>(presetSchema(options, known), parsed);
    if (preset === null) return [];
    if (preset.name !== name) report(parsed, ['name'], 'content.file-name', { name: preset.name });
    return [{ name: preset.name, about: preset.about, levels: presetLevels(preset, rules) }];
  });
}

/** A role's questions may stand in several files: `role.yaml`, `role.topic.yaml`. */
function readBanks(
  data: DataFolder,
  {
    options,
    frameworks,
    ids,
  }: {
    readonly options: SchemaOptions;
    readonly frameworks: readonly Framework[];
    readonly ids: Parameters<typeof sampleReferenceProblems>[2];
  },
): Bank[] {
  const { t, files, read, report, pieces, problems, unread } = data;
  const banks = new Map<string, Bank>();
  const asked = new Set<string>();
  const parts = Object.fromEntries(
    frameworks.map((framework) => [framework.id, framework.parts.map(({ id }) => id)]),
  );
  const schema = bankSchema({ ...options, frameworks: ids.frameworks === null ? null : parts });
  for (const { name, parsed } of files('banks')) {
    const bank = read(schema, parsed);
    if (bank === null) {
      unread.add('banks');
      continue;
    }
    if (bank.role !== name.split('.', 1)[0])
      report(parsed, ['role'], 'content.file-name', { name: bank.role });
    for (const [index, { id }] of bank.questions.entries()) {
      if (asked.has(id)) report(parsed, ['questions', index, 'id'], 'content.twice', { where: id, name: id });
      asked.add(id);
    }
    problems.push(...bankPatternProblems(bank, parsed, t), ...sampleReferenceProblems(bank, parsed, ids, t));
    const others = banks.get(bank.role)?.questions ?? [];
    banks.set(bank.role, { ...bank, questions: [...others, ...bank.questions] });
  }
  for (const bank of banks.values()) {
    const { bare, samples } = withoutSamples(bank);
    pieces[`bank.${bank.role}`] = bare;
    pieces[`samples.${bank.role}`] = samples;
  }
  return [...banks.values()];
}

/** Of patterns that parse: what is wrong with others was reported. */
function indexesOf({ cues = [], stock = [] }: Partial<LanguageModel>): Pick<LanguageModel, 'indexes'> {
  const patterns = cues.flatMap((cue) => cue.patterns);
  if ([...patterns, ...stock].some((pattern) => patternFault(pattern) !== null)) return {};
  return { indexes: { cues: storedIndex(patterns), stock: storedIndex(stock) } };
}

/** Names of weights are bytes, too: no parser looks through them. */
function stored({ packed, ...rest }: PackedWeights) {
  return { ...rest, packed: { ...packed, names: plainBytes(packed.names) } };
}

/** The language that texts are written in first; the others are compared with it. */
const ORIGINAL = 'en';

/** English texts for problems of the content itself; a text that is not there yet shows as its key. */
function bootstrapTranslator(from: string): Translate {
  const bare: Translate = (key, values) => `${key} ${JSON.stringify(values ?? {})}`;
  const path = join(from, 'messages', `${ORIGINAL}.yaml`);
  const tree = parseYaml(readFileSync(path, 'utf8'), path, bare).data as MessageTree | undefined;
  const texts: Record<string, Message> = tree === undefined ? {} : flattenMessages(tree);
  const t = translator(texts, ORIGINAL);
  return (key, values) => (key in texts ? t(key, values) : bare(key, values));
}

function yamlFiles(folder: string, t: Translate): { name: string; parsed: ParsedYaml }[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => {
      const path = join(folder, file);
      return { name: basename(file, '.yaml'), parsed: parseYaml(readFileSync(path, 'utf8'), path, t) };
    });
}
