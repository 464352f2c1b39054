import type { Figure, Figures } from './measure.js';
import type { NpxFigures } from './npx.js';

/** A figure beside what is promised of it. */
export interface Promised {
  readonly what: string;
  readonly value: number;
  readonly unit: '×' | 'MB';
  /** Must be at most, or at least, this much; both null where the folder is too small to tell. */
  readonly most: number | null;
  readonly least: number | null;
}

/** Files that the promises speak of. */
const MANY = 10_000;
const FEW = 2000;

/** How many times as much processor time as this program each of them must take. */
const LEAST: Readonly<Record<string, number>> = {
  'markdownlint-cli2': 8,
  'write-good': 8,
  textlint: 20,
  alex: 20,
  retext: 20,
};

/**
 * What is promised beside other programs, with what was measured.
 *
 * @param npx null where starting by npx was not measured
 */
export function promises({ folders, one }: Figures, npx: NpxFigures | null): Promised[] {
  const { answers, 'few-answers': few } = folders;
  const own = figure(answers, 'own');
  const reading = figure(answers, 'reading');
  const cached = figure(answers, 'cached');
  const most = (
    what: string,
    measured: Pick<Promised, 'value' | 'unit'>,
    limit: number | null,
  ): Promised => ({
    what,
    ...measured,
    most: limit,
    least: null,
  });
  const times = (value: number) => ({ value, unit: '×' }) as const;
  const isFull = own.files >= MANY;
  return [
    most(`lint ${own.files} files ÷ reading them`, times(own.cpu / reading.cpu), isFull ? 8 : null),
    most(`lint ${own.files} files, peak memory`, { value: own.peak / 1e6, unit: 'MB' }, isFull ? 120 : null),
    most(`lint --cache again ÷ reading them`, times(cached.cpu / reading.cpu), isFull ? 2 : null),
    most('lint one file ÷ an empty script', times(figure(one, 'own').cpu / figure(one, 'empty').cpu), 2),
    ...beside(answers, MANY),
    ...beside(few, FEW),
    ...(npx === null
      ? []
      : [
          most('cold npx of the tarball ÷ npx --version', times(npx.tarball / npx.version), 4.5),
          ...(npx.installed === null
            ? []
            : [
                {
                  what: 'cold npx with its dependencies to install ÷ without',
                  value: npx.installed / npx.tarball,
                  unit: '×' as const,
                  most: null,
                  least: 10,
                },
              ]),
        ]),
  ];
}

/** True where a promise is kept, null where nothing is promised. */
export function kept({ value, most, least }: Promised): boolean | null {
  if (most === null && least === null) return null;
  return value <= (most ?? value) && value >= (least ?? value);
}

/** The peers of a folder for whom something is promised. */
function beside(figures: readonly Figure[], enough: number): Promised[] {
  const own = figure(figures, 'own');
  return figures.flatMap(({ id, name, cpu, files }) => {
    const least = LEAST[id];
    if (least === undefined) return [];
    return [
      {
        what: `${name} ÷ star-coach, ${files} files`,
        value: cpu / own.cpu,
        unit: '×' as const,
        most: null,
        least: files >= enough ? least : null,
      },
    ];
  });
}

/** @throws Error where it was not measured */
export function figure(figures: readonly Figure[], id: string): Figure {
  const found = figures.find((one) => one.id === id);
  if (found === undefined) throw new Error(`${id} was not measured`);
  return found;
}
