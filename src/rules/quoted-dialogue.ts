import { listed } from '../text/forms/lists.js';
import type { Span } from '../text/types.js';

/**
 * What is said after a dash: «— Не могу, — сказал клиент. — Срок прошёл.», less what the teller says between.
 * Items of a list open alike, so that a line is speech only where a verb of saying tells who speaks, after its
 * words or before a colon; where a line beside it is such a one; or where the next line answers its question.
 */
export function spokenAfterDashes(text: string): readonly Span[] {
  if (!SPEECH_DASH.test(text)) return [];
  const spans: Span[] = [];
  /** Lines one after the other that open with a dash. */
  let run: DashLine[] = [];
  let announced = false;
  const lines = text.trim().includes('\n');
  const endRun = (): void => {
    const spoken = announced || run.some(({ told }) => told) || isAnswered(run);
    for (const line of spoken ? run : [])
      if (line.told || line.capital) for (const span of line.spans) spans.push(span);
    run = [];
  };
  for (const { 0: line, index: at } of text.matchAll(/[^\n]+/g)) {
    if (line.trim() === '') continue;
    const opening = OPENING.exec(line);
    const { spans: inLine, told, open } = speechIn(line, { opens: opening !== null, alone: !lines });
    const placed = inLine.map(({ start, end }) => ({ start: at + start, end: at + end }));
    if (opening === null) {
      endRun();
      for (const span of placed) spans.push(span);
      announced = open || isAnnouncement(line.trimEnd());
      continue;
    }
    const words = line.slice(opening[0].length);
    const asks = opening[1] === '-' ? null : words.trimEnd().endsWith('?');
    run.push({ spans: placed, told, capital: CAPITAL.test(words), asks });
  }
  endRun();
  return spans;
}

interface DashLine {
  readonly spans: readonly Span[];
  /** Whether the teller says who speaks. */
  readonly told: boolean;
  readonly capital: boolean;
  /** Whether it ends in a question; null after a hyphen, which lists open with. */
  readonly asks: boolean | null;
}

/** A dash that speech may open after: at the beginning of a line, or after a sentence or a colon. */
const SPEECH_DASH = /^[^\S\n]*(?:[—–]|-\s)|[.!?…:]\s+[—–-]\s/mu;
const OPENING = /^\s*(?:([—–])\s*|(-)\s+)(?=\S)/u;
const CAPITAL = /^["«“„'‘…]?\p{Lu}/u;

/** «— Когда?» and a line after it that asks nothing. */
function isAnswered(run: readonly DashLine[]): boolean {
  return run.some(({ asks }, at) => asks === true && run[at + 1]?.asks === false);
}

interface Speech {
  readonly spans: readonly Span[];
  readonly told: boolean;
  /** Whether it ends in the teller's words: the next line may go on. */
  readonly open: boolean;
}

/**
 * The speech in one line. One that opens with a dash is speech up to the teller's words, and again after a dash
 * that ends those. Elsewhere speech opens after a sentence or a colon, a verb of saying must stand by it, and it
 * ends with its sentence; so does what the teller broke where the line is the whole answer.
 */
function speechIn(line: string, { opens, alone }: { opens: boolean; alone: boolean }): Speech {
  const spans: Span[] = [];
  const sentenceEnd = sentenceEnds(line);
  /** Where the speech begins that is open. */
  let from = opens ? line.search(/\S/u) : -1;
  /** Up to where a dash goes on with the speech that the teller broke. */
  let resumes = -1;
  let sure = opens;
  let told = false;
  for (const { 0: mark, index } of line.matchAll(/(\S)\s+[—–-](?=\s)/gu)) {
    const dash = index + mark.length - 1;
    const before = mark[0] as string;
    const whole = opens && !(alone && told);
    if (from >= 0 && ',!?…'.includes(before) && isTelling(line.slice(dash + 1, dash + NEAR))) {
      spans.push({ start: from, end: dash });
      told = true;
      from = -1;
      resumes = sentenceEnd(dash + 1);
    } else if (from < 0 && index < resumes && '.,:;!?…'.includes(before)) [from, sure] = [dash, true];
    else if (!whole && '.!?…:'.includes(before) && OPENS.test(line.slice(dash + 1, dash + NEAR))) {
      const goesOn = from >= 0 && sure;
      const end = goesOn ? sentenceEnd(from) : 0;
      if (goesOn) spans.push({ start: from, end: Math.min(end, dash) });
      from = dash;
      sure = index < end || (before === ':' && isAnnouncement(line.slice(0, index + 1)));
    }
  }
  if (from >= 0 && sure)
    spans.push({ start: from, end: opens && !(alone && told) ? line.length : sentenceEnd(from) });
  return { spans, told, open: from < 0 && resumes >= line.trimEnd().length };
}

const OPENS = /^\s+["«“„'‘…]?\p{Lu}/u;

/** Where the sentence ends that holds an offset; asked for offsets that go up. */
function sentenceEnds(line: string): (from: number) => number {
  const ends = /[.!?…]+["»”]?(?=\s|$)/gu;
  let end = -1;
  return (from) => {
    while (end <= from) end = ends.exec(line) === null ? line.length + 1 : ends.lastIndex;
    return Math.min(end, line.length);
  };
}

/** Characters in which a verb of saying stands beside its dash or colon. */
const NEAR = 50;

/** «Клиент ответил:» */
function isAnnouncement(line: string): boolean {
  if (!line.endsWith(':')) return false;
  const words = line.slice(-NEAR, -1);
  return says(words.slice(words.search(/[^.!?…]*$/u)));
}

/** «сказал клиент», "said the client"; not «сказал, что», «как говорил директор», «сказал бы я». */
function isTelling(behind: string): boolean {
  const [, words = '', next = ''] = /^\s+(\p{Ll}[^.,:;!?…—]*)(,? (?:что|that))?/u.exec(behind) ?? [];
  return next === '' && says(words) && !OTHERWISE.test(words);
}

const OTHERWISE = /(?<!\p{L})(?:как|бы)(?!\p{L})/u;

function says(words: string): boolean {
  return (
    words
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/\p{L}+/gu) ?? []
  ).some((word) => SAYING.has(word) || SAID.has(word.replace(/л[аио]?(?:с[ья])?$/u, '-')));
}

const SAYING = listed(
  `произнес произнесла произнесли говорит говорят говорю кричит кричат кричу пишет пишут просит просят отвечает отвечают
  отвечаю спрашивает спрашивают спрашиваю заявляет заявляют возражает возражают повторяет повторяют уточняет уточняют
  добавляет добавляют продолжает предлагает предлагают обещает обещают возмущается возмущаются жалуется жалуются
  said says replied replies ask asks asked answer answers answered shouts shouted yelled told cried added snapped insisted
  repeated wrote writes complained objected`,
);
/** Pasts, without their endings. */
const SAID = listed(
  `сказа- говори- отвеча- ответи- спроси- спрашива- переспроси- крикну- крича- закрича- заяви- заявля- возрази- возража-
  возмути- возмуща- воскликну- буркну- пробормота- повтори- повторя- вздохну- удиви- отреза- шепну- прошепта- переби-
  перебива- поясни- поясня- уточни- уточня- добави- добавля- продолжи- продолжа- попроси- проси- пообеща- обеща-
  предложи- предлага- согласи- соглаша- призна- пожалова- жалова- настаива- написа- писа- подума- замети- замеча-
  напомни- объясни-`,
);
