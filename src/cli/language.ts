import type { LanguageCode } from '../text/types.js';
import type { IO } from './context.js';

/**
 * The language of the interface: `--lang`, else `LC_ALL`, `LC_MESSAGES`, `LANG`, else English. A `--lang`
 * that names no interface language is left to the option's own check.
 */
export function chooseLanguage(
  { argv, env }: Pick<IO, 'argv' | 'env'>,
  known: readonly LanguageCode[],
): LanguageCode {
  const at = argv.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  const flag =
    at < 0 ? undefined : argv[at]?.includes('=') ? argv[at]?.slice('--lang='.length) : argv[at + 1];
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG;
  return (
    [flag, locale?.slice(0, 2).toLowerCase()].find((code) => code !== undefined && known.includes(code)) ??
    'en'
  );
}
