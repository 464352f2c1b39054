import { expect, test } from 'vitest';
import { readAnswers } from '../../src/answers/read.js';
import type { Answer } from '../../src/answers/types.js';
import { rememberAnswers } from '../../src/cli/answer-memory.js';
import { createLinter, type ToldAnswer } from '../../src/cli/lint.js';
import { translator } from '../../src/content/messages.js';
import { content } from '../support/content.js';
import { GOOD, RESULTLESS } from './lint-folder.js';

const t = translator(content.messages('en'), 'en');
const choice = { content, language: 'en', t, levels: new Map(), only: null };
const HEADED = `## A {#sm-hardest-project}\n\n**Situation.** ${RESULTLESS}\n\n## B\n\n${GOOD} Churn fell to 7%.\n`;

/** A memory, and the answers that it did not know. */
function counting(limit?: number) {
  const memory = rememberAnswers<ToldAnswer>(limit);
  const made: Answer[] = [];
  const linter = createLinter(choice, (answer, make) =>
    memory(answer, (unknown) => {
      made.push(unknown);
      return make(unknown);
    }),
  );
  return { made, lint: async (source: string) => linter.lint(await readAnswers('a.md', source, t)) };
}

test.each([
  ['the same again', HEADED, 0],
  ['moved down', `Intro.\n\n${HEADED}`, 0],
  ['with a comment before it', HEADED.replace('## B', '<!-- star-disable-next vague -- why -->\n## B'), 1],
  ['typed in', HEADED.replace('two of its five', 'three of its five'), 1],
  ['without its question', HEADED.replace(' {#sm-hardest-project}', ''), 1],
  ['without a mark of its heading', HEADED.replaceAll('**', ''), 1],
  ['with a level of its own', `---\nrules: { missing-result: off }\n---\n${HEADED}`, 2],
  ['by another structure', `---\nframework: case\n---\n${HEADED}`, 2],
  ['in a file of another language', `---\nlang: ru\n---\n${HEADED}`, 2],
])(
  'what is told of an answer is told again where all it is read by is the same: %s',
  async (_, next, made) => {
    const remembering = counting();
    await remembering.lint(HEADED);
    expect(remembering.made).toHaveLength(2);
    const checked = await remembering.lint(next);
    expect(remembering.made).toHaveLength(2 + made);
    const anew = createLinter(choice).lint(await readAnswers('a.md', next, t));
    expect({ ...checked, facts: checked.facts.answers() }).toEqual({ ...anew, facts: anew.facts.answers() });
  },
);

test('what was not asked for lately is forgotten', async () => {
  const { made, lint } = counting(GOOD.length);
  const other = GOOD.replace('March', 'June');
  for (const source of [GOOD, other, GOOD]) await lint(source);
  expect(made).toHaveLength(2);
  for (const month of ['April', 'May', 'July']) await lint(GOOD.replace('March', month));
  await lint(GOOD);
  expect(made).toHaveLength(6);
});
