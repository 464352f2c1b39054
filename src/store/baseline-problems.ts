import * as z from 'zod';
import type { Translate } from '../content/messages.js';
import { InputError } from '../content/problems.js';
import { validate } from '../content/validate.js';
import { visibleLine } from '../content/visible.js';
import { parseYaml } from '../content/yaml.js';
import { BASELINE_VERSION, noBaseline } from './baseline.js';

// Loaded only for a baseline that somebody has edited: parsers and schemas cost more than a run.

const schema = z.strictObject({
  version: z.literal(BASELINE_VERSION),
  files: z.record(
    z.string(),
    z.array(z.strictObject({ rule: z.string(), answer: z.string(), fingerprint: z.string() })),
  ),
});

/** Of a baseline that was edited badly, emptied, or left with the marks of a merge. */
const LIKE_BASELINE = /^\s*(?:[{[]|<<<<|$)/;

/**
 * @throws InputError always: where it may once have been a baseline, with every place that is not as
 * `--update-baseline` writes it
 */
export function refuseBaseline(text: string, shown: string, command: string, t: Translate): never {
  if (!LIKE_BASELINE.test(text)) throw noBaseline(shown, t);
  const path = visibleLine(shown);
  const { problems } = validate(schema, parseYaml(text, path, t), t);
  const message = t('lint.baseline.broken', { path });
  throw new InputError(message, { problems: problems ?? [], advice: t('lint.baseline.mend', { command }) });
}
