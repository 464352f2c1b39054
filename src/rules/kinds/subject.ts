import type { ClauseReading } from '../../analysis/types.js';
import { spanOf } from '../../text/span.js';
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
      const alone = (counts: (clause: ClauseReading) => boolean, fewest: number): ClauseReading | null => {
        let first: ClauseReading | null = null;
        let acting = 0;
        for (const { clauses } of reading.sentences) {
          let before: Subject = 'none';
          for (const clause of clauses) {
            const { subject } = clause.clause;
            // «Мы провели встречи, всё обсудили»: who is not named again goes on.
            const actor: Subject = subject === 'unnamed' && before !== 'none' ? before : subject;
            if (actor !== 'none') before = actor;
            if (!counts(clause)) continue;
            if (never.includes(actor)) return null;
            if (actor !== acts) continue;
            first ??= clause;
            acting += 1;
          }
        }
        return acting < fewest ? null : first;
      };
      // Where the part can only be guessed, its clauses are elsewhere, and few are enough.
      const guessed = reading.parts.some(({ part, state }) => part === label && state === 'implied');
      const first =
        alone((clause) => clause.label === label, least) ??
        (anywhere === undefined ? null : alone(() => true, guessed ? least : anywhere));
      return first === null ? [] : [{ span: spanOf(first) }];
    },
};
