import { visible } from '../content/visible.js';
import { isoDay } from '../rehearsal/periods.js';
import type { Progress } from '../rehearsal/progress.js';

/** Format version; a change that breaks readers raises it. docs/data.md says what stands where. */
const VERSION = 1;

/** The progress of every role as one versioned object on one line. */
export function progressJson(
  all: readonly Progress[],
  { generated, since }: { readonly generated: string; readonly since: string | null },
): string {
  const roles = all.map((progress) => ({
    ...progress,
    days: progress.days && { first: isoDay(progress.days.first), last: isoDay(progress.days.last) },
    periods: progress.periods.map(({ start, ...measured }) => ({
      start: isoDay(start),
      ...measured,
      figures: rounded(measured.figures),
      proven: measured.proven && rounded(measured.proven),
      speakingSeconds: measured.speakingSeconds && rounded(measured.speakingSeconds),
      errors: rounded(measured.errors),
      warnings: rounded(measured.warnings),
    })),
    frameworks: progress.frameworks.map(({ id, answers, parts }) => ({
      id,
      answers,
      parts: Object.fromEntries(
        Object.entries(parts).map(([part, values]) => [
          part,
          values.map((value) => (value === null ? null : rounded(value))),
        ]),
      ),
    })),
    competencies: progress.competencies.map((competency) => ({
      ...competency,
      grades: Object.fromEntries(
        Object.entries(competency.grades).map(([grade, share]) => [grade, rounded(share)]),
      ),
    })),
    due: progress.due.map(({ day, ...question }) => ({ ...question, day: isoDay(day) })),
  }));
  return `${visible(JSON.stringify({ version: VERSION, generated, since, roles }))}\n`;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
