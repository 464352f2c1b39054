import type { Translate } from '../../content/messages.js';
import type { Stage } from '../../content/types.js';
import { createRandom } from '../../rehearsal/random.js';

/** What the interviewer says around the questions. It judges nothing. */
export interface Voice {
  /** Before the first question of a stage; null within a stage. */
  readonly opens: (stage: Stage) => string | null;
  readonly thanks: () => string;
  /** The answer took too long. */
  readonly hurries: () => string;
  readonly asksMore: () => string;
  /** The question was left out. */
  readonly movesOn: () => string;
  readonly closes: () => string;
}

/** Ways to say one thing: keys end in their number. */
const WAYS = 3;

/** @param seed the same one says the same */
export function createVoice(t: Translate, seed: number): Voice {
  const random = createRandom(seed);
  let stageNow: Stage | null = null;
  let said = '';
  /** Never the same words twice in a row. */
  const one = (what: string): string => {
    const keys = Array.from({ length: WAYS }, (_, index) => `session.voice.${what}.${index + 1}`).filter(
      (key) => key !== said,
    );
    said = keys[Math.floor(random() * keys.length)] ?? said;
    return t(said);
  };
  return {
    opens: (stage) => {
      if (stage === stageNow) return null;
      stageNow = stage;
      return t(`session.voice.open.${stage}`);
    },
    thanks: () => one('thanks'),
    hurries: () => t('session.voice.hurries'),
    asksMore: () => one('more'),
    movesOn: () => t('session.voice.moves-on'),
    closes: () => t('session.voice.closes'),
  };
}
