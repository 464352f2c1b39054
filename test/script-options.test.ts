import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const run = (...argv: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/numbers.ts', ...argv],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr };
};

test('a script tells what it does, and what it was asked in vain', () => {
  const help = run('--help');
  expect(help).toMatchObject({ status: 0, stderr: '' });
  expect(help.stdout).toContain('npm run numbers -- --errors');
  expect(help.stdout).not.toContain('import');
  const slip = run('--error');
  expect(slip).toMatchObject({ status: 2, stdout: '' });
  expect(slip.stderr).toContain("'--error'");
  expect(slip.stderr).toContain(help.stdout);
});
