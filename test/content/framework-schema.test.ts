import { describe, expect, it } from 'vitest';
import { frameworkSchema } from '../../src/content/framework-schema.js';
import { validate } from '../../src/content/validate.js';
import { parseYaml } from '../../src/content/yaml.js';

const schema = frameworkSchema({ languages: ['en', 'ru'], own: false });

const RECIPE = `id: recipe
name: { en: Recipe, ru: Рецепт }
about: { en: How to bake, ru: Как печь }
parts:
  - id: dough
    letter: D
    colour: blue
    name: { en: dough, ru: тесто }
    headings: { en: [dough], ru: [тесто] }
    ask: { en: What goes in?, ru: Из чего? }
    cues:
      - id: flour
        about: { en: flour, ru: мука }
        patterns: { en: [flour], ru: [мук*] }
        examples: { en: { yes: [Take flour], no: [Take it] }, ru: { yes: [Возьмите муку], no: [Возьмите] } }
  - id: oven
    letter: O
    colour: red
    name: { en: oven, ru: духовка }
    headings: { en: [oven], ru: [духовка] }
    ask: { en: How hot?, ru: Сколько градусов? }
    optional: true
    uses: { weak: ['figure:count', 'cue:plan'] }
`;

const t = (key: string, values = {}) => `${key} ${JSON.stringify(values)}`;

function read(text: string) {
  return validate(schema, parseYaml(text, 'recipe.yaml', t), t);
}

describe('a framework', () => {
  it('may leave out what has a plain value', () => {
    const { value, problems } = read(RECIPE);
    expect(problems).toBeNull();
    expect(value).toMatchObject({
      labels: ['dough', 'oven', 'other'],
      neutral: 'other',
      weights: 'cues',
      like: null,
      kind: 'behavioral',
      rules: { with: [], without: [] },
    });
    expect(value?.parts[0]).toMatchObject({
      label: 'dough',
      optional: false,
      brief: false,
      cues: [{ id: 'flour', weight: 'strong' }],
      uses: { strong: [], weak: [] },
    });
    expect(value?.parts[1]).toMatchObject({ optional: true, uses: { weak: ['figure:count', 'cue:plan'] } });
  });

  it('is compiled without the examples of its cues', () => {
    expect(read(RECIPE).value?.parts[0]?.cues[0]).not.toHaveProperty('examples');
  });

  it.each([
    ['two parts with one letter', 'letter: O', 'letter: D', '17:13: content.twice'],
    ['a weight that is no word', 'id: flour', 'id: flour\n        weight: 3', '13:17'],
    ['a feature that is no name', "'figure:count'", "'Figure count'", '23:20: content.kebab-case'],
    ['an unknown kind', 'parts:', 'kind: baking\nparts:', '4:7'],
    ['a cue without examples', /\n {8}examples.*/, '', '12:9'],
    ['a part needed first that it lacks', 'parts:', 'neededFirst: [cellar]\nparts:', 'content.stray'],
    ['a label that no part has', 'parts:', 'labels: [dough, oven]\nparts:', 'content.stray'],
  ])('is refused for %s', (_name, from, to, place) => {
    const { problems } = read(RECIPE.replace(from, to));
    expect(
      problems?.map(({ line, column, message }) => `${line}:${column}: ${message}`).join('\n'),
    ).toContain(place);
  });
});
