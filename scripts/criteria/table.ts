import type { Heard } from './measure.js';

/** A row for each role and language: shares of samples in which criteria are heard. */
export function criteriaTable(heard: readonly Heard[]): string {
  const groups = new Map<string, Heard[]>();
  for (const one of heard) {
    const name = `| ${one.role} | ${one.language} |`;
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  const rows = [...groups].map(([name, own]) => {
    const { ownHeard, own: meant, othersHeard, others } = totals(own);
    return `${name} ${own.length} | ${percent(ownHeard, meant)} | ${percent(othersHeard, others)} |`;
  });
  const head = '| role | language | criteria | heard where meant | heard in answers to other questions |';
  return `${[head, '| --- | --- | --: | --: | --: |', ...rows].join('\n')}\n`;
}

/** Sums over criteria. */
export function totals(heard: readonly Heard[]): Pick<Heard, 'own' | 'ownHeard' | 'others' | 'othersHeard'> {
  const sum = (key: 'own' | 'ownHeard' | 'others' | 'othersHeard') =>
    heard.reduce((all, one) => all + one[key], 0);
  return {
    own: sum('own'),
    ownHeard: sum('ownHeard'),
    others: sum('others'),
    othersHeard: sum('othersHeard'),
  };
}

/** `12.5 %`; a dash where the whole is nothing. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}
