import { execFileSync } from 'node:child_process';

/** What `npm pack` would put into the tarball. */
export interface Packed {
  /** Bytes of the tarball. */
  readonly size: number;
  /** Bytes on the user's disk. */
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

/** The parts of `package.json` that decide what a user installs. */
export interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** 800 kB were planned; over a hundred questions with eight samples each weigh more (docs/decisions.md). */
const MOST_PACKED = 1_450_000;
const MOST_UNPACKED = 4_000_000;
/** npm takes four milliseconds to put a file in its place, which `npx` waits for at a first start. */
const MOST_FILES = 100;

const NEEDED = [
  'LICENSE',
  'package.json',
  'bin/star-coach.js',
  'dist/start.cjs',
  'dist/run.cjs',
  'dist/index.cjs',
  'dist/types/index.d.ts',
  'dist/content/pieces.bin',
  'dist/schemas/config.json',
  'dist/THIRD-PARTY-NOTICES.txt',
];

const EXPECTED =
  /^(LICENSE|README(\.ru)?\.md|package\.json|bin\/[\w.-]+|dist\/[\w.-]+|dist\/(chunks\/[\w.-]+\.cjs|content\/pieces\.bin|schemas\/[\w.-]+\.json|types\/[\w./-]+\.d\.ts))$/;

/** Asks npm what it would publish; nothing is built or written. */
export function packDryRun(folder: string): Packed {
  const output = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    // npm is a script on Windows.
    shell: process.platform === 'win32',
  });
  // npm prints a list; later versions an object by name.
  const [packed] = Object.values(JSON.parse(output) as Record<string, Packed>);
  if (packed === undefined) throw new Error('npm pack named no package');
  return packed;
}

/** What must not be published like this, one line each. */
export function packageFaults({ size, unpackedSize, files }: Packed, manifest: Manifest): string[] {
  const paths = files.map(({ path }) => path);
  const installed = {
    ...manifest.dependencies,
    ...manifest.optionalDependencies,
    ...manifest.peerDependencies,
  };
  return [
    ...NEEDED.filter((path) => !paths.includes(path)).map((path) => `${path} is missing`),
    ...paths.filter((path) => !EXPECTED.test(path)).map((path) => `${path} must not be published`),
    ...Object.keys(installed).map((name) => `${name} would be installed: everything is bundled`),
    ...(size > MOST_PACKED ? [`${size} bytes packed, at most ${MOST_PACKED}`] : []),
    ...(unpackedSize > MOST_UNPACKED ? [`${unpackedSize} bytes unpacked, at most ${MOST_UNPACKED}`] : []),
    ...(paths.length > MOST_FILES ? [`${paths.length} files, at most ${MOST_FILES}`] : []),
  ];
}
