import { wholeAnswer } from '../place.js';
import type { Kind } from '../types.js';

export interface LengthOptions {
  /** Fewer words than this report. */
  readonly leastWords?: number | undefined;
  /** The same where something else than a past event is asked for. */
  readonly leastWordsElse?: number | undefined;
  /**
   * One sentence, fewer words than this, or fewer than two parts of the structure: that it is short is all there is to
   * say of what it lacks.
   */
  readonly hardlyBegun?: number | undefined;
  /** Longer speech than this reports. */
  readonly mostSeconds?: number | undefined;
}

/** The answer is too short or too long to say. `{words}`, `{seconds}`, `{minutes}` are its own. */
export const length: Kind<LengthOptions> = {
  kind: 'length',
  settable: { keys: ['leastWords', 'mostSeconds'] },
  create:
    ({
      leastWords = 0,
      leastWordsElse = leastWords,
      hardlyBegun = 0,
      mostSeconds = Number.POSITIVE_INFINITY,
    }) =>
    (reading, { question }) => {
      const kind = question === null ? reading.framework.kind : question.kind;
      const least = kind === 'behavioral' ? leastWords : leastWordsElse;
      const words = reading.document.wordCount;
      const seconds = Math.round(reading.speakingSeconds);
      if (words >= least && seconds <= mostSeconds) return [];
      const minutes = Math.round(seconds / 60);
      const told = reading.sentences.filter(({ onlyHeading }) => !onlyHeading);
      const parts = reading.parts.filter(({ state }) => state !== 'missing').length;
      const leavesRoom = words >= hardlyBegun && told.length > 1 && parts > 1;
      return [{ span: wholeAnswer(reading), absent: true, leavesRoom, values: { words, seconds, minutes } }];
    },
};
