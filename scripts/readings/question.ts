import type { Question } from '../../src/content/types.js';
import type { LabelledAnswer } from '../accuracy/corpus.js';

/** Words of a question that asks what was learnt. */
const LESSON =
  /mistake|fail|went wrong|regret|learn|lesson|ошиб|неудач|провал|не справил|урок|научил|вынесли/iu;

/** The question of a labelled answer as a bank would hold it, as far as its text shows. */
export function askedIn({ question, lang }: LabelledAnswer): Question {
  return {
    id: 'asked',
    text: { [lang]: question },
    stage: 'hr',
    kind: 'behavioral',
    competencies: [],
    levels: ['middle'],
    framework: 'star',
    numbers: 'welcome',
    lesson: LESSON.test(question),
    criteria: [],
    hint: {},
    followUps: [],
    samples: [],
  };
}
