// npm run check: everything that is checked. A step that fails does not hide what the next ones have to say. What does
// not need the build goes beside it; the tests come last, so that their count ends the output.
import { spawn } from 'node:child_process';

/** Rows of steps that go side by side; each row in its order. */
const BESIDE = [
  ['types', 'lint'],
  // Both look at what was built.
  ['build', 'unused', 'package'],
] as const;

const failed: string[] = [];

await Promise.all(
  BESIDE.map(async (steps) => {
    for (const step of steps) await check(step, 'kept');
  }),
);
await check('coverage', 'shown');
if (failed.length > 0) process.stderr.write(`failed: ${failed.join(', ')}\n`);
process.exitCode = failed.length > 0 ? 1 : 0;

/** @param output shown as it comes, or kept until the step has ended, so that it is not mixed with that of another */
async function check(step: string, output: 'shown' | 'kept'): Promise<void> {
  const title = `\n▸ ${step}\n`;
  if (output === 'shown') process.stdout.write(title);
  // npm is a script on Windows.
  const child = spawn('npm', ['run', '--silent', step], {
    stdio: output === 'shown' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data: Buffer) => said.push(data));
  const status = await new Promise((resolve) => {
    child.once('error', resolve);
    child.once('close', resolve);
  });
  if (output === 'kept') process.stdout.write(Buffer.concat([Buffer.from(title), ...said]));
  if (status !== 0) failed.push(step);
}
