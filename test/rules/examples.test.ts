import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analyze.js';
import type { Question, RuleData, RuleExample } from '../../src/content/types.js';
import { parseRules } from '../../src/rules/parse.js';
import type { Finding } from '../../src/rules/types.js';
import { content } from '../support/content.js';

const rules = parseRules(content.rules());
const languages = content.languageModels();

/** The question an example answers, as far as the example says anything of it. */
function questionOf({
  kind = 'behavioral',
  numbers = 'welcome',
  lesson = false,
  question,
}: RuleExample): Question {
  const asked = question === undefined ? null : content.question(question);
  if (asked !== null) return asked;
  const nothing = { en: '', ru: '' };
  return {
    id: 'example',
    text: nothing,
    stage: 'hr',
    kind,
    competencies: [],
    levels: [],
    framework: kind === 'behavioral' ? 'star' : null,
    numbers,
    lesson,
    criteria: [],
    hint: nothing,
    followUps: [],
    samples: [],
  };
}

function findings(example: RuleExample): readonly Finding[] {
  const question = example.framework === undefined ? questionOf(example) : null;
  return analyze(example.text, {
    framework: content.framework(example.framework ?? question?.framework ?? 'star'),
    languages,
    rules,
    question,
    interfaceLanguage: example.language,
  }).findings;
}

const reported = (example: RuleExample) => findings(example).map(({ rule }) => rule);

const inAnswers = content.rules().filter(({ check }) => check.kind !== 'reported-by-lint');
const list = (data: RuleData, of: 'good' | 'bad') =>
  data.examples[of].map((example) => ({ id: data.id, text: example.text.slice(0, 60), example }));

describe.each(inAnswers)('examples of $id', (data) => {
  it.each(list(data, 'bad'))('reports: $text', ({ id, example }) => {
    const all = findings(example);
    expect(all.map(({ rule }) => rule)).toContain(id);
    // A `{name}` that is left has no value: it is misspelt in the rule, or its kind does not give it.
    const said = all.filter(({ rule }) => rule === id).map(({ message, advice }) => `${message} ${advice}`);
    expect(said.join('\n')).not.toMatch(/\{\w+\}/);
  });
  it.each(list(data, 'good'))('is silent: $text', ({ id, example }) => {
    expect(reported(example)).not.toContain(id);
  });
});
