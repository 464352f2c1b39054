// npm run subjects: counts in the corpus which words speak for which competencies; writes data/languages/*/subjects.yaml.
import { writeFileSync } from 'node:fs';
import { openContent } from '../src/store/content.js';
import { readCorpus } from './accuracy/corpus.js';
import { compileContent } from './build/compile-content.js';
import { readOptions } from './options.js';
import { readAll } from './readings/question.js';
import { fingerprint, pathOf, subjectsOf } from './subjects/inputs.js';
import { subjectsYaml } from './subjects/subjects-yaml.js';

readOptions('scripts/subjects.ts', { options: {} });

const folder = 'node_modules/.cache/star-coach/subjects';
compileContent('data', folder);
const content = openContent(folder);

for (const code of content.index.answerLanguages) {
  const answers = readCorpus(`test/corpus/${code}.jsonl`);
  const { whole } = subjectsOf(content, code, readAll(content, code, answers, []));
  writeFileSync(pathOf(code), subjectsYaml(whole, fingerprint(content, code, answers)));
  console.log(`${pathOf(code)}: ${whole.words.split(' ').length} words from ${answers.length} answers`);
}
