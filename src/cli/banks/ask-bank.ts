import type { BankDraft, DraftTexts } from '../../content/bank-source.js';
import { KINDS, STAGES } from '../../content/interview.js';
import { localText } from '../../content/localized.js';
import { id as idSchema, prose } from '../../content/text-schema.js';
import type { Numbers } from '../../content/types.js';
import { ownPatternFault } from '../../text/own-patterns.js';
import type { LanguageCode } from '../../text/types.js';
import type { CommandContext } from '../context.js';

/** Asks a person; each way gives null where it was left. */
export interface Asker {
  /** @param fault what is wrong with the line; null: nothing */
  readonly line: (
    message: string,
    options: { readonly preset: string | null; readonly fault: (line: string) => string | null },
  ) => Promise<string | null>;
  readonly one: <T extends string>(
    message: string,
    items: readonly { readonly value: T; readonly name: string }[],
  ) => Promise<T | null>;
}

const NUMBERS = ['required', 'welcome', 'none'] as const satisfies readonly Numbers[];
/** Stands for no framework in a menu. */
const FREE = 'free';

/** Thrown and caught in this file alone: the person has left. */
const LEFT = Symbol('left');

/**
 * Asks for a role and its first question.
 *
 * @param refuse what speaks against a role whose name is fine; null: nothing
 * @returns null where it was left
 */
export async function askBank(
  context: CommandContext,
  asker: Asker,
  refuse: (role: string) => string | null,
): Promise<BankDraft | null> {
  try {
    return await draftOf(context, asker, refuse);
  } catch (error) {
    if (error === LEFT) return null;
    throw error;
  }
}

async function draftOf(
  context: CommandContext,
  asker: Asker,
  refuse: (role: string) => string | null,
): Promise<BankDraft> {
  const { t } = context;
  const ask = questionsOf(context, asker);
  const role = await ask.line(t('new-bank.role'), null, (typed) => idFault(typed, t) ?? refuse(typed.trim()));
  const languages = await askLanguages(ask, context);
  const name = await ask.texts('name', languages);
  const question = await askQuestion(ask, role, languages, context);
  const criteria = await askCriteria(ask, languages, context);
  const hint = await ask.texts('hint', languages);
  return { role, name, question: { ...question, criteria, hint } };
}

type Questions = ReturnType<typeof questionsOf>;

/** The ways to ask; whoever leaves ends the whole ({@link LEFT}). */
function questionsOf(context: CommandContext, asker: Asker) {
  const { t } = context;
  const said = <T>(answer: T | null): T => {
    if (answer === null) throw LEFT;
    return answer;
  };
  const line = async (message: string, preset: string | null, fault: (typed: string) => string | null) =>
    said(await asker.line(message, { preset, fault })).trim();
  const one = async <T extends string>(key: string, values: readonly T[], name: (value: T) => string) =>
    said(
      await asker.one(
        t(`new-bank.${key}`),
        values.map((value) => ({ value, name: name(value) })),
      ),
    );
  /** The same in each language of the bank. */
  const texts = async (key: string, languages: readonly LanguageCode[]): Promise<DraftTexts> => {
    const given: Record<string, string> = {};
    for (const code of languages)
      given[code] = await line(
        t(`new-bank.${key}`, { language: languageName(code, context) }),
        null,
        (typed) => textFault(typed, t),
      );
    return given;
  };
  return { line, one, texts };
}

async function askLanguages(ask: Questions, context: CommandContext): Promise<readonly LanguageCode[]> {
  const known = context.content.index.interfaceLanguages;
  const all = known.join(' ');
  const chosen = await ask.one('languages', [all, ...known], (codes) =>
    codes === all ? context.t('new-bank.every-language') : languageName(codes, context),
  );
  return chosen.split(' ');
}

async function askQuestion(
  ask: Questions,
  role: string,
  languages: readonly LanguageCode[],
  context: CommandContext,
) {
  const { content, t, language } = context;
  const text = await ask.texts('question', languages);
  const taken = (typed: string) =>
    content.question(typed.trim()) === null ? null : t('new-bank.id-taken', { id: typed.trim() });
  const id = await ask.line(t('new-bank.id'), `${role}-1`, (typed) => idFault(typed, t) ?? taken(typed));
  const stage = await ask.one('stage', STAGES, (value) => t(`content.stage.${value}`));
  const kind = await ask.one('kind', KINDS, (value) => t(`content.kind.${value}`));
  const framework = await ask.one('framework', frameworkOrder(content.index.frameworks), (value) =>
    value === FREE ? t('new-bank.free') : localText(content.framework(value).name, language),
  );
  const numbers = await ask.one('numbers', NUMBERS, (value) => t(`content.numbers.${value}`));
  return { id, text, stage, kind, framework: framework === FREE ? null : framework, numbers };
}

/** What the interviewer listens for, one thing after the other until an empty line. */
async function askCriteria(ask: Questions, languages: readonly LanguageCode[], context: CommandContext) {
  const { t } = context;
  const [first = 'en', ...others] = languages;
  const criteria: BankDraft['question']['criteria'][number][] = [];
  for (;;) {
    const number = criteria.length + 1;
    const line = (key: string, code: LanguageCode, fault: (typed: string) => string | null) =>
      ask.line(t(`new-bank.${key}`, { language: languageName(code, context), number }), null, fault);
    const text: Record<string, string> = {};
    text[first] = await line('criterion', first, (typed) =>
      typed.trim() === '' ? null : textFault(typed, t),
    );
    if (text[first] === '') return criteria;
    for (const code of others)
      text[code] = await line('same-criterion', code, (typed) => textFault(typed, t));
    const cues: Record<string, readonly string[]> = {};
    for (const code of languages)
      cues[code] = patternsIn(await line('cues', code, (typed) => cueFault(typed, t)));
    criteria.push({ id: `criterion-${number}`, text, cues });
  }
}

function languageName(code: LanguageCode, { content, language }: CommandContext): string {
  const model = content.languageModels().find((known) => known.code === code);
  return model ? localText(model.name, language) : code;
}

function idFault(line: string, t: CommandContext['t']): string | null {
  return idSchema.safeParse(line.trim()).success ? null : t('new-bank.no-id');
}

function textFault(line: string, t: CommandContext['t']): string | null {
  return prose.safeParse(line).success ? null : t('new-bank.needed');
}

/** The commonest structure first, none last. */
function frameworkOrder(frameworks: readonly string[]): string[] {
  return [...frameworks.filter((id) => id === 'star'), ...frameworks.filter((id) => id !== 'star'), FREE];
}

function patternsIn(line: string): string[] {
  return line
    .split(';')
    .map((pattern) => pattern.trim())
    .filter((pattern) => pattern !== '');
}

function cueFault(line: string, t: CommandContext['t']): string | null {
  const patterns = patternsIn(line);
  if (patterns.length === 0) return t('new-bank.needed');
  const unfit = textFault(line, t);
  if (unfit !== null) return unfit;
  for (const pattern of patterns) {
    const found = ownPatternFault(pattern);
    if (found !== null) return t(`content.pattern.${found.fault}`, { value: pattern, ...found.values });
  }
  return null;
}
