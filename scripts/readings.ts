// npm run readings: how often the rules on wording and manner report on good, weak and bad answers of the corpus.
//   npm run readings                         a table a language
//   npm run readings -- --rule vague         every place the rule reports, with the grade of the answer
//   npm run readings -- --rule vague --grade good --lang ru
//   npm run readings -- --write              also writes docs/readings.md
import { readFileSync, writeFileSync } from 'node:fs';
import { openContent } from '../src/store/content.js';
import { compileContent } from './build/compile-content.js';
import { readOptions } from './options.js';
import { type ReadAnswer, table } from './readings/measure.js';
import { offQuestionTable } from './readings/off-question.js';
import { readAnswers } from './readings/question.js';

const { values } = readOptions('scripts/readings.ts', {
  options: {
    rule: { type: 'string' },
    grade: { type: 'string' },
    lang: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});

const folder = 'node_modules/.cache/star-coach/readings';
compileContent('data', folder);
const content = openContent(folder);

const languages = content.index.answerLanguages.filter((code) => code === (values.lang ?? code));
const read = languages.map((code) => readAnswers(content, code));

if (values.rule !== undefined) {
  for (const { answer, analysis } of read.flat())
    for (const { rule, span, message } of analysis.findings)
      if (rule === values.rule && answer.grade === (values.grade ?? answer.grade)) {
        const line = analysis.document.text.slice(Math.max(0, span.start - 60), span.end + 60);
        console.log(`${answer.grade}\t${answer.id}\t${message}\t${line.replaceAll('\n', ' ')}`);
      }
} else {
  const sections = languages.map((code, index) => sectionOf(code, read[index] ?? []));
  console.log(sections.join('\n'));
  if (values.write) {
    const head = readFileSync('scripts/readings/head.md', 'utf8');
    writeFileSync('docs/readings.md', `${head}\n${sections.join('\n')}`);
  }
}

function sectionOf(code: string, answers: readonly ReadAnswer[]): string {
  return `## ${code}\n\n${table(answers)}\n\n${offQuestionTable(content, code, answers)}\n`;
}
