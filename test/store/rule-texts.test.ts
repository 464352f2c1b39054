import { expect, test } from 'vitest';
import { ruleFileSchema } from '../../src/rules/schema.js';
import { openContent } from '../../src/store/content.js';
import { openPieces } from '../../src/store/content-file.js';
import { withoutTexts, withTexts } from '../../src/store/rule-texts.js';
import { CONTENT_DIR } from '../support/content.js';

test('rules come together again as they were', () => {
  const rules = openContent(CONTENT_DIR)
    .rules()
    .map((rule) => ({ ...rule }));
  expect(ruleFileSchema.parse({ rules }).rules).toEqual(rules);
  const { bare, texts } = withoutTexts(rules);
  expect(withTexts(bare, () => texts).map((rule) => ({ ...rule }))).toEqual(rules);
});

test('the texts of rules stand where reading an answer does not load them', () => {
  const piece = openPieces(CONTENT_DIR).read('rules') as readonly unknown[];
  expect(piece[0]).not.toHaveProperty('examples');
  const { bare } = withoutTexts(openContent(CONTENT_DIR).rules());
  const rules = withTexts(bare, () => {
    throw new Error('loaded');
  });
  expect(rules.map(({ id, severity, check }) => [id, severity, typeof check.kind])).not.toEqual([]);
  expect(() => rules[0]?.summary).toThrow('loaded');
});
