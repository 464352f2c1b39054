import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';

/** Where the labelled texts stand: `<framework>.<language>.yaml`. */
const TEXTS = 'test/frameworks';

const ids = z.array(z.string()).default([]);

const text = z.strictObject({
  id: z.string(),
  /** False where it was written before any cue was tried on it: only such texts say how strangers are read. */
  seen: z.boolean(),
  text: z.string(),
  /** Parts that are there; all others are missing. */
  present: z.array(z.string()),
  /** Parts that are named and say nothing. */
  empty: ids,
  /** Rules that must report. */
  findings: ids,
  /** Rules that must be silent. */
  silent: ids,
});

export type LabelledText = z.infer<typeof text>;

/** The labelled texts of a framework in a language; none where nobody wrote any. */
export function readTexts(framework: string, language: string): readonly LabelledText[] {
  const path = join(TEXTS, `${framework}.${language}.yaml`);
  if (!existsSync(path)) return [];
  return z.strictObject({ texts: z.array(text) }).parse(parse(readFileSync(path, 'utf8'))).texts;
}

/** Frameworks that have labelled texts in a language. */
export function labelledFrameworks(language: string): string[] {
  const end = `.${language}.yaml`;
  return readdirSync(TEXTS)
    .filter((name) => name.endsWith(end))
    .map((name) => name.slice(0, -end.length))
    .sort();
}
