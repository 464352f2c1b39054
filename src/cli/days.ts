const DAY = 24 * 3600 * 1000;

/** Number of the day on this machine's calendar: days that follow each other have numbers that do. */
export function dayOf(milliseconds: number): number {
  const date = new Date(milliseconds);
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY;
}

/** The first moment of tomorrow on this machine's clock, milliseconds since the epoch. */
export function endOfDay(milliseconds: number): number {
  return new Date(milliseconds).setHours(24, 0, 0, 0);
}
