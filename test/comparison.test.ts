import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { runSlip } from '../scripts/comparison/run.js';
import { SLIPS } from '../scripts/comparison/slips.js';
import { TOOLS } from '../scripts/comparison/tools.js';
import { folder } from './cli/lint-folder.js';
import { builtProgram } from './e2e/built.js';

const [own, ...peers] = TOOLS;
if (own === undefined) throw new Error('this program is not in the comparison');

beforeAll(async () => {
  await builtProgram();
});

describe('what docs/comparison.md says of this program is so', () => {
  test.each(SLIPS)('$name', (slip) => {
    const outcome = runSlip(slip, own, folder({}));
    expect(outcome).not.toBeNull();
    if (outcome !== null)
      expect({ ...outcome, right: slip.right(outcome, own) }).toMatchObject({ right: true });
  });
});

test('the page has every slip and every tool in its version', () => {
  const page = readFileSync('docs/comparison.md', 'utf8');
  const head = page.split('\n').find((line) => line.startsWith('| situation |')) ?? '';
  for (const { name, version } of peers) expect(head).toContain(`${name} ${version?.split('@').at(-1)}`);
  const rows = [...page.matchAll(/^\| (.+?) \| (.+?) \|/gm)].map(([, name, wanted]) => ({ name, wanted }));
  for (const { name, wanted } of SLIPS) expect(rows).toContainEqual({ name, wanted });
});
