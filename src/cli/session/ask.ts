import { analyze } from '../../analyze.js';
import { CRITERIA_RULE } from '../../content/rule-names.js';
import type { Question } from '../../content/types.js';
import { visibleLine } from '../../content/visible.js';
import { outcomeOf } from '../../rehearsal/outcome.js';
import type { Effect, RehearsalEvent } from '../../rehearsal/types.js';
import { touchedCriteria } from '../../rules/criteria.js';
import { adviceOf } from '../../rules/next-fix.js';
import { askAnswer, type Typed } from '../../terminal/answer-prompt.js';
import type { PromptHeading } from '../../terminal/frame.js';
import { followUpLines, plainHelp, questionLines, statusLines } from '../../terminal/prompt-lines.js';
import { inLanguage } from '../../terminal/text-style.js';
import { wrap } from '../../terminal/wrap.js';
import { heardCriteria } from '../heard-criteria.js';
import { createLiveReader } from '../live-reading.js';
import { type AnswerClock, createClock } from '../mock/clock-line.js';
import { KEEP_NOTHING } from '../session-keeper.js';
import { editElsewhere } from '../text-editor.js';
import { followUpOf, interviewerAsks, isStructured } from './follow-ups.js';
import type { Session } from './types.js';

/** Seconds an answer should take to say where nobody has set a limit. */
const SPEECH_SECONDS = 120;

type AskEffect = Extract<Effect, { type: 'ask' }>;

/** What came of asking. */
interface Reply {
  readonly event: RehearsalEvent;
  /** What was being typed when the session was left; empty where it is what has been answered. */
  readonly left: string;
  /** Seconds beyond the limit of an interview. */
  readonly over: number;
}

/** Asks a question, or a follow-up question, and reads the answer. */
export async function ask(session: Session, asked: AskEffect): Promise<Reply> {
  const { context, options, print, say, interviewer, style } = session;
  const { interview, keeper } = options;
  const { question, followUp, revising } = asked;
  if (interview) interviewer(followUp ? interview.voice.asksMore() : interview.voice.opens(question.stage));
  const clock =
    interview && createClock(interview.limits, { now: context.io.now, t: context.t, paint: context.paint });
  const typed = await promptFor(session, asked, clock);
  const isEmpty = typed.text.trim() === '';
  const isKept = revising && typed.text === asked.text;
  if (isEmpty || isKept) keeper.drop();
  if (typed.type === 'left')
    return { event: { type: 'interrupted' }, left: isKept ? '' : typed.text, over: 0 };
  const bold = (text: string) => print(context.paint('bold', wrap(text, style().columns)));
  const text = followUp?.ask ?? inLanguage(question.text, context.language);
  if (isEmpty) {
    if (interview || !followUp) bold(text);
    if (interview) interviewer(interview.voice.movesOn());
    else print(say(revising || followUp ? 'session.unchanged' : 'session.skipped'));
    return { event: { type: 'skipped' }, left: '', over: 0 };
  }
  const over = clock?.over() ?? 0;
  const event = answered(session, asked, typed);
  bold(text);
  return { event, left: '', over };
}

/** Reads what was typed. */
function answered(session: Session, asked: AskEffect, typed: Typed): RehearsalEvent {
  const { options, analyses, latest } = session;
  const { question, version } = asked;
  const { language } = session.context;
  const text = whole(asked, typed.text);
  const context = session.contextOf(question);
  const analysis = analyze(text, context);
  const outcome = outcomeOf(analysis, {
    structured: isStructured(question),
    criteria: touchedCriteria(analysis, context),
  });
  analyses.set(outcome, analysis);
  latest.set(question.id, analysis);
  const followUp = options.interview
    ? interviewerAsks(question, outcome, analysis, language)
    : followUpOf(question, analysis, version, language);
  return { type: 'answered', text, outcome, seconds: typed.seconds, followUp };
}

/** A reply belongs to the answer it is about. */
function whole({ followUp }: AskEffect, reply: string): string {
  return followUp ? `${followUp.said}\n\n${reply}` : reply;
}

function promptFor(session: Session, asked: AskEffect, clock: AnswerClock | null): Promise<Typed> {
  const { context, options, style } = session;
  const { io, t, language, content } = context;
  const { terminal, keeper, timed, interview } = options;
  const { question, text } = asked;
  const { unicode } = terminal;
  const read = createLiveReader(content, question, { language, judged: options.feedback === 'each' });
  return askAnswer({
    terminal,
    text,
    read,
    ahead: session.ahead,
    ticks: timed,
    now: io.now,
    changed: (changed) => {
      clock?.typed();
      keeper.typing(question.id, whole(asked, changed));
    },
    leaving: () => void keeper.flush(),
    edit: (changed) => editElsewhere(changed, { env: io.env, t }),
    heading: (columns) => headingOf(session, asked, columns),
    status: ({ columns, seconds, ...view }) => [
      ...(clock ? [clock.line(columns)] : []),
      ...statusLines(
        {
          ...view,
          reading: view.reading ?? read(''),
          spent: timed && !clock ? seconds : null,
          limit: interview?.limits.answer ?? SPEECH_SECONDS,
        },
        { ...style(), columns, unicode },
      ),
    ],
    plainHelp: plainHelp(style(), { kept: keeper !== KEEP_NOTHING }),
  });
}

function headingOf(session: Session, asked: AskEffect, columns: number): PromptHeading {
  const { timed, reasons } = session.options;
  const { question, number, of, revising, followUp } = asked;
  const style = { ...session.style(), columns };
  if (followUp) return followUpLines({ ask: followUp.ask, question, number, of }, style);
  return questionLines(
    {
      question,
      number,
      of,
      hint: !timed && !revising,
      reason: reasons.get(question.id) ?? null,
      mend: revising ? toMend(session, question) : null,
    },
    style,
  );
}

/** What the last reading would mend first: not on the screen any more where an answer is revised. */
function toMend({ context, contextOf, latest }: Session, question: Question): string | null {
  const { t } = context;
  const analysis = latest.get(question.id);
  const fix = analysis?.nextFix ?? null;
  if (analysis === undefined || fix === null) return null;
  const unheard = heardCriteria(analysis, contextOf(question)).filter(({ touched }) => !touched);
  return fix.rule === CRITERIA_RULE && unheard.length > 0
    ? t('prompt.unheard', { list: unheard.map(({ text }) => visibleLine(text)).join('; ') })
    : t('prompt.mend', { advice: visibleLine(adviceOf(fix)) });
}
