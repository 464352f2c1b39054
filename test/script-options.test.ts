import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const run = (script: string, ...argv: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', `scripts/${script}.ts`, ...argv],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr };
};

// The second writes a page that takes minutes to make.
test.each(['numbers', 'comparison'])('%s tells what it does, and what it was asked in vain', (script) => {
  const help = run(script, '--help');
  expect(help).toMatchObject({ status: 0, stderr: '' });
  expect(help.stdout).toContain(`npm run ${script}`);
  expect(help.stdout).not.toContain('import');
  const slip = run(script, '--no-such');
  expect(slip).toMatchObject({ status: 2, stdout: '' });
  expect(slip.stderr).toContain("'--no-such'");
  expect(slip.stderr).toContain(help.stdout);
});
