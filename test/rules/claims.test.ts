import { describe, expect, it } from 'vitest';
import { claimsOf } from '../../src/rules/claims.js';
import { contradictions, type FigureClaim } from '../../src/rules/contradictions.js';
import { read } from './reading.js';

/** True where the second answer contradicts the first. */
function contradict(first: string, second: string): boolean {
  const claims = [first, second].flatMap((text, answer) =>
    claimsOf(read(text)).map((claim) => ({ ...claim, answer })),
  );
  return contradictions(claims, (a, b) => a.answer === b.answer).length > 0;
}

describe('contradictions', () => {
  it.each([
    ['I retrained the shift, and CSAT rose by 12%.', 'In the end CSAT rose by 18%.'],
    ['Переучила смену, и CSAT вырос на 12 %.', 'В итоге CSAT вырос на 18 %.'],
    ['Our churn fell from 9% to 5%.', 'The churn fell from 9% to 3%.'],
    ['Отток снизился с 9 % до 5 %.', 'Отток снизился с 9 % до 3 %.'],
    ['I led a team of 5 people.', 'I managed a team of 9 people.'],
    ['Я руководил командой из 5 человек.', 'Я руководила командой из 9 человек.'],
  ])('%s | %s', (first, second) => {
    expect(contradict(first, second)).toBe(true);
  });

  it.each([
    ['the same figure', 'CSAT rose by 12%.', 'As a result CSAT rose by 12%.'],
    ['another metric', 'CSAT rose by 12%.', 'NPS rose by 18%.'],
    ['another way', 'CSAT rose by 12%.', 'CSAT fell by 18%.'],
    ['points, not percent', 'CSAT rose by 12%.', 'CSAT rose by 5 points.'],
    ['another base', 'Churn fell from 9% to 5%.', 'Churn fell from 5% to 3%.'],
    ['other clients', 'Churn among new clients fell by 12%.', 'Churn fell by 18%.'],
    ['to, not by', 'CSAT rose to 82%.', 'CSAT rose to 91%.'],
    ['other years', 'In 2019 I led a team of 5 people.', 'In 2023 I led a team of 9 people.'],
    ['another team', 'I led a team of 5 people.', 'In my previous job I led a team of 9 people.'],
    ["somebody's team", 'I led a team of 5 people.', 'The client had a team of 9 people.'],
    ['a team and a department', 'Руководила командой из 5 человек.', 'Руководила отделом из 9 человек.'],
  ])('%s', (_, first, second) => {
    expect(contradict(first, second)).toBe(false);
  });

  it('does not compare an answer with itself', () => {
    const claims = claimsOf(
      read('I retrained the shift, and CSAT rose by 12%. In the end CSAT rose by 18%.'),
    );
    expect(claims).toHaveLength(2);
    expect(contradictions<FigureClaim>(claims, () => false)).toHaveLength(1);
    expect(contradictions<FigureClaim>(claims, () => true)).toEqual([]);
  });
});
