import { expect, test } from 'vitest';
import type { Sample } from '../../src/content/types.js';
import { revisionText, samplesText } from '../../src/terminal/feedback-text.js';
import { question } from '../rehearsal/question.js';
import { style } from './text-style.js';

test('what a revision did, in words', () => {
  const complaint = (rule: string, part: string | null = null) => ({ rule, part });
  const names = {
    rule: (id: string) => `what ${id} reports`,
    part: (id: string) => id.toUpperCase(),
    criterion: (id: string) => `what ${id} asks for`,
  };
  const nothing = { closed: [], fresh: [], open: [], heard: [], lost: [] };
  const changes = {
    ...nothing,
    closed: [complaint('vague'), complaint('missing-part', 'role')],
    open: [complaint('filler')],
    heard: ['steps'],
    lost: ['client'],
  };
  expect(revisionText(changes, names, style('en')).split('\n')).toEqual([
    'Fixed',
    '  ✓ what vague reports',
    '  ✓ The part "ROLE" is missing',
    'Heard now',
    '  ✓ what steps asks for',
    'No longer heard',
    '  – what client asks for',
    'Still open',
    '  ! what filler reports',
  ]);
  expect(revisionText(nothing, names, style('en'))).toBe('');
});

test('samples show the strong one first and what the weak one lacks', () => {
  const sample = (grade: Sample['grade'], language: string, text: string): Sample => ({
    grade,
    language,
    text,
    expect: {
      missing: grade === 'weak' ? ['task', 'result'] : [],
      findings: grade === 'weak' ? ['missing-result', 'filler', 'missing-part', 'criteria-gap'] : [],
      criteria: grade === 'weak' ? [] : ['one'],
    },
  });
  const asked = question('a', {
    criteria: [{ id: 'one', text: { en: 'One' }, cues: {} }],
    samples: [
      sample('weak', 'en', 'Bad\u001b[2J'),
      sample('strong', 'ru', 'Хорошо'),
      sample('strong', 'en', 'Good'),
    ],
  });
  const names = { rule: (id: string) => `<${id}>`, part: (id: string) => id.toUpperCase() };
  expect(samplesText(asked, names, style('en')).split('\n')).toEqual([
    'A strong answer',
    '  Good',
    '',
    'A weak answer',
    '  Bad\\u001b[2J',
    '  ! The part "TASK" is missing',
    '  ! <missing-result>',
    '  ! <filler>',
    '  ! Points the interviewer listens for: 0 of 1 heard',
  ]);
  const two = { ...asked, samples: [sample('strong', 'ru', 'Хорошо'), sample('strong', 'ru', 'Ещё')] };
  expect(samplesText(two, names, style('en'))).toBe(
    'A strong answer 1/2\n  Хорошо\n\nA strong answer 2/2\n  Ещё',
  );
});
