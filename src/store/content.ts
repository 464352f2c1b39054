import type { Guide, GuideSummary } from '../content/guide-types.js';
import type { Messages } from '../content/messages.js';
import type {
  Bank,
  Framework,
  LanguageModel,
  Localized,
  PackedWeights,
  Preset,
  Question,
  RuleData,
  Subjects,
} from '../content/types.js';
import type { PhraseIndex } from '../rules/phrase-finder.js';
import type { LanguageCode, RunOnWeights } from '../text/types.js';
import { type BareBank, type SamplesOfBank, withSamples } from './bank-samples.js';
import { openPieces } from './content-file.js';
import { readPlain } from './plain-text.js';
import { type BareRule, type TextsOfRules, withTexts } from './rule-texts.js';

/** A bank as lists show it. */
export interface BankSummary {
  readonly role: string;
  readonly name: Localized;
  /** Ids of its questions, in order. */
  readonly questions: readonly string[];
}

/** Names of all content, small enough to load at every start. */
export interface ContentIndex {
  readonly interfaceLanguages: readonly string[];
  readonly answerLanguages: readonly string[];
  readonly frameworks: readonly string[];
  readonly banks: readonly BankSummary[];
}

/** Compiled content, each piece read from disk at its first use. */
export interface ContentStore {
  readonly index: ContentIndex;
  /**
   * All texts of the interface.
   *
   * @throws Error where `code` is none of `index.interfaceLanguages`
   */
  messages(code: string): Messages;
  /** Those among them that `check`, `lint` and help say: a start reads no others. */
  firstMessages(code: string): Messages;
  /** @throws Error where `id` is none of `index.frameworks` */
  framework(id: string): Framework;
  /** Those of `index.answerLanguages`, in this order. */
  languageModels(): readonly LanguageModel[];
  rules(): readonly RuleData[];
  /** How the phrases of all rules open; null where these are not the rules that ship, or in no known language. */
  phrases(language: LanguageCode): PhraseIndex | null;
  presets(): readonly Preset[];
  /** Null for a role that has no bank. */
  bank(role: string): Bank | null;
  /** A question of any shipped bank; null where the id is unknown. */
  question(id: string): Question | null;
  /** Every guide of every role, in the order they are read. */
  guides(): readonly GuideSummary[];
  /** Null where the role has no guide on the topic. */
  guide(role: string, topic: string): Guide | null;
}

/**
 * Opens compiled content. Nothing is read yet: each piece is read when first asked for, and throws then if it is absent
 * or damaged.
 *
 * @param folder the compiled content: `dist/content` of the package
 */
export function openContent(folder: string): ContentStore {
  const { read, bytes } = openPieces(folder);
  const pieces = new Map<string, unknown>();
  const piece = <T>(name: string): T => {
    if (!pieces.has(name)) pieces.set(name, read(name));
    return pieces.get(name) as T;
  };
  let models: readonly LanguageModel[] | undefined;
  let rules: readonly RuleData[] | undefined;
  const banks = new Map<string, Bank>();
  const messages = new Map<string, Messages>();
  const store: ContentStore = {
    get index() {
      return piece<ContentIndex>('index');
    },
    messages: (code) => {
      let texts = messages.get(code);
      if (texts === undefined) {
        texts = { ...store.firstMessages(code), ...piece<Messages>(`more-messages.${code}`) };
        messages.set(code, texts);
      }
      return texts;
    },
    firstMessages: (code) => piece(`first-messages.${code}`),
    framework: (id) => piece(`framework.${id}`),
    languageModels: () => {
      models ??= store.index.answerLanguages.map((code) =>
        lazyModel(code, {
          language: () => piece(`language.${code}`),
          runOn: () => piece(`run-on.${code}`),
          subjects: () => piece<Subjects | null>(`subjects.${code}`) ?? undefined,
          bytes,
        }),
      );
      return models;
    },
    rules: () => {
      rules ??= withTexts(piece<readonly BareRule[]>('rules'), () => piece<TextsOfRules>('rule-texts'));
      return rules;
    },
    phrases: (language) =>
      store.index.answerLanguages.includes(language) ? piece(`phrases.${language}`) : null,
    presets: () => piece('presets'),
    bank: (role) => {
      if (!store.index.banks.some((bank) => bank.role === role)) return null;
      let bank = banks.get(role);
      if (bank === undefined) {
        bank = withSamples(piece<BareBank>(`bank.${role}`), () => piece<SamplesOfBank>(`samples.${role}`));
        banks.set(role, bank);
      }
      return bank;
    },
    question: (id) => {
      const home = store.index.banks.find((bank) => bank.questions.includes(id));
      return home ? (store.bank(home.role)?.questions.find((question) => question.id === id) ?? null) : null;
    },
    guides: () => piece('guides'),
    guide: (role, topic) =>
      piece<readonly Guide[]>('guide-pages').find((guide) => guide.role === role && guide.topic === topic) ??
      null,
  };
  return store;
}

/** Weights as the JSON has them: in the place of bytes stands the name of a piece. */
interface StoredWeights extends Omit<PackedWeights, 'packed'> {
  readonly packed: Omit<PackedWeights['packed'], 'names' | 'values'> & {
    readonly names: string;
    readonly values: string;
  };
}

interface StoredLanguage extends Omit<LanguageModel, 'weights' | 'runOn'> {
  readonly weights: Readonly<Record<string, StoredWeights>>;
  readonly runOn?: Omit<RunOnWeights, 'features'>;
}

/** What a language lies in: each reads its piece, or what was read of it before. */
interface LanguagePieces {
  readonly language: () => StoredLanguage;
  /** All weights of run-ons. */
  readonly runOn: () => RunOnWeights;
  /** What answers speak of; undefined where that is not known of the language. */
  readonly subjects: () => Subjects | undefined;
  /** A piece that is no JSON. */
  readonly bytes: (name: string) => Buffer;
}

/** A language that is read from disk when more than its code is asked for: an answer needs one of them. */
function lazyModel(code: string, pieces: LanguagePieces): LanguageModel {
  const load = pieces.language;
  let weights: LanguageModel['weights'] | undefined;
  let runOn: LanguageModel['runOn'];
  const readWeights = ({ packed, ...rest }: StoredWeights): PackedWeights => ({
    ...rest,
    packed: { ...packed, names: readPlain(pieces.bytes(packed.names)), values: pieces.bytes(packed.values) },
  });
  return {
    code,
    get name() {
      return load().name;
    },
    get cues() {
      return load().cues;
    },
    get weights() {
      weights ??= Object.fromEntries(
        Object.entries(load().weights).map(([framework, stored]) => [framework, readWeights(stored)]),
      );
      return weights;
    },
    get speechRate() {
      return load().speechRate;
    },
    get stock() {
      return load().stock;
    },
    get habitual() {
      return load().habitual;
    },
    get aims() {
      return load().aims;
    },
    get runOn() {
      const stored = load().runOn;
      if (stored === undefined) return undefined;
      runOn ??= {
        ...stored,
        // Nine tenths of the names are asked for in texts without commas only.
        get features() {
          return pieces.runOn().features;
        },
      };
      return runOn;
    },
    get subjects() {
      return pieces.subjects();
    },
    get indexes() {
      return load().indexes;
    },
  };
}

/**
 * The content plus banks of your own. A bank for a role that ships adds its questions to that role; a question
 * with the id of a shipped one replaces it.
 */
export function withBanks(content: ContentStore, own: readonly Bank[]): ContentStore {
  if (own.length === 0) return content;
  const ownQuestions = new Map(
    own.flatMap(({ questions }) => questions.map((question) => [question.id, question])),
  );
  const banks = new Map<string, Bank>();
  for (const bank of own) {
    const before = banks.get(bank.role) ?? content.bank(bank.role);
    const kept =
      before?.questions.filter(({ id }) => !bank.questions.some((question) => question.id === id)) ?? [];
    banks.set(bank.role, { ...bank, questions: [...kept, ...bank.questions] });
  }
  const ownSummaries = [...banks.values()].map(({ role, name, questions }) => ({
    role,
    name,
    questions: questions.map(({ id }) => id),
  }));
  const shipped = content.index.banks.filter(({ role }) => !banks.has(role));
  const index = { ...content.index, banks: [...shipped, ...ownSummaries] };
  return {
    ...content,
    index,
    bank: (role) => banks.get(role) ?? content.bank(role),
    question: (id) => ownQuestions.get(id) ?? content.question(id),
  };
}
