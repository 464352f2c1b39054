import * as z from 'zod';
import type { LanguageCode } from '../text/types.js';
import type { Message } from './messages.js';

/** Messages as they are written: maps in maps, down to texts and maps of plural categories. */
export interface MessageTree {
  readonly [key: string]: string | MessageTree;
}

/** One file of `data/messages/`. */
export const messagesSchema: z.ZodType<MessageTree> = z.record(
  z.string(),
  z.lazy(() => z.union([z.string().regex(/\S/, 'content.blank'), messagesSchema])),
);

const PLURAL_CATEGORIES: ReadonlySet<string> = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);

/** Joins the keys of nested maps by dots; a map of plural categories is a message and stays whole. */
export function flattenMessages(tree: MessageTree, prefix = ''): Record<string, Message> {
  const flat: Record<string, Message> = {};
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string' || Object.keys(value).every((name) => PLURAL_CATEGORIES.has(name)))
      flat[prefix + key] = value as Message;
    else Object.assign(flat, flattenMessages(value, `${prefix}${key}.`));
  }
  return flat;
}

/** A key, what is wrong with it, and the details: a text of `content.messages`. */
export interface MessageFault {
  readonly key: string;
  readonly fault: 'absent' | 'unknown' | 'names' | 'plural';
  readonly detail: string;
}

/**
 * Compares a translation with the texts it translates: same keys, same `{names}`, and every plural category
 * that its language has (the rules of CLDR).
 */
export function compareMessages(
  original: Readonly<Record<string, Message>>,
  translation: Readonly<Record<string, Message>>,
  language: LanguageCode,
): MessageFault[] {
  const faults: MessageFault[] = [];
  for (const [key, message] of Object.entries(original)) {
    const other = translation[key];
    if (other === undefined) faults.push({ key, fault: 'absent', detail: '' });
    else if (namesOf(other) !== namesOf(message))
      faults.push({ key, fault: 'names', detail: namesOf(message) || '—' });
  }
  for (const [key, message] of Object.entries(translation)) {
    if (!(key in original)) faults.push({ key, fault: 'unknown', detail: '' });
    const absent = absentCategories(message, language);
    if (absent.length > 0) faults.push({ key, fault: 'plural', detail: absent.join(', ') });
  }
  return faults;
}

/** `{count}, {path}`: the names of all plural forms together, sorted. */
function namesOf(message: Message): string {
  const texts = typeof message === 'string' ? [message] : Object.values(message);
  const names = texts.flatMap((text) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name));
  return [...new Set(names)].sort().join(', ');
}

function absentCategories(message: Message, language: LanguageCode): string[] {
  if (typeof message === 'string') return [];
  return new Intl.PluralRules(language)
    .resolvedOptions()
    .pluralCategories.filter((category) => message[category] === undefined);
}
