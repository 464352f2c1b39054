// npm run agreement: how far a second reader, who did not see the labels, agrees with those of test/corpus.
//   npm run agreement                 prints the tables
//   npm run agreement -- --write      fills them, and the counts of the corpus, into docs/corpus.md
//   npm run agreement -- --check      writes nothing and fails where docs/corpus.md is stale
import { readFileSync, writeFileSync } from 'node:fs';
import { agreementTable, corpusPage, countsTable, PAGE } from './accuracy/corpus-page.js';
import { readOptions } from './options.js';

const { values } = readOptions('scripts/agreement.ts', {
  options: { write: { type: 'boolean', default: false }, check: { type: 'boolean', default: false } },
});
if (values.write || values.check) {
  const [old, fresh] = [readFileSync(PAGE, 'utf8'), corpusPage()];
  if (values.write && old !== fresh) writeFileSync(PAGE, fresh);
  else if (old !== fresh) {
    process.stderr.write(`${PAGE} is stale: npm run agreement -- --write\n`);
    process.exitCode = 1;
  }
} else console.log(`${agreementTable()}\n${countsTable()}`);
