import type { Translate } from '../content/messages.js';
import { isoDay } from '../rehearsal/periods.js';
import type { Progress } from '../rehearsal/progress.js';
import type { LanguageCode } from '../text/types.js';
import { longDay } from './long-day.js';

/** How the things of a progress are called in the language of the reader. Texts are safe to show. */
export interface ProgressNames {
  readonly t: Translate;
  readonly language: LanguageCode;
  readonly role: (role: string) => string;
  /** The question as it is asked; its id where its bank is gone. */
  readonly question: (id: string) => string;
  readonly competency: (id: string) => string;
  /** What a rule reports, in a few words. */
  readonly rule: (id: string) => string;
  readonly framework: (id: string) => string;
  /** Parts of a framework in its order. */
  readonly parts: (framework: string) => readonly PartName[];
}

export interface PartName {
  readonly id: string;
  readonly letter: string;
  readonly name: string;
}

/** `1 h 05 min`, `12 min`. */
export function duration(seconds: number, t: Translate): string {
  const minutes = Math.round(seconds / 60);
  return minutes < 60
    ? t('progress.minutes', { minutes })
    : t('progress.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}

/** `2.3`, in Russian `2,3`; whole numbers without a rest. */
export function decimal(value: number, language: LanguageCode): string {
  const text = String(Math.round(value * 10) / 10);
  return language === 'ru' ? text.replace('.', ',') : text;
}

/** `41%`, in Russian «41 %». */
export function percent(share: number, t: Translate): string {
  return t('report.percent', { percent: Math.round(share * 100) });
}

/** What the charts over time show, and from when to when. */
export function periodsTitle(
  { unit, periods, days }: Progress,
  { t, language }: Pick<ProgressNames, 't' | 'language'>,
): string {
  const from = longDay(isoDay(days?.first ?? periods[0]?.start ?? 0), language);
  const to = longDay(isoDay(days?.last ?? periods.at(-1)?.start ?? 0), language);
  return from === to ? t('progress.period.one', { date: from }) : t(`progress.period.${unit}`, { from, to });
}
