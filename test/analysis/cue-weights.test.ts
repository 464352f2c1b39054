import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../src/analysis/read.js';
import type { Framework, FrameworkPart, PartCue } from '../../src/content/types.js';
import { content } from '../support/content.js';

const same = (text: string) => ({ en: text, ru: text });

const cue = (id: string, weight: 'strong' | 'weak', word: string): PartCue => ({
  id,
  weight,
  about: same(id),
  patterns: { en: [word], ru: [] },
});

function part(id: string, letter: string, more: Partial<FrameworkPart> = {}): FrameworkPart {
  return {
    ...{ id, letter, colour: 'blue', name: same(id), label: id, shows: [], measured: false, targets: false },
    ...{ ask: same(id), headings: { en: [id], ru: [] }, optional: false, brief: false, like: null, cues: [] },
    ...{ uses: { strong: [], weak: [] } },
    ...more,
  };
}

/** A recipe: dough, filling, oven. Its cues are words that no cue of a language knows. */
const recipe: Framework = {
  ...{
    id: 'recipe',
    name: same('recipe'),
    about: same('recipe'),
    neutral: 'other',
    weights: 'cues',
    like: null,
  },
  ...{
    kind: null,
    spoken: true,
    rules: { with: [], without: [] },
    neededFirst: [],
    labels: ['dough', 'filling', 'oven', 'other'],
  },
  parts: [
    part('dough', 'D', { cues: [cue('flour', 'strong', 'flour'), cue('soft', 'weak', 'soft')] }),
    part('filling', 'F', { cues: [cue('plums', 'strong', 'plums'), cue('sweet', 'weak', 'sweet')] }),
    part('oven', 'O', { cues: [cue('heat', 'strong', 'heat'), cue('gold', 'weak', 'golden')] }),
  ],
};

/** States by letters: `D+ F- O~`. */
function states(text: string, framework = recipe): string {
  const marks = { present: '+', implied: '~', empty: 'o', missing: '-' } as const;
  const { parts } = readAnswer(text, { framework, languages: content.languageModels(), language: 'en' });
  return parts
    .map(({ part, state }) => `${framework.parts.find(({ id }) => id === part)?.letter}${marks[state]}`)
    .join(' ');
}

describe('weights that follow from cues', () => {
  it.each([
    ['a strong cue makes its part', 'The table is green. Plums lie there. The table is old.', 'D- F+ O-'],
    ['a weak one alone does not', 'The table is green. It is sweet there. The table is old.', 'D- F- O-'],
    ['all parts in order', 'Take flour. Cut the plums. Heat for an hour.', 'D+ F+ O+'],
    ['and against it', 'Heat comes last. Plums come second. Flour comes first.', 'D+ F+ O+'],
    ['nothing', 'The table is green.', 'D- F- O-'],
    ['two parts in one clause', 'Flour with plums.', /^D[+~] F[+~] O-$/],
    [
      'a heading of a form',
      'Dough: two cups of white powder.\nOven: an hour on the lowest shelf.',
      'D+ F- O+',
    ],
    ['headings with nothing below', 'Dough:\nFilling:\nOven: an hour on the lowest shelf.', 'Do Fo O+'],
  ])('%s', (_name, text, expected) => {
    if (typeof expected === 'string') expect(states(text)).toBe(expected);
    else expect(states(text)).toMatch(expected);
  });

  it('does not find a part in a long text that says nothing of it', () => {
    expect(states('The table is green and old. '.repeat(200))).toBe('D- F- O-');
  });

  it('gives what follows a part to it, unless the part is brief', () => {
    const brief: Framework = {
      ...recipe,
      id: 'brief',
      parts: recipe.parts.map((each) => ({ ...each, brief: true })),
    };
    const labels = (framework: Framework) =>
      readAnswer('Take flour. The table is green.', {
        framework,
        languages: content.languageModels(),
        language: 'en',
      }).sentences.map(({ label }) => label);
    expect(labels(recipe)).toEqual(['dough', 'dough']);
    expect(labels(brief)).toEqual(['dough', 'other']);
  });

  it('lends the fitted weights of another framework', () => {
    const client = content.framework('client-story');
    const text =
      'In May a client lost two orders. I called him and sent new ones. As a result he signed again.';
    expect(states(text, client)).toMatch(/^C\+ O[-~] A\+ R\+$/);
    const stray: Framework = { ...client, id: 'stray', like: 'absent' };
    expect(() => states(text, stray)).toThrow(/no weights for 'absent'/);
  });
});
