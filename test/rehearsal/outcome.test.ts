import { expect, test } from 'vitest';
import type { PartState } from '../../src/analysis/types.js';
import { compareOutcomes, type Outcome, outcomeOf } from '../../src/rehearsal/outcome.js';
import type { Finding } from '../../src/rules/types.js';
import { analysisOf } from '../reports/answer-analysis.js';
import { content } from '../support/content.js';
import { outcome } from './question.js';

test('a text in which no answer is found has no parts', () => {
  const nonsense: Finding = {
    ...{ rule: 'nonsense', severity: 'error', message: '', advice: '', evidence: 'a', ask: null },
    span: { start: 0, end: 1 },
  };
  const read = analysisOf('Too the for client. We late orders.', ['situation', 'action'], {
    findings: [nonsense],
  });
  const { parts } = outcomeOf(read, { structured: true, criteria: {} });
  expect(new Set(Object.values(parts))).toEqual(new Set(['missing']));
});

test('an outcome keeps what a history needs, without the texts of rules', () => {
  const finding: Finding = {
    rule: 'filler',
    severity: 'info',
    span: { start: 0, end: 4 },
    message: 'says "Well"',
    advice: 'Leave it out.',
    evidence: 'Well',
    ask: null,
  };
  const text = 'Well, in 2021 we had 12 complaints. I called each of the clients.';
  const read = analysisOf(text, ['situation', 'action'], {
    findings: [finding],
    resultNumber: true,
    speakingSeconds: 4.6,
  });
  expect(read.quantities.map(({ kind }) => kind)).toEqual(['excluded', 'count']);
  const criteria = { calm: true, figures: false };
  expect(outcomeOf(read, { structured: true, criteria })).toEqual({
    language: 'en',
    parts: { situation: 'present', task: 'missing', action: 'present', result: 'missing' },
    findings: [{ rule: 'filler', severity: 'info', evidence: 'Well' }],
    // A year measures nothing.
    figures: 1,
    resultNumber: true,
    words: 11,
    speakingSeconds: 5,
    criteria,
  });
  expect(outcomeOf(read, { structured: false, criteria }).parts).toEqual({});
});

test('an optional part is listed only where the answer has it', () => {
  const framework = content.framework('letter-nudge');
  const optional = framework.parts.find((part) => part.optional)?.id ?? '';
  const needed = framework.parts.find((part) => !part.optional)?.id ?? '';
  const parts = (state: PartState) =>
    [needed, optional].map((part) => ({ part, state, spans: [], because: [], nearest: null }));
  const keptOf = (state: PartState) => {
    const read = analysisOf('Dear Ms North.', ['other'], { framework, parts: parts(state) });
    return Object.keys(outcomeOf(read, { structured: true, criteria: {} }).parts);
  };
  expect(keptOf('missing')).toEqual([needed]);
  for (const state of ['present', 'implied', 'empty'] as const)
    expect(keptOf(state)).toEqual([needed, optional]);
});

const missing = (...parts: string[]): Outcome => ({
  ...outcome(...parts.map(() => '~missing-part')),
  parts: { role: 'present', ...Object.fromEntries(parts.map((part) => [part, 'missing' as const])) },
});

test('of two missing parts the one that is told now is closed', () => {
  expect(compareOutcomes(missing('context', 'action'), missing('action'))).toMatchObject({
    closed: [{ rule: 'missing-part', part: 'context' }],
    fresh: [],
    open: [{ rule: 'missing-part', part: 'action' }],
  });
});

test('what an answer lacked before is not new because it is told only now', () => {
  const parts = { situation: 'present', result: 'missing' } as const;
  const before = { ...outcome('~too-short'), parts };
  const absent = (id: string): Outcome['findings'][number] => ({ rule: id, severity: 'warn', evidence: '' });
  const after = { ...outcome(), parts, findings: [absent('missing-result'), absent('no-lesson')] };
  expect(compareOutcomes(before, after)).toMatchObject({
    fresh: [],
    open: [{ rule: 'missing-result' }, { rule: 'no-lesson' }],
  });
  const lost = { ...outcome(), parts, findings: [absent('missing-situation')] };
  expect(compareOutcomes(before, lost)).toMatchObject({ fresh: [{ rule: 'missing-situation' }], open: [] });
});

test('a missing part that the rule leaves out is not told', () => {
  const before = { ...missing('options'), findings: [] };
  expect(compareOutcomes(before, missing()).closed).toEqual([]);
});

test('criteria are told one by one, not by the rule that sums them up', () => {
  const before = { ...outcome('criteria-gap'), criteria: { a: false, b: true, c: false } };
  const after = { ...outcome('criteria-gap'), criteria: { a: true, b: false, c: false } };
  expect(compareOutcomes(before, after)).toEqual({
    closed: [],
    fresh: [],
    open: [],
    heard: ['a'],
    lost: ['b'],
  });
});

test('criteria of a history that did not keep them are neither heard nor lost', () => {
  const after = { ...outcome(), criteria: { a: true, b: false } };
  expect(compareOutcomes(outcome(), after)).toMatchObject({ heard: [], lost: [] });
});
