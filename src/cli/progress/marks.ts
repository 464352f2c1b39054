import { ASCII_MARKS, type Marks, UNICODE_MARKS } from '../../reports/bars.js';

/**
 * Block characters, unless the locale names a character set that lacks them. Where nothing is said the terminal
 * is taken for one of today.
 */
export function marksFor(env: Readonly<Record<string, string | undefined>>, ascii: boolean): Marks {
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || '';
  const limited = locale !== '' && /[._-](?!utf-?8)[\w-]+$|^(C|POSIX)$/i.test(locale.replace(/@.*$/, ''));
  return ascii || env.TERM === 'linux' || limited ? ASCII_MARKS : UNICODE_MARKS;
}
