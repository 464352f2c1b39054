// npm run subjects: counts in the corpus which words speak for which competencies; writes data/languages/*/subjects.yaml.
import { writeFileSync } from 'node:fs';
import { compileContent } from '../src/store/compile-content.js';
import { openContent } from '../src/store/content.js';
import { readOptions } from './options.js';
import { storyQuestions } from './readings/off-question.js';
import { readAnswers } from './readings/question.js';
import { subjectsFrom } from './subjects/pairs.js';
import { subjectsYaml } from './subjects/subjects-yaml.js';

readOptions('scripts/subjects.ts', { options: {} });

const folder = 'node_modules/.cache/star-coach/subjects';
compileContent('data', folder);
const content = openContent(folder);

for (const code of content.index.answerLanguages) {
  const { whole } = subjectsFrom(readAnswers(content, code), storyQuestions(content), code);
  writeFileSync(`data/languages/${code}/subjects.yaml`, subjectsYaml(whole));
}
