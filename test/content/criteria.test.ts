import { expect, test } from 'vitest';
import { hearings } from '../../scripts/criteria/measure.js';
import { totals } from '../../scripts/criteria/table.js';
import { compilePatterns, matchPatterns } from '../../src/text/patterns.js';
import { scan } from '../../src/text/scan.js';
import { content } from '../support/content.js';

const heard = hearings(content);
const groups = content.index.banks.flatMap(({ role }) =>
  content.index.answerLanguages.map((language) => ({
    role,
    language,
    own: heard.filter((one) => one.role === role && one.language === language),
  })),
);

test.each(groups)('criteria of $role in $language are heard where they are meant', ({ own }) => {
  const sums = totals(own);
  expect(sums.own).toBeGreaterThan(100);
  expect(sums.ownHeard / sums.own).toBeGreaterThanOrEqual(0.9);
});

test.each(groups)('criteria of $role in $language are seldom heard elsewhere', ({ own }) => {
  const sums = totals(own);
  expect(sums.othersHeard / sums.others).toBeLessThanOrEqual(0.1);
});

const outcomes = content.index.banks
  .flatMap(({ role }) => content.bank(role)?.questions ?? [])
  .flatMap(({ id, criteria }) => criteria.map((criterion) => ({ question: id, criterion })))
  .filter(({ criterion: { id, part } }) => part !== undefined || id === 'time-against-work');

test.each([
  ['en', 'instead of 5 days'],
  ['en', 'against 5'],
  ['ru', 'вместо 5 дней'],
  ['ru', 'вместо 5'],
])('in %s «%s» alone compares nothing', (language, words) => {
  const tokens = scan(words, language);
  const met = outcomes.filter(
    ({ criterion }) => matchPatterns(compilePatterns(criterion.cues[language] ?? []), tokens).length > 0,
  );
  expect(met.map(({ question, criterion }) => `${question} ${criterion.id}`)).toEqual([]);
});
