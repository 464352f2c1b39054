// npm run frameworks: how well the parts of the frameworks beside STAR are found in the texts of test/frameworks.
//   npm run frameworks                     a table
//   npm run frameworks -- --write          the same, and writes docs/frameworks.md
//   npm run frameworks -- --wrong [ID…]    every text that is read otherwise than labelled
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { openContent } from '../src/store/content.js';
import { compileContent } from './build/compile-content.js';
import { found, type Read, readText, unsaid } from './frameworks/measure.js';
import { frameworksPage, summary } from './frameworks/page.js';
import { labelledFrameworks, readTexts } from './frameworks/texts.js';
import { readOptions } from './options.js';

const { values, positionals } = readOptions('scripts/frameworks.ts', {
  allowPositionals: true,
  options: { write: { type: 'boolean', default: false }, wrong: { type: 'boolean', default: false } },
});

const folder = `node_modules/.cache/star-coach/frameworks-${process.pid}`;
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
compileContent('data', folder);
const content = openContent(folder);

const measured = content.index.answerLanguages.map((language) => ({
  language,
  frameworks: labelledFrameworks(language)
    .filter((id) => positionals.length === 0 || positionals.includes(id))
    .map((id) => ({
      framework: content.framework(id),
      reads: readTexts(id, language).map((text) => readText(content, id, language, text)),
    })),
}));

if (values.wrong) {
  for (const { language, frameworks } of measured)
    for (const { framework, reads } of frameworks)
      for (const read of reads) showWrong(`${framework.id}.${language}`, read);
}
process.stdout.write(summary(measured));
if (values.write) {
  const head = readFileSync('scripts/frameworks/head.md', 'utf8');
  writeFileSync('docs/frameworks.md', `${head}\n${frameworksPage(measured)}`);
}

function showWrong(where: string, read: Read): void {
  const { labelled, analysis } = read;
  const told = found(analysis);
  const lost = labelled.present.filter((part) => !told.includes(part));
  const extra = told.filter((part) => !labelled.present.includes(part));
  const rules = analysis.findings.map(({ rule }) => rule);
  const silent = unsaid(content, read);
  const loud = labelled.silent.filter((rule) => rules.includes(rule));
  if (lost.length + extra.length + silent.length + loud.length === 0) return;
  const list = (name: string, items: readonly string[]) =>
    items.length === 0 ? '' : ` ${name}: ${items.join(', ')};`;
  process.stdout.write(
    `${where} ${labelled.id}${labelled.seen ? '' : ' (kept back)'}${list('lost', lost)}${list('extra', extra)}${list('unsaid', silent)}${list('loud', loud)}\n`,
  );
  // Texts that are kept back are not to be looked at while cues are written.
  if (!labelled.seen) return;
  for (const sentence of analysis.sentences)
    for (const { clause, label, cues } of sentence.clauses)
      process.stdout.write(
        `    ${label.padEnd(14)} ${analysis.document.text.slice(clause.start, clause.end).replaceAll('\n', ' ')}  [${cues.join(' ')}]\n`,
      );
}
