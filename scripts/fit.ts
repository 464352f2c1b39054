// npm run fit: fits the weights of every answer language to test/corpus/*.jsonl and writes
// data/languages/<code>/weights.yaml. Starts from prior.yaml; nothing in it is random.
//   npm run fit [-- --language CODE]
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { weightsSchema } from '../src/content/language-schema.js';
import type { Framework, LanguageModel } from '../src/content/types.js';
import { readContent } from '../src/store/compile-content.js';
import { readCorpus } from './accuracy/corpus.js';
import { fitLanguage } from './fit/fit-language.js';
import { weightsYaml } from './fit/weights-yaml.js';

const FRAMEWORK = 'star';

const { values } = parseArgs({ options: { language: { type: 'string' } } });
const { pieces } = readContent('data');
const framework = pieces[`framework.${FRAMEWORK}`] as Framework;
const codes = (pieces.index as { answerLanguages: string[] }).answerLanguages;
for (const code of codes.filter((name) => values.language === undefined || name === values.language)) {
  const schema = weightsSchema({ [FRAMEWORK]: framework.labels });
  const prior = schema.parse(parse(readFileSync(`data/languages/${code}/prior.yaml`, 'utf8'))).weights[
    FRAMEWORK
  ];
  if (prior === undefined)
    throw new Error(`data/languages/${code}/prior.yaml has no weights for ${FRAMEWORK}`);
  const language = pieces[`language.${code}`] as LanguageModel;
  const answers = readCorpus(`test/corpus/${code}.jsonl`);
  const weights = fitLanguage(answers, language, prior, framework);
  const path = `data/languages/${code}/weights.yaml`;
  writeFileSync(path, weightsYaml({ [FRAMEWORK]: weights }));
  console.log(`${path}: ${Object.keys(weights.features).length} features from ${answers.length} answers`);
}
