import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pack } from '../../package/prove.js';
import { measure } from '../child.js';
import { median } from '../statistics.js';

/** Milliseconds of processor time, medians. */
export interface NpxFigures {
  /** `npx --version`. */
  readonly version: number;
  /** A program that does nothing, from its tarball: what npx costs by itself. */
  readonly nothing: number;
  /** `star-coach --version` from its tarball, nothing of it on the machine. */
  readonly tarball: number;
  /** The same where what is bundled is to be installed; null where the registry could not be reached. */
  readonly installed: number | null;
  /** Packages that it would need. */
  readonly packages: number;
  readonly runs: number;
}

const RUNS = 3;

/** Cold starts of what would be published, as a stranger's, by turns. Builds `dist`. Null where there is no npx. */
export function measureNpx(): NpxFigures | null {
  const npx = npxScript();
  if (npx === null) return null;
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], { stdio: ['ignore', 2, 2] });
  const root = mkdtempSync(join(tmpdir(), 'star-coach-npx-'));
  try {
    const tarball = pack(join(root, 'tarball'));
    const needed = bundledPackages(
      readFileSync('dist/THIRD-PARTY-NOTICES.txt', 'utf8'),
      JSON.parse(readFileSync('package.json', 'utf8')).devDependencies,
    );
    const heavy = withDependencies(tarball, join(root, 'heavy'), needed);
    const nothing = emptyPackage(join(root, 'nothing'));
    let home = 0;
    const cold = (args: readonly string[]) => {
      const cwd = join(root, `home-${home++}`);
      mkdirSync(cwd);
      const env = { HOME: cwd, npm_config_cache: join(cwd, 'cache'), npm_config_update_notifier: 'false' };
      const { cpu } = measure([npx, ...args], cwd, { env, codes: [0] });
      rmSync(cwd, { recursive: true, force: true });
      return cpu;
    };
    const start = (from: string) => ['-y', '-p', from, '--', 'star-coach', '--version'];
    const used = {
      version: [] as number[],
      nothing: [] as number[],
      tarball: [] as number[],
      installed: [] as number[],
    };
    for (let run = 0; run < RUNS; run++) {
      used.version.push(cold(['--version']));
      used.nothing.push(cold(['-y', '-p', nothing, '--', 'nothing']));
      used.tarball.push(cold(start(tarball)));
      try {
        used.installed.push(cold(start(heavy)));
      } catch (error) {
        process.stderr.write(`the program with its dependencies is left out: ${(error as Error).message}\n`);
      }
    }
    return {
      version: median(used.version),
      nothing: median(used.nothing),
      tarball: median(used.tarball),
      installed: used.installed.length === 0 ? null : median(used.installed),
      packages: Object.keys(needed).length,
      runs: RUNS,
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/**
 * Packages that the bundle was made of and that the project names itself: what it would install without a bundle.
 *
 * @param notices text with a line `name version` for each package in the bundle
 */
export function bundledPackages(
  notices: string,
  named: Readonly<Record<string, string>>,
): Record<string, string> {
  const lines = new Set(notices.split('\n'));
  return Object.fromEntries(
    Object.entries(named).filter(([name, version]) => lines.has(`${name} ${version}`)),
  );
}

/** The same package, asking for dependencies; the path of its tarball. */
function withDependencies(tarball: string, folder: string, dependencies: Record<string, string>): string {
  mkdirSync(folder);
  execFileSync('tar', ['-xzf', tarball, '-C', folder]);
  const path = join(folder, 'package/package.json');
  const { scripts: _, devDependencies: __, ...manifest } = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify({ ...manifest, dependencies }, null, 2));
  return packed(join(folder, 'package'), folder);
}

/** A package of one program that does nothing; the path of its tarball. */
function emptyPackage(folder: string): string {
  const inner = join(folder, 'package');
  mkdirSync(inner, { recursive: true });
  const manifest = { name: 'star-coach-nothing', version: '1.0.0', bin: { nothing: 'nothing.js' } };
  writeFileSync(join(inner, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(inner, 'nothing.js'), '#!/usr/bin/env node\n');
  return packed(inner, folder);
}

function packed(cwd: string, to: string): string {
  const output = execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', to], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return join(to, output.trim().split('\n').at(-1) ?? '');
}

/** The script after `npx`, of the npm that runs this or of Node's own. */
function npxScript(): string | null {
  const folders = [
    ...(process.env.npm_execpath ? [dirname(process.env.npm_execpath)] : []),
    join(dirname(process.execPath), '../lib/node_modules/npm/bin'),
    join(dirname(process.execPath), 'node_modules/npm/bin'),
  ];
  return folders.map((folder) => join(folder, 'npx-cli.js')).find((path) => existsSync(path)) ?? null;
}
