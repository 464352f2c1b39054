import type { PartState } from '../analysis/types.js';
import type { Analysis } from '../analyze.js';
import { localText } from '../content/localized.js';
import type { FrameworkPart } from '../content/types.js';
import { type Piece, shares } from '../rules/pieces.js';
import type { Span } from '../text/types.js';
import { padded, widest } from './answer-layout.js';
import type { AnswerTextOptions } from './answer-text.js';
import type { Colour } from './types.js';

type Style = Pick<AnswerTextOptions, 't' | 'paint' | 'language'>;

const STATES: Readonly<Record<PartState, { readonly mark: string; readonly colour: Colour }>> = {
  present: { mark: '✓', colour: 'green' },
  implied: { mark: '~', colour: 'yellow' },
  empty: { mark: '∅', colour: 'red' },
  missing: { mark: '✗', colour: 'red' },
};

/** An optional part that is not there. */
const SPARED = { mark: '–', colour: 'dim' } as const;

/** What a line says of a part. */
interface PartRow {
  readonly letter: string;
  readonly name: string;
  readonly colour: Colour;
  /** Mark and word. */
  readonly state: string;
  readonly stateColour: Colour;
  /** Percent of the text. */
  readonly share: number;
  /** What stands after the share: what the framework wants of it. */
  readonly wanted: string;
}

/** One line a part: letter, name, state by mark and word, share of the text as a bar. */
export function partLines(analysis: Analysis, pieces: readonly Piece[], style: Style, width: number): string {
  const rows = partRows(analysis, pieces, style);
  return [style.paint('bold', style.t('answer.heading.parts')), ...drawnRows(rows, style, width)].join('\n');
}

/** The parts in their order, and text that belongs to none. */
function partRows(
  { framework, parts }: Analysis,
  pieces: readonly Piece[],
  { t, paint, language }: Style,
): PartRow[] {
  const share = shares(pieces);
  const rows = parts.map(({ part: id, state, spans }): PartRow => {
    const part = framework.parts.find((known) => known.id === id);
    const spared = state === 'missing' && part?.optional === true;
    const { mark, colour } = spared ? SPARED : STATES[state];
    const taken = share.get(id) ?? 0;
    // What is missing cannot be too long.
    const wanted = state === 'missing' ? { ...part?.share, most: 1 } : part?.share;
    // A part that is there and takes nothing of the text is told in words that carry another one, too.
    const isShared = state === 'present' && taken === 0 && isTold(spans, pieces);
    return {
      letter: part?.letter ?? ' ',
      name: part ? localText(part.name, language) : id,
      state: `${mark} ${t(`answer.state.${spared ? 'optional' : state}`)}`,
      stateColour: colour,
      colour: (part?.colour ?? 'dim') as Colour,
      share: taken,
      wanted: isShared
        ? `  ${paint('dim', t('answer.share.shared'))}`
        : wantedShare(wanted, taken, { t, paint }),
    };
  });
  const rest = share.get(null) ?? 0;
  if (rest === 0) return rows;
  const name = t('answer.no-part');
  return [
    ...rows,
    { letter: '·', name, state: '', stateColour: 'dim', colour: 'dim', share: rest, wanted: '' },
  ];
}

function isTold(spans: readonly Span[], pieces: readonly Piece[]): boolean {
  return pieces.some(
    ({ part, start, end }) => part !== null && spans.some((at) => at.start < end && start < at.end),
  );
}

/** Cells of a bar, and the fewest that show anything. */
const BAR = 20;
const LEAST_BAR = 5;

/** A narrow window does without what is wanted, then without bars. */
function drawnRows(rows: readonly PartRow[], { t, paint }: Style, width: number): string[] {
  const names = widest(rows.map(({ name }) => name));
  const states = widest(rows.map(({ state }) => state));
  const wanted = widest(rows.map((row) => row.wanted));
  const room = width - names - states - 11 - t('report.percent', { percent: 100 }).length;
  const withWanted = room - wanted >= LEAST_BAR;
  const bar = Math.min(BAR, withWanted ? room - wanted : room);
  return rows.map((row) => {
    return [
      `  ${paint(row.colour, row.letter)}  ${padded(row.name, names)}  `,
      `${paint(row.stateColour, padded(row.state, states))}  `,
      bar < LEAST_BAR ? '' : `${drawnBar(row, bar, paint)}  `,
      t('report.percent', { percent: String(row.share).padStart(3) }),
      withWanted ? row.wanted : '',
    ].join('');
  });
}

function drawnBar({ share, colour }: PartRow, cells: number, paint: Style['paint']): string {
  const filled = Math.round((share * cells) / 100);
  return `${paint(colour, '█'.repeat(filled))}${paint('dim', '░'.repeat(cells - filled))}`;
}

/** «  ≥ 20%»: what the framework wants of a part; painted where the part takes less, or more. */
function wantedShare(
  wanted: FrameworkPart['share'],
  taken: number,
  { t, paint }: Pick<AnswerTextOptions, 't' | 'paint'>,
): string {
  const least = Math.round(100 * (wanted?.least ?? 0));
  const most = Math.round(100 * (wanted?.most ?? 1));
  if (least === 0 && most === 100) return '';
  const key =
    most === 100 ? 'answer.share.least' : least === 0 ? 'answer.share.most' : 'answer.share.between';
  const kept = taken >= least && taken <= most;
  return `  ${paint(kept ? 'dim' : 'yellow', t(key, { least, most }))}`;
}
