import { ASCII_MARKS, type Marks, UNICODE_MARKS } from '../../reports/bars.js';

/**
 * Block characters, unless the locale names a character set that lacks them. Where nothing is said the terminal
 * is taken for one of today.
 */
export function marksFor(env: Readonly<Record<string, string | undefined>>, ascii: boolean): Marks {
  const locale = (env.LC_ALL || env.LC_CTYPE || env.LANG || '').replace(/@.*$/, '');
  const [name = '', charset] = locale.split('.');
  const limited = charset === undefined ? /^(C|POSIX)$/.test(name) : !/^utf-?8$/i.test(charset);
  return ascii || env.TERM === 'linux' || limited ? ASCII_MARKS : UNICODE_MARKS;
}
