import type { Translate } from '../../content/messages.js';
import { clockAt, type Limits } from '../../rehearsal/clock.js';
import { clock } from '../../reports/clock.js';
import type { Paint } from '../../reports/types.js';
import { cutTo } from '../../terminal/meter.js';

/** A clock for one answer: it starts when it is made, and never stops the typing. */
export interface AnswerClock {
  /** Called at every change: the first one ends the time to think. */
  readonly typed: () => void;
  /** One line. */
  readonly line: (columns: number) => string;
  /** Seconds beyond the limit. */
  readonly over: () => number;
}

/** A clock that starts now. */
export function createClock(
  limits: Limits,
  { now, t, paint }: { readonly now: () => number; readonly t: Translate; readonly paint: Paint },
): AnswerClock {
  const started = now();
  let typedAt: number | null = null;
  const seconds = () => Math.max(0, Math.round((now() - started) / 1000));
  const read = () => clockAt(limits, { seconds: seconds(), typedAt });
  return {
    typed: () => {
      typedAt ??= seconds();
    },
    line: (columns) => {
      const { phase, spent, limit, over } = read();
      const values = { spent: clock(spent), limit: clock(limit), over: clock(over) };
      const text = cutTo(t(`session.clock.${over > 0 ? 'over' : phase}`, values), columns, '');
      return paint(over > 0 ? 'yellow' : 'dim', text);
    },
    over: () => read().over,
  };
}
