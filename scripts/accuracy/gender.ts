/** Nouns that end as a verb in the past does: «отдел», «дела». */
const NOUNS = new Set(
  'отдел отдела дела стол стола канал канала материал материала персонал персонала журнал журнала файл файла раздел филиал филиала терминал сигнал сигнала скандал скандала квартал квартала школа сила сервисдеск потенциал интервал оригинал металл балл балла угол узел зал зала идеал развал провал обвал капитал портал функционал мужчина'.split(
    ' ',
  ),
);

/** Masculine forms without «-л», and those whose stem differs. */
const IRREGULAR: readonly (readonly [string, string])[] = [
  ['помог', 'помогла'],
  ['смог', 'смогла'],
  ['мог', 'могла'],
  ['принёс', 'принесла'],
  ['привёз', 'привезла'],
  ['отвёз', 'отвезла'],
  ['перенёс', 'перенесла'],
  ['внёс', 'внесла'],
  ['нашёл', 'нашла'],
  ['пришёл', 'пришла'],
  ['пошёл', 'пошла'],
  ['ушёл', 'ушла'],
  ['подошёл', 'подошла'],
  ['зашёл', 'зашла'],
  ['прошёл', 'прошла'],
  ['вышел', 'вышла'],
  ['провёл', 'провела'],
  ['перевёл', 'перевела'],
  ['привёл', 'привела'],
  ['завёл', 'завела'],
  ['свёл', 'свела'],
  ['вёл', 'вела'],
  ['прочёл', 'прочла'],
  ['учёл', 'учла'],
];

const SWAPPED = new Map(
  IRREGULAR.flatMap(([he, she]) => [
    [she, he],
    [he, she],
    [he.replace('ё', 'е'), she],
  ]),
);

/** «сделал» ↔ «сделала», «разобрался» ↔ «разобралась». */
const PAST = /^(\p{L}+[аеёиоуыюя]л)(ся|а|ась)?$/u;

/**
 * A Russian sentence as its speaker of the other sex would say it: singular past verbs after «я» and those that open
 * the sentence, up to what may be another subject («я взял и позвонил, она ответила»). A plain swap of suffixes.
 */
export function swapGender(text: string): string {
  let opens: 'sentence' | 'clause' | null = 'sentence';
  let mine = true;
  return text
    .split(/(\p{L}+)/u)
    .map((piece, index) => {
      if (index % 2 === 0) {
        if (/[.!?…\n]/u.test(piece)) opens = 'sentence';
        else if (/[,;:–—]/u.test(piece)) opens ??= 'clause';
        return piece;
      }
      const word = piece.toLowerCase();
      const swapped = swapWord(word);
      if (word === 'я') mine = true;
      else if (OTHERS.has(word)) mine = false;
      // «Клиент позвонил», «, а клиент ушёл»: what opens a clause and is no verb may be its subject.
      else if (opens !== null) mine = (mine || opens === 'sentence') && (swapped !== null || LINKS.has(word));
      if (!LINKS.has(word)) opens = null;
      if (!mine || swapped === null) return piece;
      return /^\p{Lu}/u.test(piece) ? swapped.charAt(0).toUpperCase() + swapped.slice(1) : swapped;
    })
    .join('');
}

/** Other subjects, and words that bring one. */
const OTHERS = new Set('он она они мы вы ты оно кто что который которая которое где когда'.split(' '));

/** Words a sentence may open with before the speaker's verb. */
const LINKS = new Set('и а но потом затем сначала сам сама тогда поэтому сразу также ещё еще'.split(' '));

function swapWord(word: string): string | null {
  if (NOUNS.has(word)) return null;
  const irregular = SWAPPED.get(word);
  if (irregular !== undefined) return irregular;
  const [, stem, ending = ''] = PAST.exec(word) ?? [];
  if (stem === undefined) return null;
  return stem + { '': 'а', а: '', ся: 'ась', ась: 'ся' }[ending];
}
