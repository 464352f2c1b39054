import { listed } from '../text/forms/lists.js';
import { type Document, FORM, type Token } from '../text/types.js';
import type { ComparedPair } from './comparisons.js';
import { tokenAt } from './neighbours.js';

/** Beginnings of Russian verbs that only go one way; «ускорить», «улучшить» go either way with the measure. */
const DOWN_RU = ['снизи', 'сократ', 'уменьш', 'упал', 'понизи'];
const UP_RU = ['увелич', 'вырос', 'повыс', 'возрос', 'подня'];
const DOWN_EN = listed(
  'reduced reducing decreased decreasing dropped dropping fell cut lowered shortened shrank declined sank slipped plunged',
);
const UP_EN = listed('increased increasing rose grew raised climbed jumped');

/** Tokens between the verb and the first number: «снизил среднее время ответа с 9». */
const REACH = 6;

interface WrongDirection {
  readonly pair: ComparedPair;
  readonly verb: Token;
}

/** Pairs whose verb of change goes the other way: «снизил с 9 до 12», "grew from 12 to 9". */
export function wrongDirections(document: Document, pairs: readonly ComparedPair[]): WrongDirection[] {
  const found: WrongDirection[] = [];
  for (const pair of pairs) {
    if (!pair.explicit || pair.from === pair.to) continue;
    const verb = governingVerb(document, pair);
    if (verb === null) continue;
    if (verb.way !== Math.sign(pair.to - pair.from)) found.push({ pair, verb: verb.token });
  }
  return found;
}

interface Governing {
  readonly token: Token;
  readonly way: 1 | -1;
}

/** The verb before a pair, where nothing but its object stands between and nothing denies it. */
function governingVerb(document: Document, pair: ComparedPair): Governing | null {
  const first = tokenAt(document, pair.start);
  for (let i = first - 1; i >= Math.max(0, first - 1 - REACH); i--) {
    const token = document.tokens[i] as Token;
    if (token.kind !== 'word') return null;
    const way = wayOf(token) ?? wayOfParticle(document, i);
    if (way !== null) return isDenied(document, i) ? null : { token, way };
    if (isOtherVerb(token)) return null;
  }
  return null;
}

function wayOf(token: Token): 1 | -1 | null {
  const { norm } = token;
  if (DOWN_EN.has(norm)) return -1;
  if (UP_EN.has(norm)) return 1;
  if (!isRussianVerb(token)) return null;
  if (DOWN_RU.some((start) => norm.startsWith(start))) return -1;
  return UP_RU.some((start) => norm.startsWith(start)) ? 1 : null;
}

/** "went down from 20 to 28", "is up from 12 to 9" */
function wayOfParticle(document: Document, at: number): 1 | -1 | null {
  const { norm } = document.tokens[at] as Token;
  if (norm !== 'down' && norm !== 'up') return null;
  if (!MOVING.has(document.tokens[at - 1]?.norm ?? '')) return null;
  return norm === 'up' ? 1 : -1;
}

const MOVING = listed('went go goes gone came is are was were brought got driven');

function isRussianVerb(token: Token): boolean {
  return ((token.word?.forms ?? 0) & (FORM.past | FORM.infinitive | FORM.gerund | FORM.shortPassive)) !== 0;
}

function isOtherVerb(token: Token): boolean {
  return ((token.word?.forms ?? 0) & (FORM.past | FORM.gerund | FORM.infinitive)) !== 0;
}

/** «не снизил», "has not dropped", «чуть не вырос» */
function isDenied(document: Document, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    const norm = document.tokens[i]?.norm ?? '';
    if (['не', 'not', 'never', 'without', 'без', 'instead', 'вместо'].includes(norm) || norm.endsWith("n't"))
      return true;
    if (document.tokens[i]?.kind === 'mark') return false;
  }
  return false;
}
