import { expect, test } from 'vitest';
import { createReadAhead } from '../../src/cli/read-ahead.js';
import { content } from '../support/content.js';

test.each(['en', 'ru'] as const)('samples in %s are read one a call, and come to an end', (language) => {
  const ahead = createReadAhead(content, language);
  let calls = 0;
  while (ahead()) calls += 1;
  expect(calls).toBe(60);
  expect(ahead()).toBe(false);
});

test('where no bank is installed there is nothing to read', () => {
  const bare = { ...content, index: { ...content.index, banks: [] } };
  expect(createReadAhead(bare, 'en')()).toBe(false);
});
