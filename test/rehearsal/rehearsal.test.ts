import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Complaint } from '../../src/rehearsal/outcome.js';
import { next, start } from '../../src/rehearsal/rehearsal.js';
import type { Effect, RehearsalEvent, RehearsalOptions, Step } from '../../src/rehearsal/types.js';
import { outcome, question } from './question.js';

const strong = {
  grade: 'strong',
  language: 'en',
  text: 'x',
  expect: { missing: [], findings: [], criteria: [] },
} as const;
const questions = [question('one', { samples: [strong] }), question('two')];

const answered = (text: string, ...rules: string[]): RehearsalEvent => ({
  type: 'answered',
  text,
  outcome: outcome(...rules),
  seconds: 10,
});

/** All effects of a list of events, as words. */
function play(options: RehearsalOptions, events: readonly RehearsalEvent[]): string[] {
  let step: Step = start(options);
  const log = step.effects.map(words);
  for (const event of events) {
    step = next(step.state, event);
    log.push(...step.effects.map(words));
  }
  return log;
}

const rules = (complaints: readonly Complaint[]) => complaints.map(({ rule }) => rule);

function words(effect: Effect): string {
  switch (effect.type) {
    case 'ask':
      return `ask ${effect.question.id} ${effect.number}/${effect.of}${effect.revising ? ' again' : ''}${effect.text && ` «${effect.text}»`}${effect.followUp ? ` «${effect.followUp.said}» ${effect.followUp.ask}` : ''}`;
    case 'keep':
      return `keep ${effect.turn.question.id} #${effect.turn.attempts.length}`;
    case 'feedback':
      return effect.revision
        ? `feedback closed ${rules(effect.revision.closed)} new ${rules(effect.revision.fresh)} open ${rules(effect.revision.open)}`
        : 'feedback';
    case 'choose':
      return `choose ${effect.choices.join(' ')}`;
    case 'samples':
      return `samples ${effect.question.id}`;
    case 'summary':
      return `summary ${effect.turns.map((turn) => turn.question.id)}${effect.withReadings ? ' with readings' : ''}`;
    case 'over':
      return effect.interrupted ? 'interrupted' : 'over';
  }
}

const practice: RehearsalOptions = { questions, feedback: 'each' };
const mock: RehearsalOptions = { questions, feedback: 'end' };

test.each<[string, RehearsalOptions, RehearsalEvent[], string[]]>([
  [
    'an answer, its feedback, the next question, the end',
    practice,
    [answered('a'), { type: 'next' }, answered('b'), { type: 'quit' }],
    [
      'ask one 1/2',
      'keep one #1',
      'feedback',
      'choose revise samples next quit',
      'ask two 2/2',
      'keep two #1',
      'feedback',
      'choose revise quit',
      'summary one,two',
      'over',
    ],
  ],
  [
    'a reply to a follow-up is added to the answer; nothing open, nothing asked',
    practice,
    [
      { ...answered('a', 'no-numbers'), followUp: 'By how much?' } as RehearsalEvent,
      { type: 'reply' },
      { type: 'skipped' },
      { type: 'reply' },
      { ...answered('a\n\nBy half.'), followUp: null } as RehearsalEvent,
      { type: 'reply' },
      { type: 'revise' },
    ],
    [
      'ask one 1/2',
      'keep one #1',
      'feedback',
      'choose revise samples reply next quit',
      'ask one 1/2 «a» By how much?',
      'choose revise samples reply next quit',
      'ask one 1/2 «a» By how much?',
      'keep one #2',
      'feedback closed no-numbers new  open ',
      'choose revise samples next quit',
      'ask one 1/2 again «a\n\nBy half.»',
    ],
  ],
  [
    'a revision opens on the text and is compared with what was before',
    practice,
    [
      answered('a', 'missing-result', 'vague'),
      { type: 'revise' },
      answered('b', 'vague', 'filler'),
      { type: 'quit' },
    ],
    [
      'ask one 1/2',
      'keep one #1',
      'feedback',
      'choose revise samples next quit',
      'ask one 1/2 again «a»',
      'keep one #2',
      'feedback closed missing-result new filler open vague',
      'choose revise samples next quit',
      'summary one',
      'over',
    ],
  ],
  [
    'samples are offered once, and only after the own answer',
    practice,
    [{ type: 'samples' }, answered('a'), { type: 'samples' }],
    [
      'ask one 1/2',
      'keep one #1',
      'feedback',
      'choose revise samples next quit',
      'samples one',
      'choose revise next quit',
    ],
  ],
  [
    'a skipped question is not in the summary',
    practice,
    [{ type: 'skipped' }, { type: 'skipped' }],
    ['ask one 1/2', 'ask two 2/2', 'over'],
  ],
  [
    'an emptied revision leaves the answer as it was',
    practice,
    [answered('a'), { type: 'revise' }, { type: 'skipped' }],
    [
      'ask one 1/2',
      'keep one #1',
      'feedback',
      'choose revise samples next quit',
      'ask one 1/2 again «a»',
      'choose revise samples next quit',
    ],
  ],
  [
    'Ctrl-C before the first answer',
    practice,
    [{ type: 'interrupted' }, answered('late')],
    ['ask one 1/2', 'interrupted'],
  ],
  [
    'Ctrl-C at the menu',
    practice,
    [answered('a'), { type: 'interrupted' }],
    [
      'ask one 1/2',
      'keep one #1',
      'feedback',
      'choose revise samples next quit',
      'summary one',
      'interrupted',
    ],
  ],
  [
    'a mock interview says nothing before its end',
    mock,
    [answered('a'), answered('b')],
    ['ask one 1/2', 'keep one #1', 'ask two 2/2', 'keep two #1', 'summary one,two with readings', 'over'],
  ],
  ['a draft opens its question', { ...practice, drafts: { one: 'half' } }, [], ['ask one 1/2 «half»']],
  ['no questions', { ...practice, questions: [] }, [], ['over']],
])('%s', (_, options, events, expected) => {
  expect(play(options, events)).toEqual(expected);
});

const anyEvent: fc.Arbitrary<RehearsalEvent> = fc.oneof(
  fc.constantFrom<RehearsalEvent>(
    { type: 'skipped' },
    { type: 'revise' },
    { type: 'samples' },
    { type: 'reply' },
    { type: 'next' },
    { type: 'quit' },
    { type: 'interrupted' },
  ),
  fc.string().map((text) => answered(text)),
  fc.string().map((text) => ({ ...answered(text), followUp: 'And then?' }) as RehearsalEvent),
);

test('every answer is kept before the next question, and a session ends once', () => {
  fc.assert(
    fc.property(fc.array(anyEvent), fc.constantFrom(practice, mock), (events, options) => {
      let step = start(options);
      let unkept = 0;
      let over = 0;
      for (const event of events) {
        const waits = step.state.phase === 'answer';
        step = next(step.state, event);
        if (event.type === 'answered' && waits) unkept += 1;
        for (const effect of step.effects) {
          if (effect.type === 'keep') unkept -= 1;
          if (effect.type === 'ask') expect(unkept).toBe(0);
          if (effect.type === 'over') over += 1;
        }
      }
      expect(unkept).toBe(0);
      expect(over).toBe(step.state.phase === 'over' ? 1 : 0);
    }),
  );
});
