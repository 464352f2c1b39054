import { type Dirent, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bankSchema } from '../content/bank-schema.js';
import type { Translate } from '../content/messages.js';
import { InputError, type Problem } from '../content/problems.js';
import type { Bank } from '../content/types.js';
import { validate } from '../content/validate.js';
import { visibleLine } from '../content/visible.js';
import { type ParsedYaml, parseYaml } from '../content/yaml.js';
import { isConfigName } from './config-search.js';
import type { ContentStore } from './content.js';
import { ownBankPatternProblems } from './content-patterns.js';
import { readDataFile } from './data-file.js';
import { fileKind } from './file-kind.js';
import { shownPath } from './shown-path.js';

export interface BankFilesOptions {
  /** Absolute folder that relative paths start from. */
  readonly cwd: string;
  /** Its languages and frameworks are those a bank may use. */
  readonly content: ContentStore;
  /** Language of the problems. */
  readonly t: Translate;
}

/** A bank of the user's, with the file it came from. */
export interface BankFile {
  /** Relative to the working directory, forward slashes. */
  readonly path: string;
  readonly bank: Bank;
  /** Where a value of the bank stands in the file. */
  readonly locate: ParsedYaml['locate'];
}

const EXTENSIONS = ['.yaml', '.yml', '.json'];

/**
 * Reads question banks of the user's own: YAML or JSON files, and folders of them. Texts in one language
 * serve for the others too; fields with a sensible default may be absent. Symbolic links inside a folder are
 * not followed.
 *
 * @param paths files and folders, as typed
 * @throws InputError with all problems of all files
 */
export function readBanks(paths: readonly string[], options: BankFilesOptions): BankFile[] {
  const { content, t } = options;
  const schema = ownBankSchema(content);
  const problems: Problem[] = [];
  const banks: BankFile[] = [];
  const homes = new Map<string, string>();
  const absent = new Set<string>();
  for (const file of bankFiles(paths, options, (message) => absent.add(message))) {
    const path = visibleLine(shownPath(file, options.cwd));
    const { text, problem } = readDataFile(file, path, t);
    if (problem !== null) {
      problems.push(problem);
      continue;
    }
    if (isConfigName(file)) {
      const message = t('config.no-bank', { where: t('content.whole-file'), path });
      problems.push({ path, line: 1, column: 1, message });
      continue;
    }
    const parsed = parseYaml(text, path, t);
    const { value: bank, problems: found } = validate(schema, parsed, t);
    if (bank === null) {
      for (const one of found) problems.push(one);
      continue;
    }
    for (const one of ownBankPatternProblems(bank, parsed, t)) problems.push(one);
    for (const [index, { id }] of bank.questions.entries()) {
      const place = parsed.locate(['questions', index, 'id']);
      const home = homes.get(id);
      if (home !== undefined)
        problems.push({ path, ...place, message: t('content.twice-in', { name: id, path: home }) });
      homes.set(id, path);
    }
    banks.push({ path, bank, locate: parsed.locate });
  }
  if (problems.length + absent.size > 0) throw new InputError([...absent].join('\n'), { problems });
  return banks;
}

/**
 * Checks the text of a bank that is about to be written, as it would be checked when it is read.
 *
 * @param path as shown in problems
 * @throws InputError with all problems
 */
export function checkBankSource(
  source: string,
  path: string,
  { content, t }: Pick<BankFilesOptions, 'content' | 't'>,
): void {
  const parsed = parseYaml(source, path, t);
  const { value: bank, problems } = validate(ownBankSchema(content), parsed, t);
  const found = bank === null ? problems : ownBankPatternProblems(bank, parsed, t);
  if (found.length > 0) throw new InputError('', { problems: found });
}

function ownBankSchema(content: ContentStore) {
  const { frameworks, interfaceLanguages, answerLanguages } = content.index;
  return bankSchema({
    own: true,
    languages: [...new Set([...interfaceLanguages, ...answerLanguages])].sort(),
    frameworks: Object.fromEntries(
      frameworks.map((id) => [id, content.framework(id).parts.map((part) => part.id)]),
    ),
  });
}

/**
 * The files that the paths name, folders opened, each once, in the order given.
 *
 * @param absent told of each path that names none
 */
function bankFiles(
  paths: readonly string[],
  { cwd, t }: BankFilesOptions,
  absent: (message: string) => void,
): string[] {
  const found = paths.flatMap((path) => {
    const full = resolve(cwd, path);
    const kind = fileKind(full);
    const shown = visibleLine(path);
    if (kind === 'absent') {
      absent(t('content.file.absent', { path: shown }));
      return [];
    }
    if (kind !== 'folder') return [full];
    const entries = entriesOf(full);
    if (entries === null) {
      absent(t('content.file.unreadable', { path: shown }));
      return [];
    }
    const inside = entries
      .filter((entry) => entry.isFile() && EXTENSIONS.some((extension) => entry.name.endsWith(extension)))
      .map(({ name }) => join(full, name))
      .sort();
    if (inside.length === 0) absent(t('content.file.nothing', { path: shown }));
    return inside;
  });
  return [...new Set(found)];
}

/** Null for a folder that may not be opened. */
function entriesOf(folder: string): Dirent[] | null {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return null;
  }
}
