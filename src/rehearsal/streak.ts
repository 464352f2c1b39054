/** Days in a row with practice. Days are numbers of a calendar: one more is the next day. */
export interface Streak {
  /** Ends today, or yesterday where today is not over; 0 where it is broken. */
  readonly current: number;
  readonly longest: number;
}

/**
 * @param days of practice, in any order, as often as they like; those after today are a clock's fault and do
 *   not count
 */
export function streakOf(days: readonly number[], today: number): Streak {
  const practised = new Set(days.filter((day) => day <= today));
  const lengthUpTo = (day: number) => {
    let length = 0;
    while (practised.has(day - length)) length += 1;
    return length;
  };
  const ends = [...practised].filter((day) => !practised.has(day + 1));
  return {
    current: lengthUpTo(practised.has(today) ? today : today - 1),
    longest: Math.max(0, ...ends.map(lengthUpTo)),
  };
}
