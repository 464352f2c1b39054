import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolders } from './packages.js';

const LICENCE_FILE = /^(licen[cs]e|copying|notice)([.-]|$)/i;

/**
 * Name, version, licence and licence text of every package that is bundled.
 *
 * @param modules paths of the bundled modules
 * @throws Error where a package names no licence or comes without its text
 */
export function noticesOf(modules: readonly string[]): string {
  const notices = packageFolders(modules).map(noticeOf);
  const head = 'star-coach contains code of the packages below, under their licences.\n';
  return [head, ...notices].join(`\n${'-'.repeat(80)}\n\n`);
}

function noticeOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder)
    .filter((file) => LICENCE_FILE.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
  if (typeof license !== 'string' || license === '') throw new Error(`${name} ${version} names no licence`);
  if (texts.length === 0) throw new Error(`${name} ${version} comes without the text of its licence`);
  return `${name} ${version}\nLicence: ${license}\n\n${texts.join('\n\n')}\n`;
}
