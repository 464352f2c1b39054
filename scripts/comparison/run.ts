import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import type { Outcome, Slip } from './slips.js';
import type { Tool } from './tools.js';

/** Longest a tool may take for one file, in milliseconds: it ends what hangs. */
const PATIENCE = 180_000;

/** Folder of the peers, outside of the repository: their packages are none of its own. */
export const PEERS = join(tmpdir(), 'star-coach-peers');

/** Installs the peers in their versions where they are not there yet. Needs the registry. */
export function installPeers(tools: readonly Tool[]): void {
  const dependencies = Object.fromEntries(
    tools.flatMap(({ version, beside }) => {
      if (version === null) return [];
      const at = version.lastIndexOf('@');
      return [[version.slice(0, at), version.slice(at + 1)] as const, ...Object.entries(beside)];
    }),
  );
  const manifest = `${JSON.stringify({ private: true, dependencies }, null, 2)}\n`;
  const path = join(PEERS, 'package.json');
  mkdirSync(PEERS, { recursive: true });
  if (readIfThere(path) === manifest && readdirSync(PEERS).includes('node_modules')) return;
  writeFileSync(path, manifest);
  execFileSync('npm', ['install', '--no-audit', '--no-fund'], { cwd: PEERS, stdio: 'inherit' });
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/**
 * What a tool does with a slip, in a folder of its own; null where it has no such thing.
 *
 * @param home folder in which that folder is made: inside of the peers' their configs find their packages
 */
export function runSlip(slip: Slip, tool: Tool, home: string): Outcome | null {
  const command = slip.command(tool);
  if (command === null) return null;
  const cwd = mkdtempSync(join(home, 'case-'));
  try {
    const { extension, config, good, bad } = tool;
    const files = {
      [config.path]: config.text,
      [`good.${extension}`]: good,
      [`bad.${extension}`]: bad,
      'package.json': '{}\n',
      ...slip.files?.(tool),
    };
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(cwd, path)), { recursive: true });
      writeFileSync(join(cwd, path), text);
    }
    const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-c', command], {
      cwd,
      encoding: 'utf8',
      input: '',
      maxBuffer: 2 ** 28,
      timeout: PATIENCE,
      env: {
        HOME: cwd,
        PATH: [join(PEERS, 'node_modules/.bin'), process.env.PATH ?? ''].join(delimiter),
        NO_COLOR: '1',
        LANG: 'C.UTF-8',
        STAR_COACH_CODE_CACHE: 'off',
      },
    });
    const left = readdirSync(cwd, { recursive: true, encoding: 'utf8' }).map((path) =>
      path.replaceAll('\\', '/'),
    );
    const hidden = (text: string) => text.replaceAll(cwd, '.').replaceAll(PEERS, '…');
    return { code: status ?? -1, stdout: hidden(stdout), stderr: hidden(stderr), files: left };
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}
