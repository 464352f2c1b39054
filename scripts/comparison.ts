// npm run comparison: runs the same slips with this program and with other linters, and writes docs/comparison.md.
// Installs the others into a folder of its own outside of the repository; needs the registry for that, once.
import { readFileSync, writeFileSync } from 'node:fs';
import { builtProgram } from '../test/e2e/built.js';
import { comparisonPage } from './comparison/page.js';
import { installPeers, PEERS, runSlip } from './comparison/run.js';
import { SLIPS } from './comparison/slips.js';
import { TOOLS } from './comparison/tools.js';
import { readOptions } from './options.js';

readOptions('scripts/comparison.ts', {});

await builtProgram();
installPeers(TOOLS);
const rows = SLIPS.map((slip) => {
  process.stderr.write(`${slip.name}\n`);
  return { slip, outcomes: TOOLS.map((tool) => runSlip(slip, tool, PEERS)) };
});
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
writeFileSync('docs/comparison.md', comparisonPage(TOOLS, rows, version));
