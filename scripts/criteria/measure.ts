import type { Bank, Criterion } from '../../src/content/types.js';
import { touches } from '../../src/rules/criteria.js';
import type { ContentStore } from '../../src/store/content.js';
import { readDocument } from '../../src/text/document.js';
import type { Document } from '../../src/text/types.js';

/** How often one criterion is heard in the samples of one language. */
export interface Heard {
  readonly language: string;
  readonly role: string;
  readonly question: string;
  readonly criterion: string;
  /** Strong samples of its question that were written to touch it, and those in which it is heard. */
  readonly own: number;
  readonly ownHeard: number;
  /** Samples of all other questions of the role, and those in which it is heard all the same. */
  readonly others: number;
  readonly othersHeard: number;
}

/** All criteria of all shipped banks, in every language an answer may be in. */
export function hearings(content: ContentStore): Heard[] {
  const banks = content.index.banks.flatMap(({ role }) => content.bank(role) ?? []);
  return content.index.answerLanguages.flatMap((language) =>
    banks.flatMap((bank) => heardIn(bank, language)),
  );
}

interface ReadSample {
  readonly question: string;
  readonly strong: boolean;
  readonly criteria: readonly string[];
  readonly document: Document;
}

function heardIn(bank: Bank, language: string): Heard[] {
  const samples = bank.questions.flatMap(({ id, samples }) =>
    samples
      .filter((sample) => sample.language === language)
      .map(
        ({ text, grade, expect }): ReadSample => ({
          question: id,
          strong: grade === 'strong',
          criteria: expect.criteria,
          document: readDocument(text, { language, headings: [] }),
        }),
      ),
  );
  return bank.questions.flatMap((question) =>
    question.criteria.map((criterion) => {
      const own = samples.filter(
        (sample) =>
          sample.question === question.id && sample.strong && sample.criteria.includes(criterion.id),
      );
      const others = samples.filter((sample) => sample.question !== question.id);
      return {
        language,
        role: bank.role,
        question: question.id,
        criterion: criterion.id,
        own: own.length,
        ownHeard: heardBy(own, criterion),
        others: others.length,
        othersHeard: heardBy(others, criterion),
      };
    }),
  );
}

function heardBy(samples: readonly ReadSample[], criterion: Criterion): number {
  return samples.filter(({ document }) => touches(document, criterion)).length;
}
