import { describe, expect, test } from 'vitest';
import { folder } from '../cli/lint-folder.js';
import { cli } from '../support/cli.js';
import { content } from '../support/content.js';

/** Rules that only the linter of files can see; their examples are files, of Markdown or of YAML. */
const rules = content.rules().filter(({ check }) => check.kind === 'reported-by-lint');

async function reported(rule: string, text: string): Promise<boolean> {
  const name = text.startsWith('answers:') ? 'a.yaml' : 'a.md';
  const { stdout } = await cli(['lint', '.', '-f', 'unix'], { cwd: folder({ [name]: text }) });
  return stdout.includes(`[${rule}]`);
}

test('there are such rules', () => {
  expect(rules.length).toBeGreaterThan(5);
});

describe.each(rules.map(({ id, examples }) => [id, examples] as const))('%s', (id, { good, bad }) => {
  test.each(bad.map(({ text }) => text))('reports %j', async (text) => {
    expect(await reported(id, text)).toBe(true);
  });

  test.each(good.map(({ text }) => text))('is silent on %j', async (text) => {
    expect(await reported(id, text)).toBe(false);
  });
});
