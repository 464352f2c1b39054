import type { BankDraft, Texts } from '../../content/bank-source.js';
import { KINDS, STAGES } from '../../content/interview.js';
import { id, prose } from '../../content/text-schema.js';
import type { Numbers } from '../../content/types.js';
import { patternFault } from '../../text/pattern-faults.js';
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
  { content, t, language }: CommandContext,
  asker: Asker,
  refuse: (role: string) => string | null,
): Promise<BankDraft> {
  const said = <T>(answer: T | null): T => {
    if (answer === null) throw LEFT;
    return answer;
  };
  const one = async <T extends string>(key: string, values: readonly T[], name: (value: T) => string) =>
    said(
      await asker.one(
        t(`new-bank.${key}`),
        values.map((value) => ({ value, name: name(value) })),
      ),
    );
  const idFault = (line: string) => (id.safeParse(line.trim()).success ? null : t('new-bank.no-id'));
  const line = async (message: string, preset: string | null, fault: (line: string) => string | null) =>
    said(await asker.line(message, { preset, fault })).trim();

  const role = await line(t('new-bank.role'), null, (typed) => idFault(typed) ?? refuse(typed.trim()));
  const known = content.index.interfaceLanguages;
  const all = known.join(' ');
  const chosen = await one('languages', [all, ...known], (codes) =>
    codes === all ? t('new-bank.every-language') : languageName(codes),
  );
  const languages = chosen.split(' ');
  function languageName(code: LanguageCode): string {
    return content.languageModels().find((model) => model.code === code)?.name[language] ?? code;
  }
  /** The same in each language of the bank. */
  const texts = async (key: string): Promise<Texts> => {
    const given: Record<string, string> = {};
    for (const code of languages)
      given[code] = await line(t(`new-bank.${key}`, { language: languageName(code) }), null, (typed) =>
        prose.safeParse(typed).success ? null : t('new-bank.needed'),
      );
    return given;
  };
  const name = await texts('name');
  const text = await texts('question');
  const question = {
    id: await line(
      t('new-bank.id'),
      `${role}-1`,
      (typed) =>
        idFault(typed) ??
        (content.question(typed.trim()) === null ? null : t('new-bank.id-taken', { id: typed.trim() })),
    ),
    text,
    stage: await one('stage', STAGES, (stage) => t(`content.stage.${stage}`)),
    kind: await one('kind', KINDS, (kind) => t(`content.kind.${kind}`)),
    framework: await one('framework', frameworkOrder(content.index.frameworks), (framework) =>
      framework === FREE ? t('new-bank.free') : (content.framework(framework).name[language] ?? framework),
    ),
    numbers: await one('numbers', NUMBERS, (numbers) => t(`content.numbers.${numbers}`)),
  };
  const criteria = [];
  for (;;) {
    const [first = 'en', ...others] = languages;
    const ask = (key: string, code: string, fault: (typed: string) => string | null) =>
      line(t(`new-bank.${key}`, { language: languageName(code), number: criteria.length + 1 }), null, fault);
    const wording: Record<string, string> = {};
    wording[first] = await ask('criterion', first, (typed) =>
      typed.trim() === '' || prose.safeParse(typed).success ? null : t('new-bank.needed'),
    );
    if (wording[first] === '') break;
    for (const code of others)
      wording[code] = await ask('same-criterion', code, (typed) =>
        prose.safeParse(typed).success ? null : t('new-bank.needed'),
      );
    const cues: Record<string, readonly string[]> = {};
    for (const code of languages)
      cues[code] = patternsIn(await ask('cues', code, (typed) => cueFault(typed, t)));
    criteria.push({ id: `criterion-${criteria.length + 1}`, text: wording, cues });
  }
  const hint = await texts('hint');
  const framework = question.framework === FREE ? null : question.framework;
  return { role, name, question: { ...question, framework, criteria, hint } };
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
  if (patterns.length === 0 || !prose.safeParse(line).success) return t('new-bank.needed');
  for (const pattern of patterns) {
    const fault = patternFault(pattern);
    if (fault !== null) return t(`content.pattern.${fault}`, { value: pattern });
  }
  return null;
}
