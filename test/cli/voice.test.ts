import { expect, test } from 'vitest';
import { createVoice } from '../../src/cli/mock/voice.js';
import { translator } from '../../src/content/messages.js';
import { content } from '../support/content.js';

test.each(content.index.interfaceLanguages)(
  'the interviewer in %s: a seed says the same, nothing twice in a row',
  (language) => {
    const t = translator(content.messages(language), language);
    const said = (seed: number) => {
      const voice = createVoice(t, seed);
      return Array.from({ length: 30 }, (_, index) => (index % 4 === 3 ? voice.asksMore() : voice.thanks()));
    };
    expect(said(7)).toEqual(said(7));
    expect(said(7)).not.toEqual(said(8));
    const words = said(7);
    expect(words.every((text, index) => text !== words[index - 1])).toBe(true);
  },
);

test('every stage is opened once, as long as it lasts', () => {
  const voice = createVoice(translator(content.messages('en'), 'en'), 1);
  expect([voice.opens('phone'), voice.opens('phone')]).toEqual([expect.stringContaining('call'), null]);
  for (const stage of ['hr', 'professional', 'role-play', 'case', 'manager'] as const)
    expect(voice.opens(stage)).toMatch(/\.$/);
});
