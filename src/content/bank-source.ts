import { stringify } from 'yaml';
import type { Numbers, QuestionKind, Stage } from './types.js';

/** Texts in those languages that the bank is written in. */
export type DraftTexts = Readonly<Record<string, string>>;

/** What is asked for a new bank: a role and its first question. */
export interface BankDraft {
  readonly role: string;
  readonly name: DraftTexts;
  readonly question: {
    readonly id: string;
    readonly text: DraftTexts;
    readonly stage: Stage;
    readonly kind: QuestionKind;
    readonly framework: string | null;
    readonly numbers: Numbers;
    readonly criteria: readonly {
      readonly id: string;
      readonly text: DraftTexts;
      readonly cues: Readonly<Record<string, readonly string[]>>;
    }[];
    readonly hint: DraftTexts;
  };
}

/**
 * A bank as the text of a YAML file: everything that has no sensible default.
 *
 * @param head lines of comment above it, without their `#`
 */
export function bankSource({ role, name, question }: BankDraft, head: readonly string[]): string {
  const comments = head.map((line) => (line === '' ? '#\n' : `# ${line}\n`));
  return `${comments.join('')}${stringify({ role, name, questions: [question] }, { lineWidth: 110 })}`;
}
