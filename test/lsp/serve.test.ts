import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { serve } from '../../src/lsp/server.js';
import type { Checked, Workspace } from '../../src/lsp/types.js';
import type { LintFinding } from '../../src/reports/types.js';
import { connect } from './client.js';

const finding = (rule: string): LintFinding => ({
  rule,
  severity: 'warn',
  message: rule,
  advice: '',
  start: { line: 1, column: 1, offset: 0 },
  end: { line: 1, column: 4, offset: 3 },
  fingerprint: '',
});

/** A server whose linter answers when it is told to, and a client of it. */
async function start(setUp: Partial<Parameters<typeof connect>[3]> = {}) {
  const input = new PassThrough();
  const output = new PassThrough();
  const checks: { readonly source: string; readonly give: (checked: Checked) => void }[] = [];
  const opened: Workspace[] = [];
  const ended = serve({
    input,
    output,
    version: '0.0.0',
    open: (workspace) => {
      opened.push(workspace);
      return {
        check: (_, source) => new Promise((give) => checks.push({ source, give })),
        bodyLine: async () => 0,
        reload: () => {},
      };
    },
    explain: (rule) => `about ${rule}`,
    words: { suppressNext: (rule) => rule, suppressFile: (rule) => rule, reason: '' },
  });
  const client = await connect({ toServer: input, fromServer: output }, ended, '/root', setUp);
  return { client, checks, opened };
}

const HERE = { line: 0, character: 0 };

test('what was found in a text that has changed meanwhile is not shown', async () => {
  const { client, checks } = await start();
  const first = client.open('/root/a.md', 'one');
  await expect.poll(() => checks.length).toBe(1);
  const second = client.type('/root/a.md', HERE, HERE, 'two ');
  await expect.poll(() => checks.length).toBe(2);
  checks[0]?.give({ findings: [finding('vague')] });
  checks[1]?.give({ findings: [finding('filler')] });
  expect((await first).map(({ code }) => code)).toEqual(['filler']);
  void second;
  expect(await client.hover('/root/a.md', HERE)).toBe('about filler');
  await client.end();
});

test('a problem is told once, and again after something was saved', async () => {
  const { client, checks } = await start();
  const shows = async (diagnostics: Promise<unknown>, count: number) => {
    await expect.poll(() => checks.length).toBe(count);
    checks[count - 1]?.give({ problem: 'broken' });
    await diagnostics;
  };
  await shows(client.open('/root/a.md', 'one'), 1);
  await shows(client.type('/root/a.md', HERE, HERE, 'two '), 2);
  expect(client.messages).toEqual(['star-coach: broken']);
  await shows(client.save('/root/a.md'), 3);
  await expect.poll(() => client.messages).toHaveLength(2);
  await client.end();
});

test('a rule that reports twice at a place is explained once', async () => {
  const { client, checks } = await start();
  const shown = client.open('/root/a.md', 'one');
  await expect.poll(() => checks.length).toBe(1);
  checks[0]?.give({ findings: [finding('vague'), finding('filler'), finding('vague')] });
  await shown;
  expect(await client.hover('/root/a.md', HERE)).toBe('about vague\n\n---\n\nabout filler');
  await client.end();
});

test('an older client names one folder, a newer one several', async () => {
  const older = await start({ rootUri: 'file:///old' });
  expect(older.opened).toEqual([{ folders: ['/old'], files: ['**/answers/**'] }]);
  await older.client.end();
  const newer = await start({ files: ['*.md', 7] });
  expect(newer.opened).toEqual([{ folders: ['/root'], files: ['*.md'] }]);
  await newer.client.end();
});
