// npm run accuracy: how well answers are read, per language.
//   npm run accuracy                       each slice of test/corpus read with weights fitted without it (minutes)
//   npm run accuracy -- --shipped          the corpus read with the weights that ship, which have seen it
//   npm run accuracy -- --corpus FILE      any labelled file, with the weights that ship
//   npm run accuracy -- --corpus FILE --predictions    one JSON object an answer instead of the table
//   npm run accuracy -- --write            also writes docs/accuracy.md
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { analyze } from '../src/analyze.js';
import { analysisContext } from '../src/cli/analysis-context.js';
import { weightsSchema } from '../src/content/language-schema.js';
import { compileContent } from '../src/store/compile-content.js';
import { type ContentStore, openContent } from '../src/store/content.js';
import { type LabelledAnswer, readCorpus, sliceOf, textOf } from './accuracy/corpus.js';
import { type Measured, measure, type Pair } from './accuracy/measure.js';
import { type Prediction, predictionOf } from './accuracy/predict.js';
import { mistakesOf, page, table } from './accuracy/report.js';
import { fitLanguage } from './fit/fit-language.js';

const FRAMEWORK = 'star';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    predictions: { type: 'boolean', default: false },
    shipped: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});

const folder = 'node_modules/.cache/star-coach/accuracy';
compileContent('data', folder);
const content = openContent(folder);

if (values.corpus !== undefined) {
  const answers = readCorpus(values.corpus);
  const predictions = answers.map((answer) => predict(answer, content));
  if (values.predictions) for (const prediction of predictions) console.log(JSON.stringify(prediction));
  else {
    const pairs = answers.map((answer, index) => ({ answer, prediction: predictions[index] as Prediction }));
    for (const code of new Set(answers.map(({ lang }) => lang)))
      console.log(table(code, rowsOf(pairs.filter(({ answer }) => answer.lang === code))));
  }
} else {
  const sections: string[] = [];
  for (const code of content.index.answerLanguages) {
    const answers = readCorpus(`test/corpus/${code}.jsonl`);
    const pairs = values.shipped
      ? answers.map((answer) => ({ answer, prediction: predict(answer, content) }))
      : heldOut(code, answers);
    console.log(table(code, rowsOf(pairs)));
    sections.push(page(code, rowsOf(pairs), mistakesOf(pairs)));
  }
  if (values.write && !values.shipped) {
    const head = readFileSync('scripts/accuracy/head.md', 'utf8');
    writeFileSync('docs/accuracy.md', `${head}\n${sections.join('\n')}`);
  }
}

function predict(answer: LabelledAnswer, store: ContentStore): Prediction {
  const { text, places } = textOf(answer.sentences);
  const choice = { question: null, interfaceLanguage: 'en', language: answer.lang };
  return predictionOf(answer.id, analyze(text, analysisContext(store, choice)), places);
}

/** Reads every slice with weights fitted to the other slices: what new people do to the figures. */
function heldOut(code: string, answers: readonly LabelledAnswer[]): Pair[] {
  const framework = content.framework(FRAMEWORK);
  const schema = weightsSchema({ [FRAMEWORK]: framework.labels });
  const prior = schema.parse(parse(readFileSync(`data/languages/${code}/prior.yaml`, 'utf8'))).weights[
    FRAMEWORK
  ];
  const language = content.languageModels().find((model) => model.code === code);
  if (prior === undefined || language === undefined) throw new Error(`no prior for '${code}'`);
  return [...new Set(answers.map(sliceOf))].flatMap((slice) => {
    const others = answers.filter((answer) => sliceOf(answer) !== slice);
    const weights = fitLanguage(others, language, prior, framework);
    const languages = [{ ...language, weights: { [FRAMEWORK]: weights } }];
    const store: ContentStore = { ...content, index: content.index, languageModels: () => languages };
    return answers
      .filter((answer) => sliceOf(answer) === slice)
      .map((answer) => ({ answer, prediction: predict(answer, store) }));
  });
}

/** One row for all answers and one for each slice and kind of answer. */
function rowsOf(pairs: readonly Pair[]): [string, Measured][] {
  const slices = [...new Set(pairs.map(({ answer }) => sliceOf(answer)))];
  return [
    ['all', measure(pairs)],
    ...slices.map((slice): [string, Measured] => [
      slice,
      measure(pairs.filter(({ answer }) => sliceOf(answer) === slice)),
    ]),
  ];
}
