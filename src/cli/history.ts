import { InputError } from '../content/problems.js';
import { visibleLine } from '../content/visible.js';
import { errorCode } from '../store/error-code.js';
import type { Home } from '../store/home.js';
import { readJournal } from '../store/journal.js';
import { JOURNAL_VERSION, type JournalEntry } from '../store/journal-line.js';
import type { CommandContext } from './context.js';

/**
 * What has been practised. Lines that cannot be read are reported on stderr and left out.
 *
 * @param needed false where a journal that cannot be opened only costs the order of the questions
 * @throws InputError on a journal of a later version of the program: nothing is written to what is not understood
 */
export function openHistory(
  { io, t }: CommandContext,
  home: Home,
  { needed }: { readonly needed: boolean },
): readonly JournalEntry[] {
  let journal: ReturnType<typeof readJournal>;
  try {
    journal = readJournal(home.journal);
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    if (!needed) return [];
    throw new InputError(t('session.cannot-read', { path: home.journal, code }));
  }
  const { entries, torn, unreadable, newer } = journal;
  if (newer !== null)
    throw new InputError(t('session.newer', { path: home.journal, ...newer, known: JOURNAL_VERSION }), {
      advice: t('session.newer-advice'),
    });
  const path = visibleLine(home.journal);
  if (torn) io.stderr.write(`${t('session.torn', { path })}\n`);
  if (unreadable.length > 0)
    io.stderr.write(`${t('session.unreadable-lines', { path, count: unreadable.length })}\n`);
  return entries;
}
