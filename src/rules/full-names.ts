import type { Span } from '../text/types.js';

/** Short ones have no letters to spare before their ending. */
const SHORT_PATRONYMIC = /^(?:Ильич|Кузьмич|Лукич|Фомич)(?:|а|у|ом|ем|е)$/u;

/** A capital and the end of every patronymic: «Увеличил» goes on, and «вовне» is small. Most texts have none. */
const MAYBE_PATRONYMIC =
  /[A-ZЀ-Я][a-zа-џ]*(?:ич(?:а|у|ем|ом|е|на|ны|не|ну|ной)?|вн(?:а|ы|е|у|ой|ою))(?![a-zа-џ])/;

/** «Иванов», «Крупской», «Шевченко», «Оганесян»: what surnames end in, in any case. */
const SURNAME =
  /(?:[оеё]в|[ие]н|ын)(?:|а|у|ым|е|ой|ы)$|[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую)$|(?:енко|дзе|швили|их|ых)$|(?:ян|ук|юк|чук|чик)(?:|а|у|ом|ем|е)$/u;

/** Words that end so and open sentences: «Снова Иван Петрович…». */
const NO_SURNAME: ReadonlySet<string> = new Set([
  'Снова',
  'Заново',
  'Основа',
  'Слова',
  'Один',
  'Одна',
  'Именно',
  'Машина',
  'Картина',
  'Причина',
  'Половина',
  'Их',
  'Моих',
  'Наших',
  'Своих',
]);

/** The candidate's own name: «меня зовут Иванов Иван Иванович», «я, Иванов Иван Иванович». */
const OWN = /(?:зовут|^я|\sя|имя|фио)[\s,:—–-]*$/iu;

/**
 * Surname, name and patronymic in a row, in either order: «Иванова Анна Петровна», «Анне Петровне Ивановой».
 * A name with its patronymic alone is how one speaks of anybody, and a first name tells nobody who it was.
 */
export function fullNames(text: string): Span[] {
  if (!MAYBE_PATRONYMIC.test(text)) return [];
  const words = Array.from(text.matchAll(/[\p{L}-]+/gu), (match) => ({
    word: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
  const found: Span[] = [];
  for (let at = 0; at + 2 < words.length; at++) {
    const [first, second, third] = words.slice(at, at + 3);
    if (first === undefined || second === undefined || third === undefined) continue;
    const gaps = [text.slice(first.end, second.start), text.slice(second.end, third.start)];
    if (!gaps.every((gap) => /^[ \u00a0]$/.test(gap))) continue;
    if (![first, second, third].every(({ word }) => /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?$/u.test(word)))
      continue;
    const surnameFirst = isPatronymic(third.word) && isSurname(first.word);
    const surnameLast = isPatronymic(second.word) && isSurname(third.word);
    if (!surnameFirst && !surnameLast) continue;
    if (OWN.test(text.slice(Math.max(0, first.start - 12), first.start))) continue;
    found.push({ start: first.start, end: third.end });
  }
  return found;
}

/** «Петровичу», «Сергеевны», «Ильич»: a patronymic in any case. Few texts ask, so its classes stand here. */
function isPatronymic(word: string): boolean {
  const patronymic =
    /^\p{Lu}\p{Ll}+(?:[оеё]вич(?:|а|у|ем|е)|[оеё]вн(?:а|ы|е|у|ой|ою)|ич(?:на|ны|не|ну|ной))$/u;
  return patronymic.test(word) || SHORT_PATRONYMIC.test(word);
}

function isSurname(word: string): boolean {
  return SURNAME.test(word) && !NO_SURNAME.has(word);
}
