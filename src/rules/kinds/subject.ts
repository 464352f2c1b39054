import type { Subject } from '../../text/types.js';
import type { Kind } from '../types.js';

export interface SubjectOptions {
  /** Clauses that are looked at. */
  readonly label: string;
  /** Who acts there. */
  readonly acts: Subject;
  /** Who never acts there; elsewhere they may: «я пришла в отдел» is no action. */
  readonly never: readonly Subject[];
  /** Fewest clauses with `acts` that report. */
  readonly least: number;
}

/** The same one acts in every clause of a part: "we did" and never "I did". */
export const subject: Kind<SubjectOptions> = {
  kind: 'subject',
  create:
    ({ label, acts, never, least }) =>
    (reading) => {
      const clauses = reading.sentences
        .flatMap((sentence) => sentence.clauses)
        .filter((clause) => clause.label === label);
      const acting = clauses.filter(({ clause }) => clause.subject === acts);
      if (acting.length < least || clauses.some(({ clause }) => never.includes(clause.subject))) return [];
      const first = acting[0];
      return first === undefined ? [] : [{ span: { start: first.start, end: first.end } }];
    },
};
