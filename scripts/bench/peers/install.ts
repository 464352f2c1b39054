import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where the peers are: ignored by git, and none of the project's own packages. */
const HOME = 'node_modules/.cache/star-coach-peers';

/** Package → exact version: what a page says must not change by itself. */
export const VERSIONS: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(join(import.meta.dirname, 'versions.json'), 'utf8'),
);

/** How textlint is set up: it has no rules of its own, and no preset for English is in wide use. */
const TEXTLINT = {
  rules: { 'common-misspellings': true, 'no-todo': true, terminology: true, 'write-good': true },
};

/**
 * Installs the peers in their versions where they are not there yet. Needs the registry for that.
 *
 * @returns absolute path of their folder
 */
export function installPeers(): string {
  const home = resolve(HOME);
  const manifest = `${JSON.stringify({ private: true, dependencies: VERSIONS }, null, 2)}\n`;
  const path = join(home, 'package.json');
  const done = join(home, 'installed.json');
  mkdirSync(home, { recursive: true });
  if (!existsSync(done) || readFileSync(done, 'utf8') !== manifest) {
    writeFileSync(path, manifest);
    execFileSync('npm', ['install', '--no-audit', '--no-fund'], {
      cwd: home,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    });
    writeFileSync(done, manifest);
  }
  writeFileSync(join(home, 'textlint.json'), JSON.stringify(TEXTLINT));
  copyFileSync(join(import.meta.dirname, 'retext-script.mjs'), join(home, 'retext-script.mjs'));
  return home;
}
