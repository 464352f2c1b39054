// npm run fit: fits the weights of every answer language to test/corpus/*.jsonl and writes run-on.yaml and weights.yaml
// in data/languages/<code>/. Starts from prior.yaml; chance in it has fixed seeds.
//   npm run fit [-- --language CODE]
//   npm run fit -- --check     writes nothing; fails where the weights were fitted from other inputs than today's, or
//                              where fitting to a few answers gives two results
import { writeFileSync } from 'node:fs';
import { fingerprint } from './fit/fingerprint.js';
import { fitLanguage } from './fit/fit-language.js';
import { fitFaults, fitLanguages } from './fit/inputs.js';
import { fitRunOn, runOnYaml } from './fit/run-on.js';
import { weightsYaml } from './fit/weights-yaml.js';
import { readOptions } from './options.js';

const { values } = readOptions('scripts/fit.ts', {
  options: { language: { type: 'string' }, check: { type: 'boolean', default: false } },
});
for (const language of fitLanguages()) {
  if (values.language !== undefined && values.language !== language.code) continue;
  if (values.check) {
    for (const fault of fitFaults(language)) {
      process.stderr.write(`${fault}\n`);
      process.exitCode = 1;
    }
    continue;
  }
  const { code, paths, answers, prior, framework } = language;
  const runOn = fitRunOn(answers, code);
  writeFileSync(paths.runOn, runOnYaml(runOn));
  const model = { ...language.language, runOn };
  const weights = fitLanguage(answers, { language: model, framework, prior });
  const inputs = fingerprint({ ...language, language: model });
  writeFileSync(paths.weights, weightsYaml({ [framework.id]: weights }, inputs));
  for (const [path, { features }] of [[paths.runOn, runOn] as const, [paths.weights, weights] as const])
    console.log(`${path}: ${Object.keys(features).length} features from ${answers.length} answers`);
}
