import { endOfDay } from '../days.js';

const DAY = 24 * 3600 * 1000;
const UNITS: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30 };

/**
 * The moment that `--since` names: the start of `2026-01-15` on this machine's calendar, or of the day so many
 * days, weeks or months of thirty days before today (`30d`, `4w`, `3m`).
 *
 * @returns milliseconds since the epoch; null where it names none
 */
export function parseSince(text: string, now: number): number | null {
  const ago = /^(\d{1,4})([dwm])$/.exec(text);
  if (ago !== null) {
    const days = Number(ago[1]) * (UNITS[ago[2] ?? ''] ?? 1);
    // From noon: days of 23 and 25 hours end on the right date.
    return startOfDay(endOfDay(now) - DAY / 2 - days * DAY);
  }
  const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (date === null) return null;
  const [year, month, day] = date.slice(1).map(Number) as [number, number, number];
  const start = new Date(year, month - 1, day);
  // 31 February is a day of March.
  return start.getMonth() === month - 1 && start.getDate() === day ? start.getTime() : null;
}

function startOfDay(milliseconds: number): number {
  return new Date(milliseconds).setHours(0, 0, 0, 0);
}
