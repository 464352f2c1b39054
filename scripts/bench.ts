// npm run bench: what the program costs, beside what is stored and what is allowed. Fails on a regression.
//   npm run bench                          the program alone
//   npm run bench -- --short               the same in under 20 seconds
//   npm run bench -- --update              stores the figures that later runs compare with
//   npm run bench -- --write               writes docs/benchmark.md
//   npm run bench -- --files 10000         with a larger folder
//   npm run bench -- --peers [--seconds N] beside other programs; with --own the program alone as well
//   npm run bench -- --growth              in folders of up to 100,000 files
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { benchOwn } from './bench/own.js';
import { benchmarkPage, ownSection, type Section } from './bench/page.js';
import { measureGrowth } from './bench/peers/growth.js';
import { installPeers } from './bench/peers/install.js';
import { measurePeers } from './bench/peers/measure.js';
import { measureNpx } from './bench/peers/npx.js';
import { growthSection, peersSection } from './bench/peers/page.js';
import { peers } from './bench/peers/tools.js';
import { buildStage } from './bench/stage.js';
import { readOptions } from './options.js';

const PAGE = 'docs/benchmark.md';

const { values: flags } = readOptions('scripts/bench.ts', {
  options: {
    short: { type: 'boolean', default: false },
    update: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    own: { type: 'boolean', default: false },
    peers: { type: 'boolean', default: false },
    growth: { type: 'boolean', default: false },
    files: { type: 'string' },
    seconds: { type: 'string', default: '440' },
  },
});
const given = number('files', flags.files);
const files = given ?? (flags.short ? 200 : 1000);
const node = process.version;

const stage = await buildStage(files);
const sections: Partial<Record<Section, string>> = {};
try {
  if (flags.own || (!flags.peers && !flags.growth))
    sections.own = ownSection(benchOwn(stage, { ...flags, files }), { node, files });
  if (flags.peers) {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    const tools = peers(installPeers());
    const npx = measureNpx();
    const many = given ?? 10_000;
    const figures = measurePeers(stage, tools, {
      sizes: { many, few: Math.min(2000, many) },
      seconds: (number('seconds', flags.seconds) ?? 0) - performance.now() / 1000,
      version,
    });
    sections.peers = peersSection(figures, { node, npx });
    console.log(sections.peers);
  }
  if (flags.growth) {
    const largest = given ?? 100_000;
    sections.growth = growthSection(
      measureGrowth(stage, [Math.ceil(largest / 100), Math.ceil(largest / 10), largest]),
      node,
    );
    console.log(sections.growth);
  }
  if (flags.write)
    writeFileSync(PAGE, benchmarkPage(existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '', sections));
} finally {
  rmSync(stage.folder, { recursive: true, force: true });
}

function number(option: string, given: string | undefined): number | null {
  if (given === undefined) return null;
  const value = Number(given);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${option} ${given}: a number is needed`);
  return value;
}
