import type { Question } from '../../content/types.js';
import type { Revision } from '../../rehearsal/outcome.js';
import type { Attempt, Turn } from '../../rehearsal/types.js';
import { reportWidth } from '../../reports/answer-layout.js';
import { trimStop } from '../../rules/criteria.js';
import { levelText, type RevisionNames, revisionText } from '../../terminal/feedback-text.js';
import { readingText } from '../../terminal/reading-text.js';
import { inLanguage } from '../../terminal/text-style.js';
import { heardCriteria } from '../heard-criteria.js';
import { followUpOf, isStructured } from './follow-ups.js';
import type { Session } from './types.js';

/** Tells what was read of the last version of an answer, and what came of revising it. */
export async function tellFeedback(session: Session, turn: Turn, revision: Revision | null): Promise<void> {
  const { context, options, analyses, print, say, style } = session;
  const { question, attempts } = turn;
  const attempt = attempts.at(-1) as Attempt;
  print(readingOf(session, question, attempt));
  if (revision !== null) await tellRevision(session, turn, revision);
  const wanted = levelText(question, options.level, style());
  if (wanted !== '') print(wanted);
  const analysis = analyses.get(attempt.outcome);
  const follow = analysis ? followUpOf(question, analysis, attempts.length, context.language) : null;
  if (follow !== null) print(say('session.follow-up', { question: follow }));
}

/** What was read of a version of an answer, as a page; empty where nothing was kept of it. */
export function readingOf(session: Session, question: Question, { outcome }: Attempt): string {
  const analysis = session.analyses.get(outcome);
  if (!analysis) return '';
  const criteria = heardCriteria(analysis, session.contextOf(question));
  return readingText(analysis, { structured: isStructured(question), criteria }, session.style());
}

/** The words that changed, and what that did. */
async function tellRevision(session: Session, { question, attempts }: Turn, revision: Revision) {
  const { print, say, style } = session;
  const { t, paint } = session.context;
  const { changedWords } = await import('../../reports/answer-changes.js');
  const words = changedWords(attempts.at(-2)?.text ?? '', attempts.at(-1)?.text ?? '', {
    paint,
    width: reportWidth(style().columns),
  });
  if (words === null) print(say('prompt.changes.all'));
  else if (words === '') print(say('prompt.changes.none'));
  else print(`${paint('bold', t('prompt.changes.title'))}\n${words}`);
  const changes = revisionText(revision, revisionNames(session, question), style());
  if (changes !== '') print(changes);
}

/** How rules, parts and criteria are called where an answer to a question is revised. */
export function revisionNames({ names, context }: Session, { framework, criteria }: Question): RevisionNames {
  return {
    rule: names.rule,
    part: (id) => names.parts(framework ?? '').find((part) => part.id === id)?.name ?? id,
    criterion: (id) => {
      const criterion = criteria.find((known) => known.id === id);
      return criterion === undefined ? id : trimStop(inLanguage(criterion.text, context.language));
    },
  };
}
