import type { LanguageCode } from '../text/types.js';
import type { IO } from './context.js';

/**
 * The language of the interface: `--lang`, else the config, else `LC_ALL`, `LC_MESSAGES`, `LANG`, else
 * English. A `--lang` that names no interface language is left to the option's own check.
 *
 * @param configured language of the config, asked for only where `--lang` is not given
 */
export async function chooseLanguage(
  { argv, env }: Pick<IO, 'argv' | 'env'>,
  known: readonly LanguageCode[],
  configured: () => Promise<LanguageCode | null>,
): Promise<LanguageCode> {
  const flag = optionIn(argv, '--lang');
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG;
  const choose = (code: string | null | undefined) => known.find((each) => each === code);
  return choose(flag) ?? choose(await configured()) ?? choose(locale?.slice(0, 2).toLowerCase()) ?? 'en';
}

/** The value of an option among arguments that nobody has parsed yet. */
export function optionIn(argv: readonly string[], name: string): string | undefined {
  const at = argv.findIndex((argument) => argument === name || argument.startsWith(`${name}=`));
  if (at < 0) return undefined;
  return argv[at]?.includes('=') ? argv[at]?.slice(name.length + 1) : argv[at + 1];
}
