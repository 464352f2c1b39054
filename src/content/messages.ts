import type { LanguageCode } from '../text/types.js';

/** A text, or one text per plural category of the language (`one`, `few`, `many`, `other`). */
export type Message = string | Readonly<Record<string, string>>;

/** Texts of the interface in one language: `data/messages/<code>.yaml`, keys joined by dots. */
export type Messages = Readonly<Record<string, Message>>;

export type MessageValues = Readonly<Record<string, string | number>>;

/**
 * The text of a key with `{names}` filled in. Where the message has plural forms, the value `count`
 * chooses among them.
 */
export type Translate = (key: string, values?: MessageValues) => string;

/** Replaces `{name}` by the value of that name; a name without a value stays as it is. */
export function fill(template: string, values: MessageValues = {}): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/**
 * @param messages texts of one language
 * @param language for the plural rules of CLDR
 * @param all loads the texts among which one is sought that `messages` lacks
 * @throws Error on a key that does not exist: a fault of ours, not of the user's
 */
export function translator(
  messages: Messages,
  language: LanguageCode,
  all: () => Messages = () => messages,
): Translate {
  let plurals: Intl.PluralRules | undefined;
  return (key, values = {}) => {
    const message = messages[key] ?? all()[key];
    if (message === undefined) throw new Error(`no message '${key}' in '${language}'`);
    if (typeof message === 'string') return fill(message, values);
    plurals ??= new Intl.PluralRules(language);
    const form = message[plurals.select(Number(values.count))] ?? message.other;
    if (form === undefined) throw new Error(`message '${key}' in '${language}' has no form 'other'`);
    return fill(form, values);
  };
}
