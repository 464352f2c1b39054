// npm run check: everything that is checked, one step after the other. A step that fails does not hide what the
// next ones have to say; the tests come last, so that their count ends the output.
import { spawnSync } from 'node:child_process';

const STEPS = ['types', 'build', 'lint', 'unused', 'package', 'coverage'] as const;

const failed = STEPS.filter((step) => {
  process.stdout.write(`\n▸ ${step}\n`);
  // npm is a script on Windows.
  const { status } = spawnSync('npm', ['run', '--silent', step], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return status !== 0;
});
if (failed.length > 0) process.stderr.write(`failed: ${failed.join(', ')}\n`);
process.exitCode = failed.length > 0 ? 1 : 0;
