import type { LanguageCode } from '../text/types.js';

/** «15 января 2026», `15 January 2026` for `2026-01-15`: a day among words. Tables and files keep the figures. */
export function longDay(iso: string, language: LanguageCode): string {
  const format = new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const parts = new Map(format.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]));
  return `${parts.get('day')} ${parts.get('month')} ${parts.get('year')}`;
}
