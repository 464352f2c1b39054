import type { PartState } from '../../analysis/types.js';
import { wholeAnswer } from '../place.js';
import type { Kind } from '../types.js';

export interface PartStateOptions {
  /** Id of a part; absent: every part of the framework. */
  readonly part?: string | undefined;
  readonly state: PartState;
}

/** A part of the framework is in a given state: missing, named but empty. `{part}` is its name. */
export const partState: Kind<PartStateOptions> = {
  kind: 'part-state',
  create:
    ({ part, state }) =>
    (reading, { interfaceLanguage }) =>
      reading.parts
        .filter((read) => read.state === state && (part === undefined || read.part === part))
        .map((read) => {
          const described = reading.framework.parts.find(({ id }) => id === read.part);
          return {
            span: read.spans[0] ?? wholeAnswer(reading),
            absent: read.spans.length === 0,
            values: { part: described?.name[interfaceLanguage] ?? read.part },
            ...(described === undefined ? {} : { ask: described.ask }),
          };
        }),
};
