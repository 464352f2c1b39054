import type { LanguageCode, Subject, Token } from '../types.js';
import { ENGLISH } from './en.js';
import { RUSSIAN } from './ru.js';

/** Who acts in a clause, and the verb that shows it. */
export interface SubjectReading {
  readonly subject: Subject;
  readonly verb: Token | null;
}

/** What a language brings beside its stemmer. */
export interface LanguageForms {
  /** Bits of `FORM` that the spelling allows. */
  readonly formsOf: (norm: string) => number;
  /**
   * @param tokens of one clause, heading and list marker left out
   * @param forms bits that any of them has
   */
  readonly readSubject: (tokens: readonly Token[], forms: number) => SubjectReading;
}

/** A language without an entry has no forms, and its clauses have no subject. */
const LANGUAGES: Readonly<Record<LanguageCode, LanguageForms>> = { ru: RUSSIAN, en: ENGLISH };

/**
 * Bits of {@link FORM} that a spelling may be, all of them where it is ambiguous; 0 in a language without forms.
 *
 * @param norm lower case, ё as е, apostrophes as `'`
 */
export function formsOf(norm: string, language: LanguageCode | null): number {
  return (language !== null && LANGUAGES[language]?.formsOf(norm)) || 0;
}

/**
 * Who acts in a clause; nobody in a language without forms.
 *
 * @param tokens of one clause, heading and list marker left out
 * @param forms bits that any of them has
 */
export function readSubject(
  tokens: readonly Token[],
  forms: number,
  language: LanguageCode | null,
): SubjectReading {
  const known = language === null ? undefined : LANGUAGES[language];
  return known?.readSubject(tokens, forms) ?? { subject: 'none', verb: null };
}
