import { expect, test } from 'vitest';
import { type FigureSource, figureSigns, readFigures } from '../../src/analysis/figures.js';
import { type Model, modelFor } from '../../src/analysis/model.js';
import { readAnswer } from '../../src/analysis/read.js';
import type { LogOdds } from '../../src/content/types.js';
import { content } from '../support/content.js';
import { expectLinear } from '../support/growth.js';

const framework = content.framework('star');
const languages = content.languageModels();
const english = languages.find(({ code }) => code === 'en');
if (english === undefined) throw new Error('no English');
const model = modelFor(english, framework);

const TEXT = 'We had 12 tickets on Monday. I wrote 3 templates. By Friday, only two tickets were left.';

function sourceOf(text: string): FigureSource {
  return readAnswer(text, { framework, languages, language: 'en' });
}

function rolesBy(figures: LogOdds | null, text = TEXT): string[] {
  const weighed: Model = { ...model, figures };
  return readFigures(sourceOf(text), weighed).map(({ role }) => role);
}

test('signs of a figure: kind, size, unit, neighbours, place, role by the rules', () => {
  const signs = figureSigns(sourceOf(TEXT), model);
  expect([...signs(2, 'effect').keys()].filter((sign) => !sign.startsWith('result:'))).toEqual([
    'kind:count',
    'typed:count words',
    'size:few words',
    'rule:effect count',
    'left:0',
    'unit:ticke',
    'again:count',
    'before:onli',
    'before:fridai',
    'before:by',
    'after:ticket',
    'after:were',
    'after:left',
  ]);
  expect([...signs(0, 'scale').keys()]).toContain('before:had');
  expect([...signs(0, 'scale').keys()]).not.toContain('again:count');
});

test('words of another sentence are no neighbours', () => {
  expect(
    [...figureSigns(sourceOf(TEXT), model)(1, 'scale').keys()].filter((sign) => /before|after/.test(sign)),
  ).toEqual(['before:wrote', 'before:i', 'after:templat']);
});

test('without weights the rules decide', () => {
  expect(rolesBy(null)).toEqual(['scale', 'scale', 'effect']);
});

test('weights overrule the rules both ways', () => {
  expect(rolesBy({ bias: -3, signs: {} })).toEqual(['scale', 'scale', 'scale']);
  expect(rolesBy({ bias: -3, signs: { 'typed:count digits': 6 } })).toEqual(['effect', 'effect', 'scale']);
});

test('what measures nothing is never an effect', () => {
  const [date] = rolesBy({ bias: 9, signs: {} }, 'We finished on 5 March 2024.');
  expect(date).toBe('date');
});

test('many figures take time that grows with their number, not with its square', async () => {
  await expectLinear((times) => {
    const source = sourceOf(`${TEXT} `.repeat(times));
    return () => readFigures(source, { ...model, figures: { bias: 0, signs: {} } });
  }, 60);
});
