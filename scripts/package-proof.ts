// npm run package-proof [-- NODE…]: packs the program and runs it as a stranger would, on Node in use, 22 and 24.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOptions } from './options.js';
import { pack, prove } from './package/prove.js';

const { positionals: named } = readOptions('scripts/package-proof.ts', { allowPositionals: true });
const nodes = named.length > 0 ? named : ['current', '22', '24'];
execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], { stdio: 'inherit' });
const folder = mkdtempSync(join(tmpdir(), 'star-coach-pack-'));
try {
  const tarball = pack(folder);
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  for (const node of nodes)
    for (const { command, problem } of prove(tarball, { node, version, short: false })) {
      console.log(`${problem === null ? 'ok  ' : 'FAIL'} Node ${node}: ${command}`);
      if (problem === null) continue;
      console.error(problem);
      process.exitCode = 1;
    }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
