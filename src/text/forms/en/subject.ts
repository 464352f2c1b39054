import { FORM, type Token } from '../../types.js';
import type { SubjectReading } from '../index.js';
import { listed } from '../lists.js';
import { MODALS } from './verbs.js';

/**
 * Who acts in an English clause: the first of "I", "we" with a verb within reach, unless another finite
 * verb stands before it; a clause that opens with a past has a speaker left out ("Called them back"). A
 * leading "When …," is stepped over: the main clause decides.
 */
export function readSubject(tokens: readonly Token[]): SubjectReading {
  const words = wordsAfterOpening(tokens);
  const opening = words.findIndex(({ norm }) => !ADVERBS.has(norm));
  const pronoun = findPronoun(words);
  const finite = words.findIndex((token, index) => isFiniteVerb(token, words, index));
  if (
    pronoun !== null &&
    (finite < 0 || pronoun.at < finite || isParticipleOpening(words, opening, pronoun.at))
  ) {
    return pronoun.reading;
  }
  const first = words[opening];
  if (first !== undefined && isDropped(words, opening)) return { subject: 'dropped', verb: first };
  if (finite >= 0) return { subject: 'other', verb: words[finite] ?? null };
  const present = words.find(({ norm }) => PRESENT.has(norm));
  return present === undefined ? { subject: 'none', verb: null } : { subject: 'other', verb: present };
}

const ADVERBS =
  listed(`also then first firstly second secondly third thirdly next finally afterwards after immediately quickly personally carefully
  just even always often and but so therefore thus later meanwhile eventually successfully actively proactively initially
  ultimately quietly simply once straight away regularly really actually basically additionally further calmly politely
  clearly recently still thoroughly gently previously soon promptly consistently already never only not usually honestly
  again instead deliberately manually directly plus or yet gradually slowly all both each myself ourselves gotta`);

/** "have", "had", "'ve" before a participle or an adverb. */
const AUXILIARIES = listed("have has had ive i've we've i'd we'd havent haven't hadn't hadnt been");
const SPEAKER = listed("i i'm i've i'd i'll im ive myself");
const TEAM = listed("we we're we've we'd we'll weve");
const OPENERS = listed(
  'when while after before as since if because once although though whenever until during having',
);
const PRESENT = listed(
  "is are has have can will it's that's there's does now means remains works uses gets says comes goes wants needs don't can't isn't",
);

/** Words of the clause; after the first comma where the clause opens with "When …," and goes on with more. */
function wordsAfterOpening(tokens: readonly Token[]): readonly Token[] {
  const first = tokens.find(({ kind }) => kind === 'word');
  const comma = tokens.findIndex(({ norm }) => norm === ',');
  const all = tokens.filter(({ kind }) => kind === 'word');
  if (first === undefined || comma < 0 || !OPENERS.has(first.norm)) return all;
  const rest = tokens.slice(comma + 1).filter(({ kind }) => kind === 'word');
  const isMain = rest.some((token, index) => isFiniteVerb(token, rest, index)) || findPronoun(rest) !== null;
  return isMain ? rest : all;
}

function has(token: Token | undefined, form: number): boolean {
  return ((token?.word?.forms ?? 0) & form) !== 0;
}

/** A past that stands where a verb may: not "the required form", "a broken link". */
function isFiniteVerb(token: Token, words: readonly Token[], index: number): boolean {
  if (!has(token, FORM.past)) return false;
  const before = words[index - 1]?.norm ?? '';
  if (DETERMINERS.has(before)) return false;
  // "set", "cut", "put", "read" after "to" or a modal are base forms.
  return !(before === 'to' || MODALS.has(before)) || has(token, FORM.copula);
}

const DETERMINERS = listed(
  'a an the my our their his her its your this these those some any no very more most of in on for with by',
);

interface Pronoun {
  readonly at: number;
  readonly reading: SubjectReading;
}

function findPronoun(words: readonly Token[]): Pronoun | null {
  for (let at = 0; at < words.length; at += 1) {
    const norm = words[at]?.norm ?? '';
    const subject = SPEAKER.has(norm) ? 'speaker' : TEAM.has(norm) ? 'team' : null;
    if (subject === null) continue;
    const verb = verbAfter(words, at);
    if (verb !== null) return { at, reading: { subject, verb } };
  }
  return null;
}

/** The verb of a pronoun: past adverbs, auxiliaries and modals, at most five words on. */
function verbAfter(words: readonly Token[], pronoun: number): Token | null {
  let auxiliary: Token | null = isContracted(words[pronoun]) ? (words[pronoun] ?? null) : null;
  for (let at = pronoun + 1; at < Math.min(words.length, pronoun + 6); at += 1) {
    const token = words[at];
    if (token === undefined) break;
    if (AUXILIARIES.has(token.norm) || MODALS.has(token.norm)) {
      auxiliary = token;
      continue;
    }
    if (has(token, FORM.past | FORM.base | FORM.shortPassive | FORM.copula)) return token;
    if (auxiliary !== null && has(token, FORM.ing)) return token;
    if (!ADVERBS.has(token.norm) && !token.norm.endsWith('ly'))
      return auxiliary ?? unknownVerb(token, at - pronoun);
  }
  return auxiliary;
}

/** "I freelance", "we babysit": a base form of no list, right after the pronoun. */
function unknownVerb(token: Token, distance: number): Token | null {
  return distance === 1 && !NO_VERBS.has(token.norm) ? token : null;
}

const NO_VERBS = listed('and or who as in at on to of for with the a an that which from but if because');

function isContracted(token: Token | undefined): boolean {
  return token?.norm.includes("'") ?? false;
}

/** "Faced with this, I called": the opening past is a participle of the pronoun's clause. */
function isParticipleOpening(words: readonly Token[], opening: number, pronoun: number): boolean {
  const first = words[opening];
  const second = words[opening + 1]?.norm ?? '';
  if (!has(first, FORM.past) || pronoun <= opening) return false;
  return second === 'with' || second === 'by' || second === 'on' || NOT_DROPPED.has(first?.norm ?? '');
}

const NOT_DROPPED = listed('faced based given compared armed concerned convinced aged born located known');

/** "Called them", "Was asked to", "Had to": past first; not "Was raining", "Based on". */
function isDropped(words: readonly Token[], opening: number): boolean {
  const first = words[opening];
  if (first === undefined || !has(first, FORM.past) || NOT_DROPPED.has(first.norm)) return false;
  if (has(first, FORM.copula)) {
    const next = words[opening + 1];
    return next !== undefined && !has(next, FORM.ing) && !NOT_SPEAKERS.has(next.norm);
  }
  return true;
}

const NOT_SPEAKERS = listed('there it the this that he she they we you');
