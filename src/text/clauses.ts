import { readSubject } from './forms/index.js';
import type { Clause, LanguageCode, Token } from './types.js';

/** Cuts the tokens of one sentence, heading left out, into clauses; empty for no tokens. */
export function cutClauses(tokens: readonly Token[], language: LanguageCode | null): readonly Clause[] {
  const first = tokens[0];
  const last = tokens.at(-1);
  if (first === undefined || last === undefined) return [];
  return [
    {
      start: first.start,
      end: last.end,
      tokens,
      continues: false,
      ...readSubject(tokens, language),
      forms: unionOfForms(tokens),
      cutBy: 'sentence',
    },
  ];
}

function unionOfForms(tokens: readonly Token[]): number {
  let forms = 0;
  for (const { word } of tokens) forms |= word?.forms ?? 0;
  return forms;
}
