import type { ClauseReading } from '../../analysis/types.js';
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
  /** Fewest clauses with `acts` in the whole answer, whatever their label: «мы собирались, мы обсуждали». */
  readonly anywhere?: number | undefined;
}

/** The same one acts in every clause of a part: "we did" and never "I did". */
export const subject: Kind<SubjectOptions> = {
  kind: 'subject',
  settable: { keys: ['least', 'anywhere'] },
  create:
    ({ label, acts, never, least, anywhere }) =>
    (reading) => {
      const all = reading.sentences.flatMap((sentence) => sentence.clauses);
      const alone = (clauses: readonly ClauseReading[], fewest: number): ClauseReading | undefined => {
        const acting = clauses.filter(({ clause }) => clause.subject === acts);
        if (acting.length < fewest || clauses.some(({ clause }) => never.includes(clause.subject))) return;
        return acting[0];
      };
      const inPart = all.filter((clause) => clause.label === label);
      const first = alone(inPart, least) ?? (anywhere === undefined ? undefined : alone(all, anywhere));
      return first === undefined ? [] : [{ span: { start: first.start, end: first.end } }];
    },
};
