/** Marks of which charts in a terminal are drawn. */
export interface Marks {
  /** From lowest to highest. */
  readonly levels: string;
  /** From full to empty. */
  readonly shades: readonly [full: string, half: string, light: string, none: string];
}

export const UNICODE_MARKS: Marks = { levels: '▁▂▃▄▅▆▇█', shades: ['█', '▒', '░', '·'] };
/** For terminals that show nothing but ASCII. */
export const ASCII_MARKS: Marks = { levels: '_.-=+*%#', shades: ['#', '=', '-', '.'] };

/**
 * A small line chart: one mark a value, a blank where there is none.
 *
 * @param top what the highest mark stands for
 * @param times how often each mark is repeated
 */
export function sparkline(
  values: readonly (number | null)[],
  { top, marks, times = 1 }: { readonly top: number; readonly marks: Marks; readonly times?: number },
): string {
  const levels = [...marks.levels];
  return values
    .map((value) => {
      if (value === null) return ' '.repeat(times);
      const level = Math.round((Math.min(Math.max(value, 0), top) / top) * (levels.length - 1));
      return (levels[level] ?? '').repeat(times);
    })
    .join('');
}

/**
 * A bar of several shades, always `width` wide.
 *
 * @param shares of the whole, from the fullest shade on; what they leave is empty
 */
export function bar(shares: readonly number[], width: number, { shades }: Marks): string {
  const none = shades[3];
  let text = '';
  let end = 0;
  for (const [index, share] of shares.entries()) {
    end += share;
    const to = Math.min(width, Math.round(end * width));
    text += (shades[index] ?? none).repeat(Math.max(0, to - text.length));
  }
  return text + none.repeat(Math.max(0, width - text.length));
}
