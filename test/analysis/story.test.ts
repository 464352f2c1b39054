import { expect, test } from 'vitest';
import { modelFor } from '../../src/analysis/model.js';
import { readAnswer } from '../../src/analysis/read.js';
import { readStory } from '../../src/analysis/story.js';
import { content } from '../support/content.js';
import { expectLinear } from '../support/growth.js';

const framework = content.framework('star');
const languages = content.languageModels();

const PLAN = 'I would talk to the client first.';
const HABIT = 'I usually offer two options.';

test.each([
  ['plan', [PLAN, HABIT, PLAN]],
  ['habit', [PLAN, HABIT, HABIT]],
  ['habit', [PLAN, HABIT]],
  ['habit', [HABIT, PLAN]],
  ['description', ['I am a fast learner.', HABIT, PLAN]],
  ['habit', [PLAN, HABIT, 'I am a fast learner.']],
])('%s is what most clauses tell, or what the first does that tells no plan: %j', (kind, sentences) => {
  expect(readAnswer(sentences.join(' '), { framework, languages }).story.kind).toBe(kind);
});

test('time is linear in the clauses of an answer in general terms', async () => {
  const [model] = languages
    .filter(({ code }) => code === 'en')
    .map((english) => modelFor(english, framework));
  if (model === undefined) throw new Error('no English');
  const general = readAnswer(`${PLAN} ${HABIT}`, { framework, languages });
  const clauses = general.sentences.flatMap((sentence) => sentence.clauses);
  await expectLinear((times) => {
    const many = Array.from({ length: times }, () => clauses).flat();
    return () => readStory(many, model);
  }, 500);
});
