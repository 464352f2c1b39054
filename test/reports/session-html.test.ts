import { expect, test } from 'vitest';
import { translator } from '../../src/content/messages.js';
import { outcomeOf } from '../../src/rehearsal/outcome.js';
import type { Turn } from '../../src/rehearsal/types.js';
import { sessionHtml } from '../../src/reports/session-html.js';
import { question } from '../rehearsal/question.js';
import { content } from '../support/content.js';
import { analysisOf } from './answer-analysis.js';

const t = translator(content.messages('en'), 'en');
const TEXT =
  'In March a client <b>lost</b> her reports.\n\nI called her "at once" & restored them: \u001b[31m 10 of 10.';

test('the page of an interview: parts with their letters, everything of the candidate escaped', () => {
  const analysis = analysisOf(TEXT, ['situation', 'action']);
  const asked = question('q', {
    text: { en: 'Why <script>?' },
    competencies: ['teamwork'],
    criteria: [{ id: 'one', text: { en: 'Owns up & mends.' }, cues: {} }],
  });
  const turn: Turn = {
    question: asked,
    attempts: [
      {
        text: TEXT,
        outcome: outcomeOf(analysis, { structured: true, criteria: { one: false } }),
        seconds: 75,
        replyTo: 'And <then>?',
      },
    ],
  };
  const page = sessionHtml([turn], {
    names: {
      t,
      language: 'en',
      role: () => 'Baker',
      question: (id) => id,
      competency: (id) => id,
      rule: (id) => `the rule ${id}`,
      framework: (id) => id,
      parts: () => content.framework('star').parts.map(({ id, letter }) => ({ id, letter, name: id })),
    },
    role: 'baker',
    date: '2026-01-15',
    seed: 7,
    analysisOf: () => analysis,
    local: (text) => text.en ?? '',
  });
  expect(page).not.toMatch(/<script|<b>lost|<then>|\u001b/);
  expect(page).toContain('1. Why &lt;script&gt;?');
  expect(page).toMatch(/<mark class="c0"><b>S<\/b>In March a client &lt;b&gt;lost/);
  expect(page).toContain('Asked afterwards: And &lt;then&gt;?');
  expect(page).toContain('Owns up &amp; mends.');
  expect(page).toContain('1:15 at the prompt');
});
