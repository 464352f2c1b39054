// npm run package: what would be published: publint, the list of files, the sizes. Needs dist/.
import { readFileSync } from 'node:fs';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { packageFaults, packDryRun } from './package/contents.js';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const packed = packDryRun('.');
const { messages } = await publint({ pkgDir: '.', strict: true });
const faults = [
  ...messages.map((message) => formatMessage(message, manifest, { color: false }) ?? message.code),
  ...packageFaults(packed, manifest),
];
for (const fault of faults) console.error(fault);
const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} kB`;
console.log(
  `package: ${packed.files.length} files, ${kilobytes(packed.size)} packed, ${kilobytes(packed.unpackedSize)} unpacked`,
);
process.exitCode = faults.length > 0 ? 1 : 0;
