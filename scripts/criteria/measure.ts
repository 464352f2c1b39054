import { readAnswer } from '../../src/analysis/read.js';
import { analysisContext } from '../../src/cli/analysis-context.js';
import type { Bank, Question } from '../../src/content/types.js';
import { type Heard as Reading, touches } from '../../src/rules/criteria.js';
import type { ContentStore } from '../../src/store/content.js';

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
    banks.flatMap((bank) => heardIn(bank, language, content)),
  );
}

interface ReadSample {
  readonly question: string;
  readonly strong: boolean;
  readonly criteria: readonly string[];
  /** As an answer to a question: a framework decides where its parts are sought. */
  readonly read: (question: Question) => Reading;
}

function heardIn(bank: Bank, language: string, content: ContentStore): Heard[] {
  const samples = bank.questions.flatMap(({ id, samples }) =>
    samples
      .filter((sample) => sample.language === language)
      .map(
        ({ text, grade, expect }): ReadSample => ({
          question: id,
          strong: grade === 'strong',
          criteria: expect.criteria,
          read: readerOf(text, language, content),
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
      const heardBy = (samples: readonly ReadSample[]) =>
        samples.filter(({ read }) => touches(read(question), criterion, content.languageModels())).length;
      return {
        language,
        role: bank.role,
        question: question.id,
        criterion: criterion.id,
        own: own.length,
        ownHeard: heardBy(own),
        others: others.length,
        othersHeard: heardBy(others),
      };
    }),
  );
}

/** Reads a text once for each framework. */
function readerOf(text: string, language: string, content: ContentStore): ReadSample['read'] {
  const known = new Map<string | null, Reading>();
  return (question) => {
    const reading =
      known.get(question.framework) ??
      readAnswer(text, analysisContext(content, { question, interfaceLanguage: 'en', language }));
    known.set(question.framework, reading);
    return reading;
  };
}
