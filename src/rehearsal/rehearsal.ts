import { compareOutcomes } from './outcome.js';
import type {
  Attempt,
  Choice,
  Effect,
  RehearsalEvent,
  RehearsalOptions,
  RehearsalState,
  Step,
  Turn,
} from './types.js';

/** Opens a session: asks the first question, or is over at once where there is none. */
export function start(options: RehearsalOptions): Step {
  const state: RehearsalState = {
    options,
    phase: 'answer',
    at: 0,
    turns: options.questions.map((question) => ({ question, attempts: [] })),
    samplesShown: false,
    followUp: null,
    open: null,
  };
  return options.questions.length === 0 ? end(state, false) : { state, effects: [ask(state)] };
}

/**
 * What an event does to a session. An event that the phase does not wait for changes nothing and has no
 * effects, so a key pressed too late cannot spoil anything.
 */
export function next(state: RehearsalState, event: RehearsalEvent): Step {
  if (state.phase === 'over') return { state, effects: [] };
  if (event.type === 'interrupted') return end(state, true);
  if (event.type === 'quit') return end(state, false);
  return state.phase === 'answer' ? onAnswer(state, event) : onChoice(state, event);
}

function onAnswer(state: RehearsalState, event: RehearsalEvent): Step {
  if (event.type === 'skipped')
    return attemptsOf(state).length > 0 && (state.followUp === null || state.options.feedback === 'each')
      ? choose(state, [])
      : forward(state, []);
  if (event.type !== 'answered') return { state, effects: [] };
  const { text, outcome, seconds, followUp: open = null } = event;
  const replied = state.followUp;
  const attempt: Attempt = { text, outcome, seconds, ...(replied === null ? {} : { replyTo: replied }) };
  const before = attemptsOf(state).at(-1);
  const turns = state.turns.map((turn, index) =>
    index === state.at ? { ...turn, attempts: [...turn.attempts, attempt] } : turn,
  );
  const turn = turns[state.at] as Turn;
  const answered = { ...state, turns };
  const keep: Effect = { type: 'keep', turns, turn, attempt };
  if (state.options.feedback === 'end') {
    if (!state.options.followUps || open === null || replied !== null) return forward(answered, [keep]);
    const asking = { ...answered, followUp: open };
    return { state: asking, effects: [keep, ask(asking)] };
  }
  const revision = before ? compareOutcomes(before.outcome, outcome) : null;
  return choose({ ...answered, open }, [keep, { type: 'feedback', turn, revision }]);
}

function onChoice(state: RehearsalState, event: RehearsalEvent): Step {
  switch (event.type) {
    case 'revise': {
      const answering: RehearsalState = { ...state, phase: 'answer' };
      return { state: answering, effects: [ask(answering)] };
    }
    case 'samples': {
      const { question } = state.turns[state.at] as Turn;
      return choose({ ...state, samplesShown: true }, [{ type: 'samples', question }]);
    }
    case 'reply': {
      if (state.open === null) return { state, effects: [] };
      const answering: RehearsalState = { ...state, phase: 'answer', followUp: state.open };
      return { state: answering, effects: [ask(answering)] };
    }
    case 'next':
      return forward(state, []);
    default:
      return { state, effects: [] };
  }
}

function choose(state: RehearsalState, effects: readonly Effect[]): Step {
  const { question } = state.turns[state.at] as Turn;
  const choices: Choice[] = ['revise'];
  if (!state.samplesShown && question.samples.length > 0) choices.push('samples');
  if (state.open !== null) choices.push('reply');
  if (state.at + 1 < state.turns.length) choices.push('next');
  choices.push('quit');
  return {
    state: { ...state, phase: 'choice', followUp: null },
    effects: [...effects, { type: 'choose', choices }],
  };
}

function forward(state: RehearsalState, effects: readonly Effect[]): Step {
  if (state.at + 1 >= state.turns.length) {
    const ended = end(state, false);
    return { state: ended.state, effects: [...effects, ...ended.effects] };
  }
  const moved: RehearsalState = {
    ...state,
    phase: 'answer',
    at: state.at + 1,
    samplesShown: false,
    followUp: null,
    open: null,
  };
  return { state: moved, effects: [...effects, ask(moved)] };
}

function end(state: RehearsalState, interrupted: boolean): Step {
  const answered = state.turns.filter(({ attempts }) => attempts.length > 0);
  const withReadings = state.options.feedback === 'end';
  const effects: Effect[] = [];
  if (answered.length > 0) effects.push({ type: 'summary', turns: answered, withReadings, interrupted });
  effects.push({ type: 'over', interrupted });
  return { state: { ...state, phase: 'over' }, effects };
}

function ask(state: RehearsalState): Effect {
  const { question, attempts } = state.turns[state.at] as Turn;
  const last = attempts.at(-1);
  return {
    type: 'ask',
    question,
    number: state.at + 1,
    of: state.turns.length,
    text: state.followUp === null ? (last?.text ?? state.options.drafts?.[question.id] ?? '') : '',
    revising: last !== undefined && state.followUp === null,
    version: attempts.length + 1,
    followUp: state.followUp === null ? null : { ask: state.followUp, said: last?.text ?? '' },
  };
}

function attemptsOf(state: RehearsalState): readonly Attempt[] {
  return state.turns[state.at]?.attempts ?? [];
}
