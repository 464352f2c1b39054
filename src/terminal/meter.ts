import stringWidth from 'string-width';
import type { PartState } from '../analysis/types.js';
import { clock } from '../reports/clock.js';
import type { Colour } from '../reports/types.js';
import type { CursorRow } from './frame.js';
import type { TextStyle } from './text-style.js';

/** What the meter tells of a text while it is typed. */
export interface LiveReading {
  /** In the order of the framework; none where the question asks for no structure, or judgement is to wait. */
  readonly parts: readonly { readonly letter: string; readonly name: string; readonly state: PartState }[];
  /** Figures that measure something; null where nothing is said of them. */
  readonly figures: number | null;
  readonly words: number;
  /** Seconds to say it; null for what is written and read. */
  readonly speech: number | null;
  /** What to tell next; null where nothing is missing. */
  readonly gap: { readonly letter: string | null; readonly text: string } | null;
}

export interface MeterView {
  readonly reading: LiveReading;
  /** Seconds at the prompt; null where the time is not told. */
  readonly spent: number | null;
  readonly cursorRow: CursorRow | null;
  /** Seconds an answer should take to say at most. */
  readonly limit: number;
}

/** From this width on there is room for advice. */
const WIDE = 99;

/** Narrower advice would end in its first words. */
const LEAST_ADVICE = 24;

const SIGNS: Readonly<
  Record<PartState, { readonly unicode: string; readonly ascii: string; readonly colour: Colour }>
> = {
  present: { unicode: '✓', ascii: '+', colour: 'green' },
  implied: { unicode: '~', ascii: '~', colour: 'yellow' },
  empty: { unicode: '∅', ascii: '0', colour: 'red' },
  missing: { unicode: '–', ascii: '-', colour: 'dim' },
};

/**
 * One line: `S✓ T~ A✓ R– · 2 figures · 145 words · 1:07 of 2:00 aloud`. Where it is too narrow, what matters
 * least goes first; where it is wide, it ends with what to tell next.
 *
 * @param unicode false where only ASCII may be drawn
 */
export function meterLine(view: MeterView, style: TextStyle & { readonly unicode: boolean }): string {
  const { t, paint, columns, unicode } = style;
  const { limit } = view;
  const { parts, figures, words, speech, gap } = view.reading;
  const letters = parts
    .map(({ letter, state }) => {
      const sign = SIGNS[state];
      return paint(sign.colour, letter + (unicode ? sign.unicode : sign.ascii));
    })
    .join(' ');
  const time = (key: string) => {
    if (speech === null) return '';
    const said = t(key, { time: clock(speech), limit: clock(limit) });
    return speech > limit ? paint('yellow', said) : said;
  };
  const row = view.cursorRow === null ? '' : t('prompt.row', { ...view.cursorRow });
  const spent = view.spent === null ? '' : t('prompt.spent', { time: clock(view.spent) });
  const counted = figures === null ? '' : t('prompt.figures', { count: figures });
  const counts = t('prompt.words', { count: words });
  const separator = unicode ? ' · ' : ' | ';
  const line = (...pieces: string[]) => {
    const joined = pieces.filter((piece) => piece !== '').join(separator);
    return unicode ? joined : joined.replaceAll('≈', '~');
  };
  const forms = [
    line(letters, counted, counts, time('prompt.speech'), spent, row),
    line(letters, counted, counts, time('prompt.time'), spent, row),
    line(letters, counts, time('prompt.time'), spent, row),
    line(letters, time('prompt.time'), row),
    line(letters, row),
  ];
  const shown = forms.find((form) => stringWidth(form) <= columns) ?? '';
  const room = columns - stringWidth(shown) - separator.length;
  if (gap === null || columns < WIDE || room < LEAST_ADVICE) return shown;
  const advice = gap.letter === null ? gap.text : `${gap.letter}: ${gap.text}`;
  return `${shown}${separator}${paint('cyan', cutTo(advice, room, unicode ? '…' : '...'))}`;
}

/** Before anything is typed: what the letters of the meter stand for; the meter where that is too wide. */
export function legendLine(view: MeterView, style: TextStyle & { readonly unicode: boolean }): string {
  const { parts } = view.reading;
  if (parts.length === 0) return meterLine(view, style);
  const legend = (called: (name: string) => string) =>
    parts
      .map(({ letter, name }) => `${style.paint('bold', letter)} ${called(name)}`)
      .join(style.unicode ? ' · ' : ' | ');
  // «risks and gains» is understood from its first word.
  const forms = [legend((name) => name), legend((name) => name.split(' ')[0] ?? name)];
  return forms.find((form) => stringWidth(form) <= style.columns) ?? meterLine(view, style);
}

/** Ends a text at a word where it is wider than its room. */
export function cutTo(text: string, room: number, ending: string): string {
  if (stringWidth(text) <= room) return text;
  const words = text.split(' ');
  while (words.length > 1 && stringWidth(words.join(' ')) + ending.length > room) words.pop();
  const kept = words.join(' ');
  return stringWidth(kept) + ending.length <= room ? kept + ending : '';
}
