import { FORM } from '../types.js';
import type { LanguageForms } from './index.js';
import { endsWithAny } from './lists.js';
import { aspectOf, pastMasculineOf } from './ru/aspect.js';
import { COPULAS, isAgentive, isChange } from './ru/classes.js';
import { isFirstPerson } from './ru/first-person.js';
import { gerundOf, isInfinitive } from './ru/nonfinite.js';
import { shortPassiveOf } from './ru/passive.js';
import { pastOf } from './ru/past.js';
import { readSubject } from './ru/subject.js';

/**
 * Forms of Russian words by suffix with closed lists of exceptions; no dictionary. Past tense shows number
 * and gender, never person. At most one of past, infinitive, gerund, short passive, first person.
 */
export const RUSSIAN: LanguageForms = { formsOf, readSubject };

function formsOf(norm: string): number {
  const shape = shapeOf(norm);
  if (COPULAS.has(norm)) return shape | FORM.copula | FORM.imperfective;
  if (shape === 0) return isPresent(norm) && isChange(norm) ? FORM.change : 0;
  let forms = shape;
  if (isChange(norm)) forms |= FORM.change;
  if (isAgentive(norm, (shape & FORM.reflexive) !== 0)) forms |= FORM.agentive;
  return forms;
}

/** No form that is told apart ends with these: a fourth of all words need not be asked for any. */
const SHAPELESS: ReadonlySet<string> = new Set('дежймфцчшщэ');

function shapeOf(norm: string): number {
  if (SHAPELESS.has(norm.charAt(norm.length - 1))) return 0;
  const past = pastOf(norm);
  if (past !== 0) return past | aspectOf(pastMasculineOf(norm));
  if (isInfinitive(norm)) {
    const reflexive = norm.endsWith('ся') || norm.endsWith('сь') ? FORM.reflexive : 0;
    return FORM.infinitive | reflexive | aspectOf(pastMasculineOf(norm));
  }
  const gerund = gerundOf(norm);
  if (gerund !== 0) return gerund;
  const passive = shortPassiveOf(norm);
  if (passive !== 0) return passive;
  return isFirstPerson(norm) ? FORM.firstPerson : 0;
}

/** «снижается», «растет»: a change verb of the present is no other form that is told apart. */
function isPresent(norm: string): boolean {
  return endsWithAny(norm, ['ет', 'ит', 'ют', 'ят', 'ат', 'ется', 'ится', 'ются', 'ятся', 'ем', 'им']);
}
