import { expect, test } from 'vitest';
import { hearings } from '../../scripts/criteria/measure.js';
import { totals } from '../../scripts/criteria/table.js';
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
