import type { Bank, Question, Sample } from '../content/types.js';

export interface BareBank extends Omit<Bank, 'questions'> {
  readonly questions: readonly Omit<Question, 'samples'>[];
}

/** Question → its samples. */
export type SamplesOfBank = Readonly<Record<string, readonly Sample[]>>;

/** A bank in two: an answer is read by its question, and nobody asks for samples meanwhile. */
export function withoutSamples(bank: Bank): { readonly bare: BareBank; readonly samples: SamplesOfBank } {
  const samples: Record<string, readonly Sample[]> = {};
  const questions = bank.questions.map(({ samples: own, ...question }) => {
    samples[question.id] = own;
    return question;
  });
  return { bare: { ...bank, questions }, samples };
}

/** @param load gives the samples when a question is first asked for its own */
export function withSamples(bare: BareBank, load: () => SamplesOfBank): Bank {
  return {
    ...bare,
    questions: bare.questions.map(
      (question): Question => ({
        ...question,
        get samples() {
          return load()[question.id] ?? [];
        },
      }),
    ),
  };
}
