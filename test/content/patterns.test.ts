import { expect, test } from 'vitest';
import { ownPatternFault } from '../../src/text/own-patterns.js';
import { content } from '../support/content.js';

/** Patterns that hold a word no text is cut into. */
function unheard(patterns: readonly string[]): string[] {
  return patterns.filter((pattern) => ownPatternFault(pattern)?.fault === 'unheard');
}

test.each(content.index.banks.map(({ role }) => role))(
  'every word of the cues of %s can be met in a text',
  (role) => {
    const patterns = (content.bank(role)?.questions ?? []).flatMap(({ criteria }) =>
      criteria.flatMap(({ cues }) => Object.values(cues).flat()),
    );
    expect(patterns.length).toBeGreaterThan(100);
    expect(unheard(patterns)).toEqual([]);
  },
);

test.each(content.languageModels().map(({ code }) => code))(
  'every word of the cues of the language %s can be met in a text',
  (code) => {
    const model = content.languageModels().find((language) => language.code === code);
    const patterns = (model?.cues ?? []).flatMap((cue) => cue.patterns);
    expect(patterns.length).toBeGreaterThan(100);
    expect(unheard(patterns)).toEqual([]);
  },
);
