import { describe, expect, it } from 'vitest';
import { guideSchema } from '../../src/content/guide-schema.js';
import { translator } from '../../src/content/messages.js';
import { validate } from '../../src/content/validate.js';
import { parseYaml } from '../../src/content/yaml.js';
import { content } from '../support/content.js';

const GUIDE = `topic: oven
order: 1
roles: [baker, miller]
title: { en: The oven, ru: Печь }
aim: { en: To bake., ru: Испечь. }
facts:
  - { year: 2025, en: It is hot., ru: Она горячая., only: baker }
sections:
  - title: { en: Care, ru: Уход }
    points:
      - { en: Clean it., ru: Мойте. }
questions: [ba-burnt-batch]
faults:
  - fault: { en: Too hot, ru: Жарко }
    bad: { en: Burnt., ru: Сгорело. }
    good: { en: Golden., ru: Румяно. }
checklist:
  - { id: wiped, en: It is wiped., ru: Вытерто. }
`;

const schema = guideSchema({
  languages: ['en', 'ru'],
  own: false,
  roles: ['baker', 'miller'],
  questions: ['ba-burnt-batch'],
});
const t = translator(content.messages('en'), 'en');
const read = (source: string) => validate(schema, parseYaml(source, 'g.yaml', t), t);

describe('a guide', () => {
  it('is read as it is written; what is left out is empty', () => {
    const { value } = read(GUIDE);
    expect(value).toMatchObject({
      who: null,
      time: null,
      facts: [{ year: 2025, only: 'baker', text: { en: 'It is hot.', ru: 'Она горячая.' } }],
      checklist: [{ id: 'wiped', only: null, text: { en: 'It is wiped.', ru: 'Вытерто.' } }],
    });
  });

  it.each([
    ['topic: oven', 'topic: The Oven', '1:8: topic: The Oven is not an id'],
    ['[baker, miller]', '[baker, banker]', "3:16: roles[1]: banker is not known; did you mean 'baker'?"],
    ['[baker, miller]', '[]', '3:8: roles is empty'],
    ['en: The oven, ', '', "4:8: title: key 'en' is missing"],
    ['[ba-burnt-batch]', '[ba-burned-batch]', '12:13: questions[0]: ba-burned-batch is not known'],
    ['only: baker', 'only: bakr', "7:59: facts[0].only: bakr is not known; did you mean 'baker'?"],
    ['year: 2025', 'year: now', '7:13: facts[0].year: expected'],
    ['    bad: { en: Burnt., ru: Сгорело. }\n', '', "14:5: faults[0]: key 'bad' is missing"],
    ['{ id: wiped, ', '{ ', "18:5: checklist[0]: key 'id' is missing"],
    [
      '  - { id: wiped, en: It is wiped., ru: Вытерто. }',
      '  - { id: a, en: A, ru: Б }\n  - { id: a, en: C, ru: В }',
      "19:11: checklist[1].id: 'a' appears twice",
    ],
    [
      'checklist:\n  - { id: wiped, en: It is wiped., ru: Вытерто. }\n',
      'checklist: []\n',
      'checklist is empty',
    ],
    ['order: 1', 'ordr: 1', "2:1: unknown key 'ordr'; did you mean 'order'?"],
  ])('%s → %s', (line, by, problem) => {
    expect(GUIDE).toContain(line);
    const { problems } = read(GUIDE.replace(line, by));
    expect(problems?.map((each) => `${each.line}:${each.column}: ${each.message}`).join('\n')).toContain(
      problem,
    );
  });
});
