import type { Analysis } from '../../analyze.js';
import { isoDay } from '../../rehearsal/periods.js';
import type { Attempt, Turn } from '../../rehearsal/types.js';
import { sessionHtml } from '../../reports/session-html.js';
import { shownUnder } from '../../store/shown-path.js';
import { inLanguage } from '../../terminal/text-style.js';
import type { CommandContext } from '../context.js';
import { dayOf } from '../days.js';
import { progressNames } from '../progress/names.js';
import { writePage } from '../write-page.js';

/**
 * Writes the page of an interview and says where it is.
 *
 * @param path absolute
 * @throws InputError where it cannot be written
 */
export function writeReport(
  context: CommandContext,
  path: string,
  session: {
    readonly turns: readonly Turn[];
    readonly analysisOf: (attempt: Attempt) => Analysis | null;
    readonly role: string;
    readonly seed: number;
  },
): void {
  const { io, t, language } = context;
  const { turns, ...about } = session;
  const text = sessionHtml(turns, {
    ...about,
    names: progressNames(context),
    date: isoDay(dayOf(io.now())),
    local: (localized) => inLanguage(localized, language),
  });
  writePage(context, path, text);
  io.stdout.write(`${t('progress.written', { path: shownUnder(path, io.env.HOME) })}\n\n`);
}
