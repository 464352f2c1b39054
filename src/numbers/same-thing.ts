import { listed } from '../text/forms/lists.js';
import { type Document, FORM, type Token } from '../text/types.js';
import { UNIT_WORDS } from './lexicon/index.js';
import { clauseOf, tokenAt } from './neighbours.js';
import type { Quantity } from './types.js';

/** True where the words around two figures name one thing: «отток был 12 %» and «отток упал на 9 %». */
export function sameThing(document: Document, quantity: Quantity, other: Quantity): boolean {
  const things = thingsOf(document, other);
  const named = new Set(things.map(keyOf));
  // A word between the two names one of them: "nobody left and the wait was four minutes".
  return (
    named.size > 0 &&
    thingsOf(document, quantity).some((token) => named.has(keyOf(token)) && !things.includes(token))
  );
}

/** Letters that the beginnings of two words share that are of one root: «отвечали» and «ответ», "waited" and "wait". */
const ROOT = 4;

/** True where some word of the clause of each is of one root: «закрытие занимало 12 дней» and «закрываем за 6». */
export function areAkin(document: Document, quantity: Quantity, other: Quantity): boolean {
  const roots = (figure: Quantity) =>
    (clauseOf(document, figure)?.tokens ?? []).flatMap((token) =>
      isTelling(token) && token.norm.length >= ROOT ? [token.norm.slice(0, ROOT)] : [],
    );
  const named = new Set(roots(other));
  return roots(quantity).some((root) => named.has(root));
}

/** Tokens on one side of a figure among which its thing is looked for. */
const REACH = 12;

/** Words that may name what a figure measures: before it in its clause, up to another number, else after it. */
function thingsOf(document: Document, quantity: Quantity): readonly Token[] {
  const before = namesBeside(document, quantity, -1);
  return before.length > 0 ? before : namesBeside(document, quantity, 1);
}

/** True where no word right before a figure names what it measures: «было 44», ", originally 21%". */
export function isUnnamed(document: Document, figure: Quantity): boolean {
  for (let i = tokenAt(document, figure.start) - 1; ; i--) {
    const token = document.tokens[i];
    // «Жалоб раньше: пять»
    if (token?.norm === ':') continue;
    if (token === undefined || token.kind !== 'word') return true;
    if (isName(token)) return false;
  }
}

function namesBeside(document: Document, quantity: Quantity, step: 1 | -1): readonly Token[] {
  const { tokens } = document;
  const clause = clauseOf(document, quantity);
  if (clause === undefined) return [];
  const from = step === 1 ? tokenAt(document, quantity.end) : tokenAt(document, quantity.start) - 1;
  const named: Token[] = [];
  for (let i = from; Math.abs(i - from) < REACH; i += step) {
    const token = tokens[i];
    if (token === undefined || token.kind === 'number') break;
    if (token.start < clause.start || token.end > clause.end) break;
    if (isName(token)) named.push(token);
  }
  return named;
}

const VERB = FORM.past | FORM.infinitive | FORM.gerund | FORM.shortPassive | FORM.copula | FORM.change;

/** True for a word that may name what is measured. */
export function isName(token: Token): boolean {
  return isTelling(token) && ((token.word?.forms ?? 0) & VERB) === 0;
}

/** True for a word of its own meaning that is no unit. */
export function isTelling({ word, norm }: Token): boolean {
  return word !== null && norm.length > 2 && !PLAIN.has(norm) && !UNIT_WORDS.has(norm);
}

/** What two words have in common that name one thing. */
export function keyOf({ word, norm }: Token): string {
  return word?.stem ?? norm;
}

/** Words that name nothing that is measured. */
const PLAIN = listed(
  `теперь сейчас потом раньше уже еще она оно они его это эта этот эти того той через после спустя при для без под над как
  что чем так все всего весь вся нас нам наш наша наше мне меня мой моя только почти около примерно лишь там тут тоже также
  или если когда итоге результате конец концу конце начале год года месяца месяц неделю неделя день дня квартал квартала
  первый первого который которая каждый каждую среднем больше меньше очень
  этого изначально исходно ранее прежде previously originally initially once where
  the our their his her they this that these those there then now with from for into than you she him who which what when
  while only just about around almost nearly some all any each every per not but out off over under after before within
  later still already also down month week year day quarter end time average result first last next less more`,
);
