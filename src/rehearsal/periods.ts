export type PeriodUnit = 'day' | 'week' | 'month';

/** Most points that a chart shows apart. */
const MOST = 20;

const DAY = 24 * 3600 * 1000;

/** The smallest unit that cuts these days into no more than twenty periods. */
export function unitFor(days: readonly number[]): PeriodUnit {
  const fits = (['day', 'week'] as const).find(
    (unit) => new Set(days.map((day) => periodStart(day, unit))).size <= MOST,
  );
  return fits ?? 'month';
}

/** The first day of the period that a day belongs to; weeks begin on Monday. */
export function periodStart(day: number, unit: PeriodUnit): number {
  if (unit === 'day') return day;
  // Day 0, 1 January 1970, was a Thursday.
  if (unit === 'week') return day - ((((day + 3) % 7) + 7) % 7);
  const date = new Date(day * DAY);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1) / DAY;
}

/** `2026-01-15` for the number of a day. */
export function isoDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}
