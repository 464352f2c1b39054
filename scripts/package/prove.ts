import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** One thing a stranger types, and what must come of it. */
export interface Proof {
  readonly node: string;
  readonly command: string;
  readonly problem: string | null;
}

interface Attempt {
  readonly argv: readonly string[];
  readonly code: number;
  /** Must be in what it prints on stdout. */
  readonly prints: string;
}

const ANSWER = 'In March our queue grew to 900 tickets. I was asked to cut it. I wrote a script.\n';

const FIRST: readonly Attempt[] = [{ argv: ['check', 'answer.txt'], code: 1, prints: 'missing-result' }];

const MORE: readonly Attempt[] = [
  { argv: ['--help'], code: 0, prints: 'check' },
  { argv: ['rules'], code: 0, prints: 'missing-result' },
  { argv: ['rules', '--lang', 'ru'], code: 0, prints: 'missing-result' },
  { argv: ['lint', 'answer.txt'], code: 1, prints: 'missing-result' },
  { argv: ['practice'], code: 2, prints: '' },
];

/**
 * Packs the project as it is built into a tarball of `to`.
 *
 * @returns absolute path of the tarball
 */
export function pack(to: string): string {
  mkdirSync(to, { recursive: true });
  const output = execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', resolve(to)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return resolve(to, output.trim().split('\n').at(-1) ?? '');
}

export interface ProofOptions {
  /** `current`, or a major version that `npx` fetches. */
  readonly node: string;
  /** What `--version` must print. */
  readonly version: string;
  /** The two commands that matter most. */
  readonly short: boolean;
}

/** Runs the tarball by `npx` from an empty folder, with an empty home and an empty npm cache. */
export function prove(tarball: string, { node, version, short }: ProofOptions): Proof[] {
  const root = mkdtempSync(join(tmpdir(), 'star-coach-proof-'));
  const [home, work] = [join(root, 'home'), join(root, 'work')];
  mkdirSync(home);
  mkdirSync(work);
  writeFileSync(join(work, 'answer.txt'), ANSWER);
  const packages = [...(node === 'current' ? [] : ['-p', `node@${node}`]), '-p', tarball];
  try {
    const attempts = [{ argv: ['--version'], code: 0, prints: version }, ...FIRST, ...(short ? [] : MORE)];
    return attempts.map(({ argv, code, prints }) => {
      const ran = spawnSync('npx', ['-y', ...packages, '--', 'star-coach', ...argv], {
        cwd: work,
        env: strangersEnvironment(home),
        encoding: 'utf8',
        input: '',
      });
      const problem =
        ran.status !== code
          ? `exit code ${ran.status}, not ${code}: ${ran.stderr}`
          : ran.stdout.includes(prints)
            ? null
            : `does not print ${prints}: ${ran.stdout}`;
      return { node, command: `star-coach ${argv.join(' ')}`, problem };
    });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Nothing of ours but what npm needs to reach the network. */
function strangersEnvironment(home: string): Record<string, string> {
  const kept = ['PATH', 'NODE_EXTRA_CA_CERTS', 'HTTPS_PROXY', 'https_proxy', 'npm_config_registry'];
  return {
    ...Object.fromEntries(kept.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []))),
    HOME: home,
    npm_config_cache: join(home, 'cache'),
    npm_config_update_notifier: 'false',
  };
}
