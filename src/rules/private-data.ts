import type { Span } from '../text/types.js';
import { fullNames } from './full-names.js';
import { apart } from './place.js';

/** Kinds of personal data; `taxpayer` is ИНН, `insurance` is СНИЛС. */
export type PrivateKind = 'email' | 'phone' | 'card' | 'passport' | 'taxpayer' | 'insurance' | 'name';

/** Where personal data stands in a text. */
export interface PrivatePlace extends Span {
  readonly kind: PrivateKind;
}

/**
 * Personal data that stands in a text by its form: addresses of e-mail, phone numbers, card numbers, numbers of
 * documents, full names with a patronymic. A number that is only like one is let pass: cards, ИНН and СНИЛС
 * must have right check digits, phones a form that phones are written in, passports their word before them.
 *
 * @returns places in order; of those that overlap the first, and of two that start alike the longer
 */
export function findPrivateData(text: string): PrivatePlace[] {
  const names = fullNames(text).map((span): PrivatePlace => ({ ...span, kind: 'name' }));
  return apart([...emails(text), ...numbers(text), ...names]);
}

/** Longest name before the @ of an address. */
const LONGEST_NAME = 64;
const LONGEST_HOST = 255;

/** `anna.k@mail.example.net`; not a handle (`@anna`), not the addresses that stand for none (`me@example.com`). */
function emails(text: string): PrivatePlace[] {
  const found: PrivatePlace[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const name = /[\p{L}\p{N}._%+-]+$/u.exec(text.slice(Math.max(0, at - LONGEST_NAME), at))?.[0];
    const host = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u.exec(text.slice(at + 1, at + 1 + LONGEST_HOST))?.[0];
    if (name === undefined || host === undefined || !/\.\p{L}{2,}$/u.test(host)) continue;
    if (/(?:^|\.)example(?:\.\p{L}+)?$/u.test(host)) continue;
    found.push({ start: at - name.length, end: at + 1 + host.length, kind: 'email' });
  }
  return found;
}

/** Digits with the marks that stand inside numbers of documents and phones, on one line. */
const DIGITS = /\+?\(?\d[\d ()\u00a0.–-]{5,30}\d/gu;
/** Fewest digits of a number that is private. */
const FEWEST_DIGITS = 8;
/** Where the word that names a document is looked for. */
const BEFORE = 40;

function numbers(text: string): PrivatePlace[] {
  const found: PrivatePlace[] = [];
  const runs = new RegExp(DIGITS);
  for (let run = runs.exec(text); run !== null; run = runs.exec(text)) {
    const [typed] = run;
    const start = run.index;
    if (isPartOfWord(text, start - 1)) continue;
    const before = text.slice(Math.max(0, start - BEFORE), start).toLowerCase();
    for (const length of lengthsOf(typed)) {
      const end = start + length;
      const kind = isPartOfWord(text, end) ? null : kindOf(typed.slice(0, length), before);
      if (kind === null) continue;
      found.push({ start, end, kind });
      runs.lastIndex = end;
      break;
    }
  }
  return found;
}

/** «карту 4111 1111 1111 1111 12/27»: the whole run, or as far as one of its blanks, the longest first. */
function lengthsOf(typed: string): number[] {
  const lengths = [typed.length];
  for (let at = typed.length - 1; at >= FEWEST_DIGITS; at--)
    if (typed[at] === ' ' || typed[at] === '\u00a0') lengths.push(at);
  return lengths;
}

/** What stands beside a number is mostly ASCII: to make the classes of Unicode ready takes longer than all else here. */
function isPartOfWord(text: string, at: number): boolean {
  const character = text[at] ?? ' ';
  return character < '\x80' ? /\w/.test(character) : /[\p{L}\p{N}]/u.test(character);
}

function kindOf(typed: string, before: string): PrivateKind | null {
  const digits = typed.replace(/\D/g, '');
  if (digits.length < FEWEST_DIGITS) return null;
  const shape = typed.replace(/\d/g, '0').replaceAll('\u00a0', ' ').replaceAll('–', '-');
  if (isCard(digits, shape)) return 'card';
  if (isInsurance(digits, shape, before)) return 'insurance';
  if (isTaxpayer(digits, shape, before)) return 'taxpayer';
  if (isPassport(shape, before)) return 'passport';
  return isPhone(digits, shape) ? 'phone' : null;
}

/** Groups of four, or no groups; the last digit by Luhn's sum (ISO/IEC 7812). */
function isCard(digits: string, shape: string): boolean {
  if (!/^[2-6]/.test(digits)) return false;
  if (!/^(?:0{16}|0{4}[ -]0{4}[ -]0{4}[ -]0{4}|0{4}[ -]0{6}[ -]0{5})$/.test(shape)) return false;
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** СНИЛС: 112-233-445 95; the last two are the weighted sum of the others. US: 078-05-1120. */
function isInsurance(digits: string, shape: string, before: string): boolean {
  if (shape === '000-00-0000') return !/^(?:000|666|9)/.test(digits);
  if (digits.length !== 11) return false;
  if (!/^000-000-000[ -]00$/.test(shape) && !before.includes('снилс')) return false;
  const sum = weighted(digits.slice(0, 9), [9, 8, 7, 6, 5, 4, 3, 2, 1]);
  return (sum % 101) % 100 === Number(digits.slice(9));
}

/** ИНН: twelve digits of a person, or ten of a company where its word stands before; two check sums. */
function isTaxpayer(digits: string, shape: string, before: string): boolean {
  if (!/^0+$/.test(shape)) return false;
  const check = (weights: readonly number[]): number => (weighted(digits, weights) % 11) % 10;
  if (digits.length === 10) {
    return before.includes('инн') && check([2, 4, 10, 3, 5, 9, 4, 6, 8]) === Number(digits[9]);
  }
  return (
    digits.length === 12 &&
    check([7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) === Number(digits[10]) &&
    check([3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) === Number(digits[11])
  );
}

function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0);
}

/** «паспорт 45 08 123456», "passport no. 123456789": only after the word. */
function isPassport(shape: string, before: string): boolean {
  return /паспорт|passport/u.test(before) && /^(?:0{4} 0{6}|00 00 0{6}|0{8,10})$/.test(shape);
}

/** «+1 200 000 000 рублей» */
const THOUSANDS = /^\+0{1,3}(?: 000)+$/;
const RUSSIAN_PHONE =
  /^0[ -]?(?:\(000\)|000)[ -]?(?:000[ -]?00[ -]?00|000[ -]?0000)$|^0[ -]?(?:\(0000\)|0000)[ -]?00[ -]?00[ -]?00$/;

/**
 * «+7 912 345-67-89», «8 (912) 345-67-89», "+44 20 7946 0958", "(212) 555-0143", "212-555-0143". Lines that are
 * free to call (8 800, 800) belong to companies.
 */
function isPhone(digits: string, shape: string): boolean {
  if (/^[178]?800/.test(digits) && digits.length >= 10) return false;
  if (shape.startsWith('+')) return digits.length >= 10 && digits.length <= 15 && !THOUSANDS.test(shape);
  if (digits.length === 11 && /^[78][3-9]/.test(digits)) return RUSSIAN_PHONE.test(shape);
  return /^(?:\(000\) ?000-0000|000-000-0000|000\.000\.0000)$/.test(shape);
}
