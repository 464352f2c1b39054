import type { PartReading, PartState, Reading } from '../../analysis/types.js';
import { localText } from '../../content/localized.js';
import type { Localized } from '../../content/types.js';
import { wholeAnswer } from '../place.js';
import type { Kind } from '../types.js';

export interface PartStateOptions {
  /** Id of a part; absent: every part of the framework. */
  readonly part?: string | undefined;
  /** Parts that another rule speaks of. */
  readonly except?: readonly string[] | undefined;
  readonly state: PartState;
  /** Message where the part is only implied; absent: an implied part is let pass. `{quote}` is what implies it. */
  readonly implied?: Localized | undefined;
}

/** The parts that a framework needs first, then the others, in its order. */
function byNeed({ parts, framework: { neededFirst } }: Reading): readonly PartReading[] {
  if (neededFirst.length === 0) return parts;
  const place = ({ part }: PartReading) =>
    neededFirst.includes(part) ? neededFirst.indexOf(part) : parts.length;
  return parts.toSorted((a, b) => place(a) - place(b));
}

/**
 * A part of the framework is in a given state: missing, named but empty. `{part}` is its name, `{ask}` what an
 * interviewer would ask to hear it. An optional part may be missing.
 */
export const partState: Kind<PartStateOptions> = {
  kind: 'part-state',
  create:
    ({ part, except = [], state, implied }) =>
    (reading, { interfaceLanguage }) =>
      byNeed(reading)
        .filter((read) => read.state === state || (read.state === 'implied' && implied !== undefined))
        .filter((read) => (part === undefined || read.part === part) && !except.includes(read.part))
        .flatMap((read) => {
          const described = reading.framework.parts.find(({ id }) => id === read.part);
          if (described?.optional === true && read.state === 'missing') return [];
          return {
            span: read.spans[0] ?? wholeAnswer(reading),
            absent: read.spans.length === 0,
            values: {
              part: described ? localText(described.name, interfaceLanguage) : read.part,
              ask: described ? localText(described.ask, interfaceLanguage) : '',
            },
            ...(read.state === 'implied' && implied !== undefined ? { message: implied } : {}),
            ...(described === undefined ? {} : { ask: described.ask }),
          };
        }),
};
