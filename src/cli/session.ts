import { setImmediate as turn } from 'node:timers/promises';
import { type Analysis, analyze } from '../analyze.js';
import { CRITERIA_RULE } from '../content/rule-names.js';
import type { Level, Question } from '../content/types.js';
import { visibleLine } from '../content/visible.js';
import type { Limits } from '../rehearsal/clock.js';
import { summariseCompetencies } from '../rehearsal/competencies.js';
import { followUpOn } from '../rehearsal/follow-up.js';
import { outcomeOf, type Revision } from '../rehearsal/outcome.js';
import { next, start } from '../rehearsal/rehearsal.js';
import { summarise } from '../rehearsal/summary.js';
import type { Attempt, Choice, Effect, RehearsalEvent, RehearsalOptions, Turn } from '../rehearsal/types.js';
import { reportWidth } from '../reports/answer-layout.js';
import { followUpAsk } from '../reports/answer-text.js';
import { clock } from '../reports/clock.js';
import { competencyText } from '../reports/session-competencies.js';
import { touchedCriteria } from '../rules/criteria.js';
import { shownUnder } from '../store/shown-path.js';
import { askAnswer } from '../terminal/answer-prompt.js';
import type { Terminal } from '../terminal/keyboard.js';
import { choose } from '../terminal/menu.js';
import { readingText } from '../terminal/reading-text.js';
import {
  followUpLines,
  inLanguage,
  levelText,
  plainHelp,
  questionLines,
  type RevisionNames,
  revisionText,
  samplesText,
  statusLines,
  summaryText,
  type TextStyle,
} from '../terminal/session-text.js';
import { wrap } from '../terminal/wrap.js';
import { analysisContext } from './analysis-context.js';
import type { CommandContext } from './context.js';
import { heardCriteria } from './heard-criteria.js';
import { createLiveReader } from './live-reading.js';
import { createClock } from './mock/clock-line.js';
import type { Voice } from './mock/voice.js';
import { progressNames } from './progress/names.js';
import { createReadAhead } from './read-ahead.js';
import { EXIT } from './run.js';
import type { Keeper } from './session-keeper.js';
import { editElsewhere } from './text-editor.js';

/** Seconds an answer should take to say where nobody has set a limit. */
const SPEECH_SECONDS = 120;

export interface SessionOptions extends RehearsalOptions {
  readonly terminal: Terminal;
  readonly keeper: Keeper;
  /** Level whose demands are told after an answer. */
  readonly level?: Level | undefined;
  /** True where the time spent is shown. */
  readonly timed: boolean;
  /** True where nothing judges what is being typed. */
  readonly calm: boolean;
  /** Question → why it is asked, in words; absent where that goes without saying. */
  readonly reasons: ReadonlyMap<string, string>;
  /** Question → in how many days it comes again; empty where that is not planned. */
  readonly dueIn: (turns: readonly Turn[]) => ReadonlyMap<string, number>;
  /** Minutes after which no new question is asked; null: any time. */
  readonly minutes: number | null;
  /** What makes a session an interview; null for a rehearsal. */
  readonly interview: Interview | null;
  /** Command that practises the role: offers an unfinished answer again, asks a question once more. */
  readonly practise: string;
}

interface Interview {
  readonly limits: Limits;
  readonly voice: Voice;
  /** Called with what was answered, before the summary. */
  readonly finished: (turns: readonly Turn[], analysisOf: (attempt: Attempt) => Analysis | null) => void;
}

/** Runs a session on the terminal until it is over. @returns the exit code */
export async function runSession(context: CommandContext, options: SessionOptions): Promise<number> {
  const { terminal, keeper, timed, interview } = options;
  const { io, t, language, paint, content } = context;
  const style = (): TextStyle => ({ language, t, paint, columns: terminal.stdout.columns || 80 });
  const print = (text: string) => void io.stdout.write(`${text}\n\n`);
  const say = (key: string, values?: Record<string, string | number>) =>
    wrap(t(key, values), style().columns);
  const analyses = new WeakMap<Attempt['outcome'], Analysis>();
  /** Question → the reading of its last version. */
  const latest = new Map<string, Analysis>();
  const names = progressNames(context);
  const contextOf = (question: Question) =>
    analysisContext(content, { question, interfaceLanguage: language });
  const structured = (question: Question) => question.framework !== null;
  const ahead = createReadAhead(content, language);
  /** What was being typed when the session was left. */
  let left = '';

  const tellProblem = () => {
    const problem = keeper.problem();
    if (problem === null) return;
    const known = ['EACCES', 'EROFS', 'ENOSPC', 'EPERM', 'ENOTDIR', 'EDQUOT'].includes(problem.code);
    const reason = t(`session.reason.${known ? problem.code : 'other'}`, { code: problem.code });
    print(paint('yellow', say('session.cannot-write', { path: problem.path, reason })));
  };

  const reading = (question: Question, attempt: Attempt): string => {
    const analysis = analyses.get(attempt.outcome);
    if (!analysis) return '';
    const criteria = heardCriteria(analysis, contextOf(question));
    return readingText(analysis, { structured: structured(question), criteria }, style());
  };

  const interviewer = (words: string | null) => {
    if (words !== null) print(paint('cyan', wrap(`— ${words}`, style().columns)));
  };
  let overLimit = 0;

  async function ask(asked: Extract<Effect, { type: 'ask' }>) {
    const { question, number, of, text, revising, version, followUp } = asked;
    const { unicode } = terminal;
    if (interview) interviewer(followUp ? interview.voice.asksMore() : interview.voice.opens(question.stage));
    const clock = interview && createClock(interview.limits, { now: io.now, t, paint });
    /** A reply belongs to the answer it is about. */
    const whole = (reply: string) => (followUp ? `${followUp.said}\n\n${reply}` : reply);
    const read = createLiveReader(content, question, { language, judged: options.feedback === 'each' });
    const typed = await askAnswer({
      terminal,
      text,
      read,
      ahead,
      ticks: timed,
      now: io.now,
      changed: (changed) => {
        clock?.typed();
        keeper.typing(question.id, whole(changed));
      },
      leaving: () => void keeper.flush(),
      edit: (changed) => editElsewhere(changed, { env: io.env, t }),
      heading: (columns) =>
        followUp
          ? followUpLines({ ask: followUp.ask, question, number, of }, { ...style(), columns })
          : questionLines(
              {
                question,
                number,
                of,
                hint: !timed && !revising,
                reason: options.reasons.get(question.id) ?? null,
                mend: revising ? toMend(question) : null,
              },
              { ...style(), columns },
            ),
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
      plainHelp: plainHelp(style()),
    });
    if (typed.text.trim() === '') keeper.drop();
    if (typed.type === 'left') {
      left = typed.text;
      return { type: 'interrupted' } as const;
    }
    if (typed.text.trim() === '') {
      if (!followUp) print(paint('bold', wrap(inLanguage(question.text, language), style().columns)));
      if (!interview) print(say(revising || followUp ? 'session.unchanged' : 'session.skipped'));
      else if (!followUp) interviewer(interview.voice.movesOn());
      return { type: 'skipped' } as const;
    }
    overLimit = clock?.over() ?? 0;
    const answer = whole(typed.text);
    const analysis = analyze(answer, contextOf(question));
    const outcome = outcomeOf(analysis, {
      structured: structured(question),
      criteria: touchedCriteria(analysis, contextOf(question)),
    });
    analyses.set(outcome, analysis);
    latest.set(question.id, analysis);
    print(paint('bold', wrap(followUp?.ask ?? inLanguage(question.text, language), style().columns)));
    return {
      type: 'answered',
      text: answer,
      outcome,
      seconds: typed.seconds,
      followUp: interview ? asksNext(question, outcome, analysis) : followUpOf(question, analysis, version),
    } as const;
  }

  /** What the last reading would mend first: not on the screen any more where an answer is revised. */
  function toMend(question: Question): string | null {
    const analysis = latest.get(question.id);
    const fix = analysis?.nextFix ?? null;
    if (analysis === undefined || fix === null) return null;
    const unheard = heardCriteria(analysis, contextOf(question)).filter(({ touched }) => !touched);
    return fix.rule === CRITERIA_RULE && unheard.length > 0
      ? t('prompt.unheard', { list: unheard.map(({ text }) => visibleLine(text)).join(' ') })
      : t('prompt.mend', { advice: visibleLine(fix.advice) });
  }

  /** About the first part that is weak, else about what is to be mended first. */
  function asksNext(question: Question, { parts }: Attempt['outcome'], analysis: Analysis): string | null {
    const ask = structured(question) ? followUpOn(analysis.framework, parts) : null;
    if (ask !== null) return inLanguage(ask, language);
    return analysis.nextFix === null ? null : followUpOf(question, analysis, 1);
  }

  function revisionNames({ framework, criteria }: Question): RevisionNames {
    return {
      rule: names.rule,
      part: (id) => names.parts(framework ?? '').find((part) => part.id === id)?.name ?? id,
      criterion: (id) => {
        const criterion = criteria.find((known) => known.id === id);
        return criterion === undefined ? id : inLanguage(criterion.text, language);
      },
    };
  }

  /** The words that changed, and what that did. */
  async function tellRevision({ question, attempts }: Turn, revision: Revision) {
    const { changedWords } = await import('../reports/answer-changes.js');
    const { columns } = style();
    const words = changedWords(attempts.at(-2)?.text ?? '', attempts.at(-1)?.text ?? '', {
      paint,
      width: reportWidth(columns),
    });
    if (words === null) print(say('prompt.changes.all'));
    else if (words === '') print(say('prompt.changes.none'));
    else print(`${paint('bold', t('prompt.changes.title'))}\n${words}`);
    const changes = revisionText(revision, revisionNames(question), style());
    if (changes !== '') print(changes);
  }

  async function feedback(turn: Turn, revision: Extract<Effect, { type: 'feedback' }>['revision']) {
    const attempt = turn.attempts.at(-1) as Attempt;
    print(reading(turn.question, attempt));
    if (revision !== null) await tellRevision(turn, revision);
    const wanted = levelText(turn.question, options.level, style());
    if (wanted !== '') print(wanted);
    const analysis = analyses.get(attempt.outcome);
    const follow = analysis ? followUpOf(turn.question, analysis, turn.attempts.length) : null;
    if (follow !== null) print(say('session.follow-up', { question: follow }));
  }

  /** What an interviewer would ask next: about the gap, else one of the bank's questions in turn. */
  function followUpOf(question: Question, { nextFix }: Analysis, version: number): string | null {
    const { followUps } = question;
    const ask = followUpAsk(nextFix);
    // Rules ask about what was done: where an opinion or a plan is asked for, the question's own come first.
    if (ask !== null && (structured(question) || followUps.length === 0)) return ask;
    const prepared = followUps[(version - 1) % Math.max(1, followUps.length)];
    return prepared ? inLanguage(prepared, language) : null;
  }

  async function choice(choices: readonly Choice[]): Promise<RehearsalEvent> {
    const items = choices.map((value) => ({ value, name: t(`session.choice.${value}`) }));
    const chosen = await choose({
      terminal,
      paint,
      message: t('session.choose'),
      keys: t('session.keys'),
      items,
    });
    return { type: chosen ?? 'interrupted' };
  }

  function summary({ turns, withReadings, interrupted }: Extract<Effect, { type: 'summary' }>) {
    // What is not on the disk is forgotten, and so is when it would come again.
    const dueIn = keeper.unsaved() === null ? options.dueIn(turns) : new Map<string, number>();
    if (interview && interrupted)
      print(say('session.cut-short', { answered: turns.length, count: options.questions.length }));
    else if (interview) interviewer(interview.voice.closes());
    if (withReadings)
      for (const turn of turns) {
        print(paint('bold', wrap(inLanguage(turn.question.text, language), style().columns)));
        print(reading(turn.question, turn.attempts.at(-1) as Attempt));
      }
    print(
      summaryText(summarise(turns), {
        frameworks: (id) => content.framework(id),
        rule: names.rule,
        dueIn: (question) => dueIn.get(question) ?? null,
        again: (question) => `${options.practise} --question ${question}`,
        timed,
        style: style(),
      }),
    );
    const competencies = withReadings ? competencyText(summariseCompetencies(turns), names, style()) : '';
    if (competencies !== '') print(competencies);
    interview?.finished(turns, ({ outcome }) => analyses.get(outcome) ?? null);
  }

  function over() {
    const draft = left.trim() === '' ? null : keeper.flush();
    tellProblem();
    const file = keeper.close();
    const unsaved = keeper.unsaved();
    // A path and a command are copied whole: the window breaks them, not we.
    if (file !== null) print(`${say('session.kept')}\n  ${shownUnder(file, io.env.HOME)}`);
    if (draft !== null) print(say('session.draft-kept'));
    if (draft !== null || (file !== null && !interview)) {
      const onward = [[options.practise, draft === null ? 'more' : 'finish'] as const];
      const commands = file === null ? onward : [...onward, ['star-coach progress', 'progress'] as const];
      print(
        [
          paint('bold', t('session.onward.title')),
          ...commands.map(([command, what]) =>
            t('session.onward.line', { command, what: t(`session.onward.${what}`) }),
          ),
        ].join('\n  '),
      );
    }
    if (unsaved !== null) print(`${say('session.unsaved')}\n\n${unsaved.trimEnd()}`);
    if (left.trim() !== '' && draft === null) print(`${say('session.unsaved-draft')}\n\n${left}`);
  }

  const opened = io.now();
  /** The first question, a revision and a follow-up question are always asked. */
  function timeIsUp({ number, revising, followUp }: Extract<Effect, { type: 'ask' }>): boolean {
    const { minutes } = options;
    return minutes !== null && number > 1 && !revising && !followUp && io.now() - opened >= minutes * 60_000;
  }

  async function perform(effect: Effect): Promise<RehearsalEvent | null> {
    switch (effect.type) {
      case 'ask':
        if (timeIsUp(effect)) {
          print(say('session.time-up', { count: options.minutes ?? 0 }));
          return { type: 'quit' };
        }
        return ask(effect);
      case 'choose':
        return choice(effect.choices);
      case 'keep':
        keeper.keep(effect.turns, effect.turn, effect.attempt);
        tellProblem();
        if (timed)
          print(
            say(overLimit > 0 ? 'session.time-over' : 'session.time', {
              limit: clock(interview?.limits.answer ?? 0),
              spent: clock(effect.attempt.seconds),
              speech: clock(effect.attempt.outcome.speakingSeconds),
              over: clock(overLimit),
            }),
          );
        if (interview) interviewer(overLimit > 0 ? interview.voice.hurries() : interview.voice.thanks());
        return null;
      case 'feedback':
        await feedback(effect.turn, effect.revision);
        return null;
      case 'samples':
        print(samplesText(effect.question, revisionNames(effect.question), style()));
        return null;
      case 'summary':
        summary(effect);
        return null;
      case 'over':
        over();
        return null;
    }
  }

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
