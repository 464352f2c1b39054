import { expect, test } from 'vitest';
import { withoutSamples, withSamples } from '../../src/store/bank-samples.js';
import { content } from '../support/content.js';

const banks = content.index.banks.map(({ role }) => content.bank(role)).filter((bank) => bank !== null);

test('banks come together again as they were', () => {
  expect(banks).not.toEqual([]);
  for (const bank of banks) {
    const plain = { ...bank, questions: bank.questions.map((question) => ({ ...question })) };
    expect(plain.questions.some(({ samples }) => samples.length > 0)).toBe(true);
    const { bare, samples } = withoutSamples(plain);
    expect(JSON.stringify(bare)).not.toContain('"samples"');
    const joined = withSamples(bare, () => samples);
    expect({ ...joined, questions: joined.questions.map((question) => ({ ...question })) }).toEqual(plain);
  }
});

test('a question is read without its samples until somebody asks', () => {
  for (const bank of banks) {
    const { questions } = withSamples(withoutSamples(bank).bare, () => {
      throw new Error('loaded');
    });
    expect(questions.map(({ id }) => id)).toEqual(bank.questions.map(({ id }) => id));
    expect(() => questions[0]?.samples).toThrow('loaded');
  }
});
