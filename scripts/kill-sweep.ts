// npm run kill-sweep: kills a session with SIGKILL at many random moments and counts what was lost. Arguments: how
// many times (200), the seed (1).
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom } from '../src/rehearsal/random.js';
import { killSession } from './kill-sweep/kill-session.js';
import { readOptions } from './options.js';

/** Milliseconds of typing that may be lost. */
const BOUND = 1000;

const { positionals: argv } = readOptions('scripts/kill-sweep.ts', { allowPositionals: true });
if (argv.length > 2 || argv.some((argument) => !/^[1-9]\d{0,5}$/.test(argument))) {
  process.stderr.write('usage: npm run kill-sweep -- [kills, 200] [seed, 1]\n');
  process.exitCode = 2;
} else {
  const [times = 200, seed = 1] = argv.map(Number);
  process.exitCode = await sweep(times, seed);
}

/** @returns the exit code */
async function sweep(times: number, seed: number): Promise<number> {
  const random = createRandom(seed);
  const folder = mkdtempSync(join(tmpdir(), 'star-kill-'));
  const lost: number[] = [];
  let bad = 0;
  try {
    for (let round = 1; round <= times; round += 1) {
      const killed = await killSession(mkdtempSync(join(folder, 'home-')), { random, bound: BOUND });
      lost.push(killed.lost);
      if (killed.losses.length > 0) bad += 1;
      for (const loss of killed.losses) process.stdout.write(`${round}: after ${killed.after} ms: ${loss}\n`);
      if (process.stderr.isTTY) process.stderr.write(`\r${round} of ${times}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  lost.sort((a, b) => a - b);
  const median = lost[Math.floor(lost.length / 2)] ?? 0;
  process.stdout.write(
    `${times} kills: ${bad} lost more than a second; typing lost: median ${median} ms, at most ${lost.at(-1) ?? 0} ms\n`,
  );
  return bad > 0 ? 1 : 0;
}
