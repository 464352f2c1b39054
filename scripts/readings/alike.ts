import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { LanguageCode } from '../../src/text/types.js';

/** Questions of the corpus, by their words. */
type Asked = Readonly<Record<LanguageCode, readonly string[]>>;

interface AlikeFile {
  /** Those that ask the same as questions of the banks. */
  readonly alike: readonly (Asked & { readonly questions: readonly string[] })[];
  /** Those that only look so, and why. */
  readonly apart: readonly (Asked & { readonly reason: string })[];
}

export const ALIKE = parse(readFileSync('scripts/readings/alike.yaml', 'utf8')) as AlikeFile;

const idsOf = new Map<string, string[]>();
for (const { questions, ...asked } of ALIKE.alike)
  for (const [language, texts] of Object.entries(asked))
    for (const text of texts) {
      const key = `${language} ${text}`;
      idsOf.set(key, [...(idsOf.get(key) ?? []), ...questions]);
    }

/** Ids of the questions of the banks that an answer to a question of the corpus answers, too. */
export function alike(asked: string, language: LanguageCode): readonly string[] {
  return idsOf.get(`${language} ${asked}`) ?? [];
}
