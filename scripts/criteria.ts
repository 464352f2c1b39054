// npm run criteria: how well the criteria of the shipped banks are heard in the samples written to touch them, and how
// often in answers to other questions.
//   npm run criteria                  a table
//   npm run criteria -- --broad 20    also the criteria that answers to other questions touch most
//   npm run criteria -- --write       writes docs/criteria.md
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { openContent } from '../src/store/content.js';
import { compileContent } from './build/compile-content.js';
import { hearings } from './criteria/measure.js';
import { criteriaTable, percent } from './criteria/table.js';
import { readOptions } from './options.js';

const { values } = readOptions('scripts/criteria.ts', {
  options: { broad: { type: 'string' }, write: { type: 'boolean', default: false } },
});

const folder = `node_modules/.cache/star-coach/criteria-${process.pid}`;
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
compileContent('data', folder);
const heard = hearings(openContent(folder));

const table = criteriaTable(heard);
process.stdout.write(table);
const broadest = heard
  .toSorted((a, b) => b.othersHeard / b.others - a.othersHeard / a.others)
  .slice(0, Number(values.broad ?? 0));
for (const { language, question, criterion, othersHeard, others } of broadest)
  console.log(`${percent(othersHeard, others)}  ${language}  ${question}  ${criterion}`);
if (values.write)
  writeFileSync('docs/criteria.md', `${readFileSync('scripts/criteria/head.md', 'utf8')}\n${table}`);
