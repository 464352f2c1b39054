import { isParticiple, isPast } from '../../text/forms/en/verbs.js';
import { listed } from '../../text/forms/lists.js';
import { isInfinitive } from '../../text/forms/ru/nonfinite.js';
import { pastOf } from '../../text/forms/ru/past.js';
import { type Cell, cellAt, type Line } from './line.js';

/**
 * The word counted, as typed, where it may begin at a cell; adjectives before it are passed over («11 сеньорских
 * позиций», "12 open tickets"); null where a verb or a function word stands there («640 ушёл», "32 left").
 *
 * @param one true where one is counted: its noun is no plural
 */
export function nounAt(line: Line, at: number, one: boolean): string | null {
  const next = cellAt(line, at);
  if (next.sentence !== cellAt(line, at - 1).sentence || !isNoun(next)) return null;
  const noun = next.norm.charCodeAt(0) >= 0x400 ? nounRu(line, at) : nounEn(line, at, one);
  return noun === null ? null : line.text.slice(noun.start, noun.end);
}

/** A word as the noun of a nought: "not one order"; null for "not one of". */
export function countedWord(line: Line, cell: Cell): string | null {
  return isNoun(cell) ? line.text.slice(cell.start, cell.end) : null;
}

const NOUN = /^[a-zа-я][a-zа-я'-]+$/u;

function isNoun({ kind, norm }: Cell): boolean {
  return kind === 'word' && NOUN.test(norm) && !FUNCTION_WORDS.has(norm);
}

/** Words among which a noun is looked for: two adjectives and the noun. */
const REACH = 3;

/** «двух новых корпоративных клиентов»: the first word that is no adjective, or the last that is one. */
function nounRu(line: Line, at: number): Cell | null {
  let noun = cellAt(line, at);
  if (isVerbRu(noun.norm)) return null;
  for (let i = at + 1; i < at + REACH && (isAdjectiveRu(noun.norm) || DEGREES.has(noun.norm)); i++) {
    const then = cellAt(line, i);
    if (then.sentence !== noun.sentence || !isNoun(then) || isVerbRu(then.norm)) break;
    noun = then;
  }
  return DEGREES.has(noun.norm) ? null : noun;
}

/** «пять самых крупных клиентов» */
const DEGREES = listed('самых самым самыми самые наиболее очень особо');

function isAdjectiveRu(norm: string): boolean {
  return norm.length > 3 && ADJECTIVE_RU.test(norm);
}

/** «решение», «замечания» and «сценарий» are nouns: «-ние» is an adjective's only after a consonant. */
const ADJECTIVE_RU =
  /(?:ых|их|ая|ую|ые|[кгхжшчщ]ие|[^аеиоуыэюя]ние|[ыи]ми|ым|[кгхшчщ]им|ый|ого|его|ому|ему)$/u;

/**
 * "12 open tickets", "four time zones": what is counted stands in the plural, and words before it tell which.
 * Of one thing, or where no plural follows, it is the next word, or the one after an adjective that is known.
 */
function nounEn(line: Line, at: number, one: boolean): Cell | null {
  const next = cellAt(line, at);
  const then = cellAt(line, at + 1);
  if (isPast(next.norm) || isParticiple(next.norm)) {
    // Whoever closed or left did it; crates that are damaged are still crates.
    const described = (next.norm.endsWith('ed') || isParticiple(next.norm)) && isNoun(then);
    return described && isPlural(then.norm) ? then : null;
  }
  const singular = one || ARTICLES.has(cellAt(line, at - 2).norm);
  const plural = singular ? null : pluralFrom(line, at);
  if (plural !== null) return plural;
  return DESCRIBING.has(next.norm) && then.sentence === next.sentence && isNoun(then) && !isActEn(then.norm)
    ? then
    : next;
}

/** "a 12 person team" */
const ARTICLES = new Set(['a', 'an']);

function pluralFrom(line: Line, at: number): Cell | null {
  for (let i = at; i < at + REACH; i++) {
    const cell = cellAt(line, i);
    if (cell.sentence !== cellAt(line, at).sentence || !isNoun(cell) || isAmount(cell)) return null;
    if (i > at && isActEn(cell.norm) && !cell.norm.endsWith('ed')) return null;
    if (isPlural(cell.norm) && !(TELLING_WHICH.has(cell.norm) && isNoun(cellAt(line, i + 1)))) return cell;
  }
  return null;
}

/** "double rooms", "second homes" go on with the noun. */
function isAmount({ number }: Cell): boolean {
  return number !== null && number.is !== 'multiple' && number.is !== 'ordinal';
}

function isPlural(norm: string): boolean {
  return PLURAL.test(norm) || PLURALS.has(norm);
}

const PLURAL = /[^sui']s$/u;
const PLURALS = listed(
  'people men women children staff feet teeth mice geese sheep fish aircraft crew personnel',
);
/** "40 sales calls" */
const TELLING_WHICH = listed('sales operations systems customs goods sports news logistics savings');

function isActEn(norm: string): boolean {
  return isPast(norm) || isParticiple(norm);
}

function isVerbRu(norm: string): boolean {
  return pastOf(norm) !== 0 || isInfinitive(norm) || PRESENT_RU.test(norm) || STANDING_RU.has(norm);
}

/** «трое работают», «двое делятся», «больше ста показываю»; «каюты», «валюты» end otherwise but in the genitive. */
const PRESENT_RU = /(?:[а-я]{3}(?:[аяе]ют|[ая]ю)|[юуая]тся|уют)$/u;
const STANDING_RU = listed(
  'сидят стоят ходят ведут идут живут говорят хотят могут носят спят звонят едут ждут дает идет',
);

/** True for an adjective of a list before a noun; "other" alone counts the rest. */
export function isDescribing(norm: string): boolean {
  return DESCRIBING.has(norm);
}

/** Adjectives before the noun of one thing. */
const DESCRIBING = listed(
  `other more new different extra further separate small large big full whole old good additional major minor key short
  long serious angry unhappy single`,
);

/** Words that follow a bare number and are not what it counts. */
const FUNCTION_WORDS = listed(`
  и а но во в на с со к ко до от из за по о об у не ни же ли бы то что как или при для без через после но-то это уже
  еще вместо против весной летом осенью зимой раньше теперь сейчас меньше больше все всё так сам сами просто только
  всего вчера сегодня которые которых тоже хотя ничего над перед под про сверх его ее их нас мы он она они кто мимо подряд потом почти вместе вовремя сверху
  прямо обратно лишь ниже выше дороже позже да нет из-за между чем нужно надо можно
  and or but in on at to of from for by with as the a an is was were it he she they i we when after before that so not then
  now instead last per each every yesterday today who which what where out off over under up down still since could would
  should can will have has because if until till through without within into than while during there here this my our
  your his her their its me us you them are be been being do does did also only just too even again together once one one's
  i'm i'd i've it's that's there's they're we'd we've who'd he'd she'd you're don't didn't couldn't wasn't weren't vs less most all both
  across about around among between towards toward despite thanks via always often never sometimes ago altogether perhaps
  although though unless whereas besides beyond myself yourself himself herself ourselves themselves none
`);
