import { expect, test } from 'vitest';
import { indexRules } from '../../src/rules/parse.js';
import { storedIndex } from '../../src/text/pattern-index.js';
import { content } from '../support/content.js';

// An index of other patterns would make matches vanish without a word.
test.each(['en', 'ru'])('the indexes that ship are those of the patterns that ship: %s', (code) => {
  const language = content.languageModels().find((model) => model.code === code);
  expect(language?.indexes?.cues).toEqual(
    storedIndex(language?.cues.flatMap(({ patterns }) => patterns) ?? []),
  );
  expect(language?.indexes?.stock).toEqual(storedIndex(language?.stock ?? []));
  expect(content.phrases(code)).toEqual(indexRules(content.rules(), code));
});

test('rules of an unknown language have none', () => {
  expect(content.phrases('de')).toBeNull();
});
