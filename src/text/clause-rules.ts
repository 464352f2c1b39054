import { listed, type WordSet } from './forms/lists.js';
import { RESULT_LEADS } from './predicates.js';
import { FORM, type LanguageCode, type Token } from './types.js';

/** A gap between two tokens of a sentence where a clause may open. */
export interface ClausePlace {
  readonly tokens: readonly Token[];
  /** Index of the token that would open the clause. */
  readonly at: number;
  /** Index of the token that opens the clause before the gap. */
  readonly from: number;
  /** Forms of the first word since then; 0 where there is none. */
  readonly opening: number;
  /** Forms of all words since then: to look at them again at each comma would take the square of a long list. */
  readonly seen: number;
  /** True where the sentence is long and has no marks. */
  readonly isLong: boolean;
}

export interface ClauseRule {
  readonly name: string;
  readonly opens: (place: ClausePlace) => boolean;
  /** True where the words before need no predicate, and no mark stands between. */
  readonly afterSetting?: true;
  /** True where a comma or a dash must stand before the gap. */
  readonly afterPause?: true;
}

interface ClauseRules {
  /** In order, all of them. */
  readonly atGap: readonly ClauseRule[];
  /** Those of them that need no gap. */
  readonly afterSetting: readonly ClauseRule[];
}

/**
 * By language, in order; the first that opens a clause names the cut. None opens at «что», «чтобы»,
 * «который», «когда», «если», "that", "because": such clauses belong to the one before.
 */
export const CLAUSE_RULES: Readonly<Record<LanguageCode, ClauseRules>> = {
  ru: inOrder([
    { name: 'setting', opens: (place) => setting(place, SETTING_RU, SUBJECTS_RU), afterSetting: true },
    { name: 'semicolon', opens: afterSemicolon },
    { name: 'colon', opens: afterColon },
    { name: 'which-allowed', opens: whichAllowed, afterPause: true },
    { name: 'perfective-gerund', opens: perfectiveGerund, afterPause: true },
    { name: 'after-gerund', opens: afterGerund, afterPause: true },
    { name: 'therefore', opens: therefore, afterPause: true },
    { name: 'but', opens: (place) => BUT_RU.has(norm(place, 0)), afterPause: true },
    { name: 'and', opens: andRussian, afterPause: true },
    {
      name: 'new-subject',
      opens: (place) => newSubject(place, PRONOUNS_RU, SUBORDINATORS_RU),
      afterPause: true,
    },
    { name: 'and-pronoun', opens: (place) => norm(place, 0) === 'и' && PRONOUNS_RU.has(norm(place, 1)) },
    { name: 'run-on', opens: (place) => runOn(place, RUN_ON_RU, LINKS_RU) },
  ]),
  en: inOrder([
    { name: 'setting', opens: (place) => setting(place, SETTING_EN, SUBJECTS_EN), afterSetting: true },
    { name: 'semicolon', opens: afterSemicolon },
    { name: 'colon', opens: afterColon },
    { name: 'which-result', opens: whichResult, afterPause: true },
    { name: 'resulting', opens: resulting, afterPause: true },
    { name: 'so', opens: so, afterPause: true },
    { name: 'but', opens: (place) => BUT_EN.has(norm(place, 0)), afterPause: true },
    { name: 'and-new-subject', opens: andEnglish, afterPause: true },
    {
      name: 'new-subject',
      opens: (place) => newSubject(place, PRONOUNS_EN, SUBORDINATORS_EN),
      afterPause: true,
    },
    {
      name: 'and-pronoun',
      opens: (place) => JOINERS_EN.has(norm(place, 0)) && PRONOUNS_EN.has(norm(place, 1)),
    },
    { name: 'run-on', opens: (place) => runOn(place, RUN_ON_EN, LINKS_EN) },
  ]),
};

function inOrder(rules: readonly ClauseRule[]): ClauseRules {
  return { atGap: rules, afterSetting: rules.filter(({ afterSetting }) => afterSetting === true) };
}

function norm({ tokens, at }: ClausePlace, offset: number): string {
  return tokens[at + offset]?.norm ?? '';
}

function forms({ tokens, at }: ClausePlace, offset: number): number {
  return tokens[at + offset]?.word?.forms ?? 0;
}

function afterSemicolon(place: ClausePlace): boolean {
  return norm(place, -1) === ';';
}

/**
 * «В прошлой компании, где поддержка не справлялась, мы внедрили …», "At my last company I rebuilt …": where it
 * was stands before who did it, as a situation of its own.
 */
function setting({ tokens, at, from }: ClausePlace, places: RegExp, subjects: WordSet): boolean {
  if (from > 0 || at < 3 || !subjects.has(tokens[at]?.norm ?? '')) return false;
  const opening = tokens
    .slice(0, Math.min(at, LONGEST_PLACE))
    .map(({ norm: word }) => word)
    .join(' ');
  return places.test(opening);
}

/** Tokens from the preposition to the noun of a place: «в одной из наших прошлых компаний». */
const LONGEST_PLACE = 6;
const SETTING_RU =
  /^(?:в|во|на) (?:\S+ ){0,4}(?:компани|фирм|организаци|отдел|банк|мест[ео] работ|работ[еы]|проект|магазин|ресторан|клиник|больниц|школ|агентств|предприяти|завод|стартап|колл-центр)/u;
const SETTING_EN =
  /^(?:in|at|with|for) (?:\S+ ){0,4}(?:company|firm|employer|department|bank|job|role|position|project|shop|store|restaurant|clinic|hospital|school|agency|plant|startup|centre|center|team)(?: |$)/u;
const SUBJECTS_RU = listed('я мы мне нам');
const SUBJECTS_EN = listed('i we');

/** «выявили три проблемы: заявки терялись, …» — the items may carry another part than their head. */
function afterColon(place: ClausePlace): boolean {
  return norm(place, -1) === ':';
}

/** A comma or a dash stands before the gap. */
export function afterPause(place: ClausePlace): boolean {
  return norm(place, -1) === ',' || isDash(place, -1);
}

/** A dash between clauses; a hyphen typed for one has space on both sides. */
function isDash(place: ClausePlace, offset: number): boolean {
  const { tokens, at } = place;
  const dash = tokens[at + offset];
  if (dash?.norm === '—') return true;
  const before = tokens[at + offset - 1];
  const after = tokens[at + offset + 1];
  return dash?.norm === '-' && before?.end !== dash.start && after?.start !== dash.end;
}

const ALLOWED =
  /^(?:позволил|помогл|дал|привел|обеспечил|принесл|сократил|снизил|увеличил|повысил|ускорил|сэкономил|вызвал|решил|спасл|улучшил|уменьшил|избавил|подняло|вернул|стал|сделал)о$|^(?:помогло|принесло|спасло|привело|подняло)$/u;

/** «…, что позволило сократить» — a result told as a consequence. */
function whichAllowed(place: ClausePlace): boolean {
  if (norm(place, 0) !== 'что') return false;
  return (
    ALLOWED.test(norm(place, 1)) ||
    (norm(place, 1) === 'в' && norm(place, 2) === 'итоге') ||
    ALLOWED.test(norm(place, 2))
  );
}

/** «Внедрила шаблоны, сократив время ответа», «…, тем самым снизив отток». */
function perfectiveGerund(place: ClausePlace): boolean {
  if ((place.seen & (FORM.past | FORM.firstPerson)) === 0) return false;
  const isGerund = (offset: number) =>
    (forms(place, offset) & (FORM.gerund | FORM.perfective)) === (FORM.gerund | FORM.perfective);
  if (isGerund(0)) return true;
  return GERUND_LEADS.has(norm(place, 0)) && (isGerund(1) || isGerund(2));
}

/** «Внедрив шаблоны, мне удалось сократить», «Обучив смену, мы закрыли очередь»: the step stands before. */
function afterGerund(place: ClausePlace): boolean {
  const { at, from, opening } = place;
  return (
    norm(place, -1) === ',' &&
    at - from > 2 &&
    (opening & (FORM.gerund | FORM.perfective)) === (FORM.gerund | FORM.perfective) &&
    AFTER_GERUND.has(norm(place, 0))
  );
}

const AFTER_GERUND = listed('я мы мне нам удалось');
const GERUND_LEADS = listed('тем при этом самым существенно значительно полностью заметно вдвое втрое');

/** «, поэтому», «, так что», «, в результате», «, благодаря чему», «, после чего», «— в итоге». */
function therefore(place: ClausePlace): boolean {
  const first = norm(place, 0);
  const second = norm(place, 1);
  if (first === 'поэтому' || first === 'потому' || first === 'следовательно') return second !== 'что';
  return (
    THEREFORE.has(`${first} ${second}`) || (first === 'за' && second === 'счет' && norm(place, 2) === 'чего')
  );
}

const THEREFORE = new Set([
  'так что',
  'в результате',
  'в итоге',
  'благодаря чему',
  'благодаря этому',
  'после чего',
  'из-за чего',
  'и теперь',
  'и сейчас',
  'и в',
  'отчего в',
]);
const BUT_RU = listed('но однако зато а причем');
const PRONOUNS_RU = listed('я мы');
const SUBORDINATORS_RU = listed(
  'когда если пока чтобы что как хотя раз поскольку где кто который которая которые после',
);
const LINKS_RU = listed(
  'что чтобы как когда если пока где который которая которые потому и а но или чем хотя раз ли',
);
const RUN_ON_RU = listed('я мы мне нам теперь сейчас потом затем поэтому итог задача надо нужно');

/** «Клиент вернулся, и отток снизился»: a comma before «и» parts two subjects. */
function andRussian(place: ClausePlace): boolean {
  return norm(place, 0) === 'и' && !SUBORDINATORS_RU.has(norm(place, 1));
}

/** «Клиент молчал, я позвонила»; not after «Когда клиент ушёл, я …», where the main clause only begins. */
function newSubject(place: ClausePlace, pronouns: WordSet, subordinators: WordSet): boolean {
  if (!pronouns.has(norm(place, 0))) return false;
  const { tokens, at, from } = place;
  // Marks and joining words before the subordinator do not hide it: «, но когда …, я».
  for (let index = from; index < Math.min(at, from + 3); index += 1) {
    if (subordinators.has(tokens[index]?.norm ?? '')) return false;
  }
  return true;
}

/** A long sentence without commas opens a clause at a pronoun, as long as no link leads to it. */
function runOn(place: ClausePlace, openers: WordSet, links: WordSet): boolean {
  const { at, from, isLong, tokens } = place;
  return (
    isLong &&
    at - from >= 3 &&
    at < tokens.length - 2 &&
    openers.has(norm(place, 0)) &&
    !links.has(norm(place, -1))
  );
}

const BUT_EN = listed('but yet however');
const PRONOUNS_EN = listed(
  "i i'm i've i'd i'll we we're we've we'd we'll he he's he'd he'll she she's she'd she'll they they're they've they'd they'll it it's it'd it'll",
);
const JOINERS_EN = listed('and so but');
const SUBORDINATORS_EN = listed(
  'when while after before as since if because once although though that whenever until by during in at on for with given',
);
const LINKS_EN = listed(
  'that when if because than and what who which how where why while until before after as or but since so to',
);
const RUN_ON_EN = listed('i we they he she now then so finally afterwards');

/** "…, which cut waiting time in half"; "which was …" only describes. */
function whichResult(place: ClausePlace): boolean {
  if (norm(place, 0) !== 'which') return false;
  const first = forms(place, 1);
  const second = forms(place, 2);
  if ((first & FORM.copula) !== 0) return false;
  return (
    (first & FORM.past) !== 0 ||
    ((second & FORM.past) !== 0 && norm(place, 1).length > 3) ||
    norm(place, 1) === 'means'
  );
}

const RESULTING =
  listed(`resulting leading bringing allowing enabling making preventing getting winning earning freeing meaning helping keeping
  giving securing achieving turning lifting pushing taking avoiding generating delivering landing`);

/** "…, resulting in", "…, cutting the queue by half", "…, thereby saving". */
function resulting(place: ClausePlace): boolean {
  const offset = RESULT_LEADS.has(norm(place, 0)) ? 1 : 0;
  if (RESULTING.has(norm(place, offset))) return true;
  const both = FORM.ing | FORM.change;
  return (forms(place, offset) & both) === both;
}

/** ", so I called", ", therefore we"; "so that" and "so far" carry on. */
function so(place: ClausePlace): boolean {
  const first = norm(place, 0);
  if (first === 'therefore') return true;
  return first === 'so' && !['that', 'far', 'much', 'many', 'as', 'on'].includes(norm(place, 1));
}

/** ", and the client signed"; ", and called them" goes on with the same subject. */
function andEnglish(place: ClausePlace): boolean {
  if (norm(place, 0) !== 'and') return false;
  const offset =
    norm(place, 1).endsWith('ly') || norm(place, 1) === 'then' || norm(place, 1) === 'also' ? 2 : 1;
  if (SUBORDINATORS_EN.has(norm(place, offset))) return true;
  return (forms(place, offset) & (FORM.past | FORM.base | FORM.ing)) === 0;
}
