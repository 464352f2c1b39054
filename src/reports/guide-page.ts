import type { Guide } from '../content/guide-types.js';
import { localText } from '../content/localized.js';
import type { Translate } from '../content/messages.js';
import type { LanguageCode } from '../text/types.js';

/** A guide with what this reader has ticked off. */
export interface GuidePage {
  readonly guide: Guide;
  /** Ids of ticked items. */
  readonly ticked: ReadonlySet<string>;
}

export interface GuidePageOptions {
  readonly language: LanguageCode;
  readonly t: Translate;
  /** The role as people call it. */
  readonly role: string;
}

/** A fact with the year it was true of. */
export function factText(
  { text, year }: Guide['facts'][number],
  { language, t }: Pick<GuidePageOptions, 'language' | 't'>,
): string {
  const words = localText(text, language);
  return year === null ? words : t('guide.in-year', { fact: words.replace(/\.$/, ''), year: String(year) });
}

/** A text whose commands stand between backticks, each piece written in its way. */
export function withCode(
  text: string,
  { plain, code }: Readonly<Record<'plain' | 'code', (piece: string) => string>>,
): string {
  return text
    .split('`')
    .map((piece, at) => (at % 2 === 0 ? plain(piece) : code(piece)))
    .join('');
}

/** `Checklist: 3 of 8`. */
export function checklistProgress({ guide, ticked }: GuidePage, t: Translate): string {
  return t('guide.progress', { done: doneOf({ guide, ticked }), of: guide.checklist.length });
}

function doneOf({ guide, ticked }: GuidePage): number {
  return guide.checklist.filter(({ id }) => ticked.has(id)).length;
}

/**
 * The words of the command that rehearses the questions of a guide, and the key of the words above it; null where it
 * points to none.
 */
export function rehearsalCommand({
  role,
  topic,
  questions,
}: Guide): { readonly key: string; readonly words: readonly string[] } | null {
  const [first] = questions;
  if (first === undefined) return null;
  // Not every role has questions of every stage.
  if (questions.some(({ stage }) => stage === topic))
    return { key: 'guide.rehearse', words: ['practice', role, '--stage', topic] };
  const key = questions.length === 1 ? 'guide.rehearse-one' : 'guide.rehearse-first';
  return { key, words: ['practice', role, '--question', first.id] };
}
