import { type Grade, gradeOf, lackOf } from './grade.js';
import type { Turn } from './types.js';

/** How the answers of one session to the questions on one competency came out. */
export interface CompetencySummary {
  readonly id: string;
  readonly answers: number;
  /** Parts of the last versions that are there, implied ones by half. */
  readonly parts: { readonly there: number; readonly asked: number };
  readonly criteria: { readonly touched: number; readonly asked: number };
  readonly grades: readonly Grade[];
}

/** @returns weakest first */
export function summariseCompetencies(turns: readonly Turn[]): CompetencySummary[] {
  const names = [...new Set(turns.flatMap(({ question }) => question.competencies))].sort();
  return names
    .map((id): CompetencySummary => {
      const own = turns.filter(
        ({ question, attempts }) => question.competencies.includes(id) && attempts.length > 0,
      );
      const last = own.flatMap(({ attempts }) => attempts.at(-1)?.outcome ?? []);
      const states = last.flatMap(({ parts }) => Object.values(parts));
      const touched = last.flatMap(({ criteria }) => Object.values(criteria));
      return {
        id,
        answers: own.length,
        parts: {
          there: states.reduce(
            (sum, state) => sum + ({ present: 1, implied: 0.5, empty: 0, missing: 0 }[state] ?? 0),
            0,
          ),
          asked: states.length,
        },
        criteria: { touched: touched.filter((yes) => yes).length, asked: touched.length },
        grades: own.map(({ attempts }) => gradeOf(attempts.map(({ outcome }) => outcome))),
      };
    })
    .filter(({ answers }) => answers > 0)
    .sort((a, b) => lack(b) - lack(a) || b.answers - a.answers);
}

function lack({ grades }: CompetencySummary): number {
  return grades.reduce((sum, grade) => sum + lackOf(grade), 0) / grades.length;
}
