import { setImmediate as turn } from 'node:timers/promises';
import { next, start } from '../rehearsal/rehearsal.js';
import type { Choice, Effect, RehearsalEvent } from '../rehearsal/types.js';
import { clock } from '../reports/clock.js';
import { samplesText } from '../terminal/feedback-text.js';
import { choose } from '../terminal/menu.js';
import { columnsOf } from '../terminal/window.js';
import { wrap } from '../terminal/wrap.js';
import { analysisContext } from './analysis-context.js';
import type { CommandContext } from './context.js';
import { progressNames } from './progress/names.js';
import { createReadAhead } from './read-ahead.js';
import { EXIT } from './run.js';
import { ask } from './session/ask.js';
import { tellKept, tellProblem, tellSummary } from './session/end.js';
import { revisionNames, tellFeedback } from './session/feedback.js';
import type { Session, SessionOptions } from './session/types.js';

/** Runs a session on the terminal until it is over. @returns the exit code */
export async function runSession(context: CommandContext, options: SessionOptions): Promise<number> {
  const perform = performer(openSession(context, options));
  // Between two prompts Ctrl-C is a signal: what is being kept is finished first, then nothing more is asked.
  let stopped = false;
  const stop = () => {
    stopped = true;
  };
  process.on('SIGINT', stop);
  let interrupted = false;
  let step = start(options);
  while (step.effects.length > 0) {
    let event: RehearsalEvent | null = null;
    for (const effect of step.effects) {
      const asks = effect.type === 'ask' || effect.type === 'choose';
      // A signal that came during the work is told in the next turn of the loop.
      if (asks) await turn();
      event = asks && stopped ? { type: 'interrupted' } : ((await perform(effect)) ?? event);
      if (effect.type === 'over') interrupted = effect.interrupted;
    }
    if (event === null) break;
    step = next(step.state, event);
  }
  process.off('SIGINT', stop);
  return interrupted ? EXIT.interrupted : EXIT.clean;
}

function openSession(context: CommandContext, options: SessionOptions): Session {
  const { io, t, language, paint, content } = context;
  const { stdout } = options.terminal;
  const style = () => ({ language, t, paint, columns: columnsOf(stdout) });
  const print = (text: string) => void io.stdout.write(`${text}\n\n`);
  return {
    context,
    options,
    names: progressNames(context),
    contextOf: (question) => analysisContext(content, { question, interfaceLanguage: language }),
    style,
    print,
    say: (key, values) => wrap(t(key, values), style().columns),
    interviewer: (words) => {
      if (words !== null) print(paint('cyan', wrap(`— ${words}`, style().columns)));
    },
    ahead: createReadAhead(content, language),
    analyses: new WeakMap(),
    latest: new Map(),
  };
}

/** Does what the rehearsal asks for. @returns what came of it; null for nothing */
function performer(session: Session): (effect: Effect) => Promise<RehearsalEvent | null> {
  const { context, options, print, say, style } = session;
  const { keeper, minutes } = options;
  const opened = context.io.now();
  let left = '';
  let over = 0;
  /** The first question, a revision and a follow-up question are always asked. */
  const isTimeUp = ({ number, revising, followUp }: Extract<Effect, { type: 'ask' }>) =>
    minutes !== null && number > 1 && !revising && !followUp && context.io.now() - opened >= minutes * 60_000;
  return async (effect) => {
    switch (effect.type) {
      case 'ask': {
        if (isTimeUp(effect)) {
          print(say('session.time-up', { count: minutes ?? 0 }));
          return { type: 'quit' };
        }
        const reply = await ask(session, effect);
        ({ left, over } = reply);
        return reply.event;
      }
      case 'choose':
        return askNext(session, effect.choices);
      case 'keep':
        keeper.keep(effect.turns, effect.turn, effect.attempt);
        tellProblem(session);
        tellTime(session, effect, over);
        return null;
      case 'feedback':
        await tellFeedback(session, effect.turn, effect.revision);
        return null;
      case 'samples':
        print(samplesText(effect.question, revisionNames(session, effect.question), style()));
        return null;
      case 'summary':
        tellSummary(session, effect);
        return null;
      case 'over':
        tellKept(session, left);
        return null;
    }
  };
}

/** @param over seconds beyond the limit of an interview */
function tellTime(
  { context: { t, content }, options, print, say, interviewer }: Session,
  { turn, attempt: { seconds, outcome } }: Extract<Effect, { type: 'keep' }>,
  over: number,
): void {
  const { timed, interview } = options;
  const { framework } = turn.question;
  if (timed) {
    const spoken = framework === null || content.framework(framework).spoken;
    const values = { speech: clock(outcome.speakingSeconds), limit: clock(interview?.limits.answer ?? 0) };
    print(
      say(over > 0 ? 'session.time-over' : 'session.time', {
        spent: clock(seconds),
        over: clock(over),
        length: spoken ? t('session.time-aloud', values) : t('prompt.words', { count: outcome.words }),
      }),
    );
  }
  if (interview) interviewer(over > 0 ? interview.voice.hurries() : interview.voice.thanks());
}

/** Asks what shall come next. */
async function askNext({ context, options }: Session, choices: readonly Choice[]): Promise<RehearsalEvent> {
  const { t, paint } = context;
  const choice = await choose({
    terminal: options.terminal,
    paint,
    message: t('session.choose'),
    keys: t('session.keys'),
    items: choices.map((value) => ({ value, name: t(`session.choice.${value}`) })),
  });
  return { type: choice ?? 'interrupted' };
}
