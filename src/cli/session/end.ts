import { summariseCompetencies } from '../../rehearsal/competencies.js';
import { summarise } from '../../rehearsal/summary.js';
import type { Attempt, Effect } from '../../rehearsal/types.js';
import { competencyText } from '../../reports/session-competencies.js';
import { shownUnder } from '../../store/shown-path.js';
import { onwardText } from '../../terminal/onward-text.js';
import { summaryText } from '../../terminal/summary-text.js';
import { inLanguage } from '../../terminal/text-style.js';
import { wrap } from '../../terminal/wrap.js';
import { reasonOf } from '../on-disk.js';
import { typedCommand } from '../typed-command.js';
import { readingOf } from './feedback.js';
import type { Session } from './types.js';

/** Tells what the session came to, with the readings where none was told after its answer. */
export function tellSummary(
  session: Session,
  { turns, withReadings, interrupted }: Extract<Effect, { type: 'summary' }>,
): void {
  const { options, names, analyses, style, print, say, interviewer } = session;
  const { interview, keeper, practise, timed, questions } = options;
  const { content, language, paint } = session.context;
  // What is not on the disk is forgotten, and so is when it would come again.
  const dueIn = keeper.unsaved() === null ? options.dueIn(turns) : new Map<string, number>();
  if (interview && interrupted)
    print(say('session.cut-short', { answered: turns.length, count: questions.length }));
  else if (interview) interviewer(interview.voice.closes());
  if (withReadings)
    for (const { question, attempts } of turns) {
      print(paint('bold', wrap(inLanguage(question.text, language), style().columns)));
      print(readingOf(session, question, attempts.at(-1) as Attempt));
    }
  print(
    summaryText(summarise(turns), {
      frameworks: (id) => content.framework(id),
      rule: names.rule,
      dueIn: (question) => dueIn.get(question) ?? null,
      again: (question) => `${practise} --question ${question}`,
      timed,
      style: style(),
    }),
  );
  const competencies = withReadings ? competencyText(summariseCompetencies(turns), names, style()) : '';
  if (competencies !== '') print(competencies);
  interview?.finished(turns, ({ outcome }) => analyses.get(outcome) ?? null);
}

/**
 * Ends keeping and tells what is kept, where, and how to go on.
 *
 * @param left what was being typed when the session was left
 */
export function tellKept(session: Session, left: string): void {
  const { options, style, print, say } = session;
  const { keeper, interview, practise } = options;
  const draft = left.trim() === '' ? null : keeper.flush();
  tellProblem(session);
  const file = keeper.close();
  const unsaved = keeper.unsaved();
  // A path and a command are copied whole: the window breaks them, not we.
  if (file !== null) print(`${say('session.kept')}\n  ${shownUnder(file, session.context.io.env.HOME)}`);
  if (draft !== null) print(say('session.draft-kept'));
  if (draft !== null || (file !== null && !interview)) {
    const practice = [practise, draft === null ? 'more' : 'finish'] as const;
    const progress = [typedCommand(session.context.io, 'progress'), 'progress'] as const;
    print(onwardText(file === null ? [practice] : [practice, progress], style()));
  }
  if (unsaved !== null) print(`${say('session.unsaved')}\n\n${unsaved.trimEnd()}`);
  if (left.trim() !== '' && draft === null) print(`${say('session.unsaved-draft')}\n\n${left}`);
}

/** Tells, once, that something could not be written. */
export function tellProblem({ context, options, print, say }: Session): void {
  const { t, paint } = context;
  const problem = options.keeper.problem();
  if (problem === null) return;
  const { code, path } = problem;
  print(paint('yellow', say('session.cannot-write', { path, reason: reasonOf(code, t) })));
}
