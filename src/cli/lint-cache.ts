import { resolve } from 'node:path';
import { InputError } from '../content/problems.js';
import { visibleLine } from '../content/visible.js';
import { errorCode } from '../store/error-code.js';
import { contentStamp, type LintCache, mayBeCache, nameOf, openLintCache } from '../store/lint-cache.js';
import type { CommandContext } from './context.js';
import type { FileComparison } from './lint-across.js';
import type { FindingChoice } from './lint-findings.js';
import { comparisonPacking, type KeptResult, resultPacking } from './lint-kept.js';

export interface CacheOptions {
  readonly cache?: boolean;
  readonly cacheLocation?: string;
}

/** The cache of one call. */
export interface ResultCache {
  readonly files: LintCache<KeptResult, FileComparison>;
  /** Name of what stands in a file. */
  readonly nameOfText: (bytes: Buffer) => string;
  /** Name of everything that decides what is said of a text. */
  readonly nameOf: (choice: FindingChoice) => string;
  /** Writes what is new. A disk that refuses is reported on stderr, and changes nothing of the run. */
  readonly save: () => Promise<void>;
}

const FILE = '.star-coach-cache';

/**
 * @param context its content is the one that ships
 * @throws InputError where a file that is named is no cache: it would be overwritten
 */
export function openCache({ cacheLocation: named }: CacheOptions, context: CommandContext): ResultCache {
  const { io, t } = context;
  if (named !== undefined && !mayBeCache(resolve(io.cwd, named)))
    throw new InputError(t('lint.not-a-cache', { path: visibleLine(named) }));
  const cacheLocation = named ?? FILE;
  const files = openLintCache(resolve(io.cwd, cacheLocation), io.cwd, resultPacking(), comparisonPacking());
  const stamp = contentStamp(io.contentDir);
  return {
    files,
    nameOfText: nameOf,
    nameOf: (choice) => nameOf(JSON.stringify([io.version, stamp, decisions(choice, context)])),
    save: async () => {
      try {
        await files.save();
      } catch (error) {
        const code = errorCode(error);
        const path = visibleLine(cacheLocation);
        io.stderr.write(`${t('lint.cannot-write', { path, code: code ?? String(error) })}\n`);
      }
    },
  };
}

/**
 * Everything that decides what is said of a text, as plain data. Banks and rules that ship are left out; those of the
 * user's are part of it.
 */
export function decisions(
  choice: FindingChoice,
  { content: shipped }: Pick<CommandContext, 'content'>,
): unknown {
  const { content, language, levels, configured, only, requireReason, texts, role, wholeRole } = choice;
  const rules = content.rules();
  const banks = content.index.banks.filter((bank) => !shipped.index.banks.includes(bank));
  return {
    language,
    levels: [...levels],
    configured: [...(configured ?? [])],
    only: only === null ? null : [...only],
    requireReason: requireReason ?? false,
    texts: texts ?? false,
    role: role ?? null,
    wholeRole: wholeRole ?? false,
    rules: rules === shipped.rules() ? null : rules,
    banks: banks.map(({ role: name }) => content.bank(name)),
    bankPaths: choice.banks ?? [],
  };
}
