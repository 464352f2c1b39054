import { expect, test } from 'vitest';
import type { Analysis } from '../../src/analyze.js';
import { translator } from '../../src/content/messages.js';
import { outcomeOf } from '../../src/rehearsal/outcome.js';
import type { Turn } from '../../src/rehearsal/types.js';
import { type SessionPageOptions, sessionHtml } from '../../src/reports/session-html.js';
import { question } from '../rehearsal/question.js';
import { content } from '../support/content.js';
import { analysisOf } from './answer-analysis.js';

const t = translator(content.messages('en'), 'en');
const TEXT =
  'In March a client <b>lost</b> her reports.\n\nI called her "at once" & restored them: \u001b[31m 10 of 10.';

const options = (analysis: Analysis): SessionPageOptions => ({
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

test('the page of an interview letters the parts and escapes all texts', () => {
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
  const page = sessionHtml([turn], options(analysis));
  expect(page).not.toMatch(/<script|<b>lost|<then>|\u001b/);
  expect(page).toContain('1. Why &lt;script&gt;?');
  expect(page).toMatch(/<mark class="c0"><b>S<\/b>In March a client &lt;b&gt;lost/);
  expect(page).toContain('Asked afterwards: And &lt;then&gt;?');
  expect(page).toContain('Owns up &amp; mends <span');
  expect(page).toContain('15 January 2026, 1 answer');
  expect(page).toContain('1:15 at the prompt');
});

test('criteria and the first advice are told once', () => {
  const read = analysisOf(TEXT, ['situation', 'action']);
  const gap = {
    rule: 'criteria-gap',
    severity: 'info',
    span: { start: 0, end: 0 },
    message: 'Not heard: one',
    advice: 'Add a sentence.',
    ask: null,
    evidence: '',
  } as const;
  const asked = question('q', { criteria: [{ id: 'one', text: { en: 'Owns up' }, cues: {} }] });
  const attempt = {
    text: TEXT,
    outcome: outcomeOf(read, { structured: true, criteria: { one: false } }),
    seconds: 1,
  };
  const shown = (analysis: Analysis) =>
    sessionHtml([{ question: asked, attempts: [attempt] }], options(analysis));
  const onlyGap = shown({ ...read, findings: [gap], nextFix: { ...gap } });
  expect(onlyGap).not.toContain('Not heard: one');
  expect(onlyGap).toContain(t('answer.clean-else'));
  expect(onlyGap).toContain('Add a sentence.');
  const vague = { ...gap, rule: 'vague', message: 'Says nothing', advice: 'Say what happened.' };
  const both = shown({ ...read, findings: [vague, gap], nextFix: { ...vague } });
  expect(both.match(/Say what happened\./g)).toHaveLength(1);
});

test('on a phone the table of competencies folds, with a head in each cell', () => {
  const read = analysisOf(TEXT, ['situation', 'action']);
  const outcome = outcomeOf(read, { structured: true, criteria: { one: false } });
  const asked = question('q', { competencies: ['service'], criteria: [{ id: 'one', text: {}, cues: {} }] });
  const page = sessionHtml(
    [{ question: asked, attempts: [{ text: TEXT, outcome, seconds: 1 }] }],
    options(read),
  );
  const table = page.slice(page.indexOf('<table class="folds">'), page.indexOf('</table>'));
  const heads = [...table.matchAll(/<th scope="col">([^<]*)</g)].map(([, head]) => head);
  expect(heads).toHaveLength(5);
  expect([...table.matchAll(/<td data-head="([^"]*)">/g)].map(([, head]) => head)).toEqual(heads.slice(1));
  expect(page).toMatch(/@media screen and \(max-width: 36rem\) \{\s+\.folds/);
});

test('a part has one colour on the page, whatever parts an answer does without', () => {
  const read = analysisOf(TEXT, ['situation', 'action']);
  const outcome = outcomeOf(read, { structured: true, criteria: {} });
  const { situation, ...parts } = outcome.parts;
  const attempt = { text: TEXT, outcome: { ...outcome, parts }, seconds: 1 };
  const page = sessionHtml([{ question: question('q'), attempts: [attempt] }], options(read));
  expect(page).toContain('<mark class="c2"><b>A</b>');
  expect(page).toContain('<span class="badge c2">A action: present</span>');
});

test('says nothing of parts where no answer is found in the text', () => {
  const nonsense = { rule: 'nonsense', severity: 'error', message: 'None.', advice: '', ask: null } as const;
  const read = analysisOf(TEXT, ['situation', 'action'], {
    findings: [{ ...nonsense, span: { start: 0, end: 2 }, evidence: 'In' }],
  });
  const outcome = outcomeOf(read, { structured: true, criteria: {} });
  const page = sessionHtml(
    [{ question: question('q'), attempts: [{ text: TEXT, outcome, seconds: 1 }] }],
    options(read),
  );
  expect(page).not.toMatch(/<mark|class="badge|<p><\/p>/);
});
