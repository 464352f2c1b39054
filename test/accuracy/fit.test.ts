import { expect, test } from 'vitest';
import { fingerprint, fingerprintOf } from '../../scripts/fit/fingerprint.js';
import { fitFaults, fitLanguages } from '../../scripts/fit/inputs.js';
import { weightsYaml } from '../../scripts/fit/weights-yaml.js';

const languages = fitLanguages();

test.each(languages)('the weights of $code are what npm run fit gives', (language) => {
  expect(fitFaults(language)).toEqual([]);
});

test('the fingerprint follows what is fitted from', () => {
  const [language] = languages;
  if (language === undefined) throw new Error('no language');
  // Each fingerprint fits: few answers are enough.
  const [first, ...others] = language.answers.slice(0, 3);
  if (first === undefined) throw new Error('no answers');
  const small = { ...language, answers: [first, ...others] };
  const now = fingerprint(small);
  expect(now).toMatch(/^[0-9a-f]{16}$/);
  expect(fingerprint({ ...small })).toBe(now);
  expect(fingerprintOf(weightsYaml({}, now))).toBe(now);
  expect(fingerprintOf('weights:\n')).toBeNull();

  const relabelled = first.sentences.map((sentence) => ({ ...sentence, label: 'O' }));
  const changed = [
    { ...small, answers: others },
    { ...small, answers: [{ ...first, sentences: relabelled }, ...others] },
    { ...small, prior: { ...small.prior, sameSentence: small.prior.sameSentence + 1 } },
    { ...small, language: { ...small.language, cues: small.language.cues.slice(1) } },
    { ...small, framework: { ...small.framework, neutral: 'lesson' } },
  ];
  for (const inputs of changed) expect(fingerprint(inputs)).not.toBe(now);

  const about = small.language.cues.map((cue) => ({ ...cue, about: { en: 'other words' } }));
  expect(fingerprint({ ...small, language: { ...small.language, cues: about } })).toBe(now);
});
