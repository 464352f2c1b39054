import { translator } from '../content/messages.js';
import { configLanguage } from '../store/config-language.js';
import type { ContentStore } from '../store/content.js';
import type { LanguageCode } from '../text/types.js';
import type { CommandContext, IO } from './context.js';

/**
 * The language of the interface in a folder, and its texts.
 *
 * @param io its working directory is the folder
 * @param locale what a client that draws the interface says of its own language
 */
export async function openTexts(
  io: Pick<IO, 'argv' | 'env' | 'cwd'>,
  content: ContentStore,
  locale?: string,
): Promise<Pick<CommandContext, 'language' | 't'>> {
  const config = io.argv.includes('--no-config') ? false : optionIn(io.argv, '--config');
  const configured = () => configLanguage({ cwd: io.cwd, config, content });
  const language = await chooseLanguage(
    { argv: io.argv, env: io.env, locale },
    content.index.interfaceLanguages,
    configured,
  );
  const t = translator(content.firstMessages(language), language, () => content.messages(language));
  return { language, t };
}

/**
 * The language of the interface: `--lang`, else the config, else `LC_ALL`, `LC_MESSAGES`, `LANG`, else
 * the locale of a client, else English. A `--lang` that names no interface language is left to the option's own check.
 *
 * @param configured language of the config, asked for only where `--lang` is not given
 */
export async function chooseLanguage(
  { argv, env, locale }: Pick<IO, 'argv' | 'env'> & { readonly locale?: string | undefined },
  known: readonly LanguageCode[],
  configured: () => Promise<LanguageCode | null>,
): Promise<LanguageCode> {
  const flag = optionIn(argv, '--lang');
  const choose = (code: string | null | undefined) => known.find((each) => each === code);
  const chooseBy = (name: string | undefined) => choose(name?.slice(0, 2).toLowerCase());
  const environment = env.LC_ALL || env.LC_MESSAGES || env.LANG;
  return choose(flag) ?? choose(await configured()) ?? chooseBy(environment) ?? chooseBy(locale) ?? 'en';
}

/** The value of an option among arguments that nobody has parsed yet; the last of several counts. */
export function optionIn(argv: readonly string[], name: string): string | undefined {
  const end = argv.indexOf('--');
  const options = end < 0 ? argv : argv.slice(0, end);
  const at = options.findLastIndex((argument) => argument === name || argument.startsWith(`${name}=`));
  const given = options[at];
  return given?.startsWith(`${name}=`) ? given.slice(name.length + 1) : given && options[at + 1];
}
