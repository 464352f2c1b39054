import { ABBREVIATIONS, DOTTED_PIECES } from './abbreviations.js';
import { isCapital, isSmall } from './characters.js';
import { capitalFollows, type Gap, isPicture, isStop, smallFollows } from './gaps.js';
import type { Token } from './types.js';

/** `cut` ends the sentence at the gap, `join` goes on, null leaves it to the next rule. */
type Verdict = 'cut' | 'join' | null;

interface SentenceRule {
  readonly name: string;
  readonly decide: (gap: Gap) => Verdict;
}

/**
 * The algorithm: the first rule with an opinion decides, and its name is kept as `cutBy`. The manner is
 * that of razdel (github.com/natasha/razdel), the rules are our own.
 */
const SENTENCE_RULES: readonly SentenceRule[] = [
  { name: 'paragraph', decide: ({ breaks }) => (breaks > 1 ? 'cut' : null) },
  { name: 'list-item', decide: listItem },
  { name: 'wrapped-line', decide: wrappedLine },
  { name: 'line-break', decide: ({ breaks }) => (breaks > 0 ? 'cut' : null) },
  { name: 'list-marker', decide: listMarker },
  { name: 'closing', decide: closing },
  { name: 'no-space', decide: noSpace },
  { name: 'smiley', decide: smiley },
  { name: 'no-stop', decide: ({ stop }) => (stop < 0 ? 'join' : null) },
  { name: 'inline-bullet', decide: inlineBullet },
  { name: 'brackets', decide: ({ inBrackets }) => (inBrackets ? 'join' : null) },
  { name: 'direct-speech', decide: directSpeech },
  { name: 'abbreviation', decide: abbreviation },
  { name: 'initials', decide: initials },
  { name: 'trailing-off', decide: trailingOff },
  { name: 'small-letter', decide: smallLetter },
  { name: 'ellipsis', decide: (gap) => (isEllipsis(gap) ? 'cut' : null) },
  { name: 'question', decide: (gap) => endsWith(gap, '?') },
  { name: 'exclamation', decide: (gap) => endsWith(gap, '!') },
  { name: 'full-stop', decide: (gap) => endsWith(gap, '.') },
];

/** First rule that decides the gap; the names of joins never reach a document. */
export function decide(gap: Gap): { readonly name: string; readonly cut: boolean } {
  for (const { name, decide: rule } of SENTENCE_RULES) {
    const verdict = rule(gap);
    if (verdict !== null) return { name, cut: verdict === 'cut' };
  }
  return { name: 'no-rule', cut: false };
}

const BULLETS: ReadonlySet<string> = new Set(['-', '—', '•', '*', '·', '▪', '●', '+', '✅', '✔', '→']);

/** How many tokens a list marker at `at` takes: «- », «1. », «2) », «а) »; 0: none. */
export function listMarkerLength(text: string, tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  const after = tokens[at + 1];
  if (token === undefined || after === undefined) return 0;
  if (BULLETS.has(token.norm)) return after.start > token.end ? 1 : 0;
  const isOrdinal = token.kind === 'number' ? token.norm.length <= 2 : isLetterMarker(text, token, after);
  const isClosed = (after.norm === '.' || after.norm === ')') && after.start === token.end;
  if (!isOrdinal || !isClosed) return 0;
  const beyond = tokens[at + 2];
  return beyond !== undefined && beyond.start > after.end ? 2 : 0;
}

/** «а) …», "b) …": one small letter, only with a bracket. */
function isLetterMarker(text: string, token: Token, after: Token): boolean {
  return token.end - token.start === 1 && isSmall(text, token.start) && after.norm === ')';
}

/** A new line that begins with a list marker. */
function listItem(gap: Gap): Verdict {
  const { text, tokens, left, right, breaks } = gap;
  if (breaks === 0 || listMarkerLength(text, tokens, right) === 0) return null;
  return isFigureInWrap(gap, left) ? null : 'cut';
}

/** «снизили с 12 до | 4. Потом»: after a line that an editor wrapped, a number and a full stop are no list marker. */
function isFigureInWrap(gap: Gap, before: number): boolean {
  return gap.traits.longWraps && gap.tokens[before + 1]?.kind === 'number' && isWrap(gap, before);
}

/** True where the line break after a token is one that an editor made. */
function isWrap({ text, tokens, traits }: Gap, before: number): boolean {
  const end = text.indexOf('\n', tokens[before]?.end ?? 0);
  return traits.wraps.has(end) && end <= (tokens[before + 1]?.start ?? 0);
}

/**
 * An editor wrapped the paragraph: the line break is a space, and the other rules decide. Where few lines say so, what
 * opens the next one has to go on: a small letter, or a figure after a line without a stop.
 */
function wrappedLine(gap: Gap): Verdict {
  const { tokens, left, breaks, traits } = gap;
  if (breaks !== 1 || !isWrap(gap, left)) return null;
  const goesOn = smallFollows(gap) || (gap.stop < 0 && tokens[gap.next]?.kind === 'number');
  if (!traits.longWraps && !goesOn) return null;
  return gap.stop < 0 ? 'join' : decide({ ...gap, breaks: 0 }).cut ? 'cut' : 'join';
}

/** «1. Позвонил», «2) Приехал» — the mark of the marker itself. */
function listMarker(gap: Gap): Verdict {
  const { text, tokens, left } = gap;
  if (left < 1 || (tokens[left]?.norm !== '.' && tokens[left]?.norm !== ')')) return null;
  const before = tokens[left - 2];
  const marker = tokens[left - 1];
  if (marker === undefined) return null;
  const opensLine =
    before === undefined ||
    (/[\n\r]/u.test(text.slice(before.end, marker.start)) && !isFigureInWrap(gap, left - 2));
  return opensLine && marker.kind === 'number' && listMarkerLength(text, tokens, left - 1) > 0
    ? 'join'
    : null;
}

/** The end goes on: «?!», «…»», a closing bracket, an emoji after the full stop. */
function closing({ tokens, right, spaced, stop }: Gap): Verdict {
  const after = tokens[right];
  if (isPicture(after)) return 'join';
  if (spaced) return null;
  if (isStop(after)) return 'join';
  return stop >= 0 && after?.kind === 'mark' && after.norm !== '(' && after.norm !== '—' ? 'join' : null;
}

/** «Позвонил.Потом приехал» is two sentences; "ASP.NET" and «п.5» are one word each. */
function noSpace({ text, tokens, left, right, spaced }: Gap): Verdict {
  if (spaced) return null;
  const stop = tokens[left];
  const before = tokens[left - 1];
  const after = tokens[right];
  if (before?.kind !== 'word' || after?.kind !== 'word' || !isStop(stop)) return 'join';
  const isWord = before.end - before.start >= 2 && isSmall(text, before.end - 1);
  const isOpener =
    isCapital(text, after.start) && after.end - after.start > 1 && isSmall(text, after.start + 1);
  const isName = isCapital(text, before.start) && stop?.norm === '.';
  return (isWord && isOpener && !isName) || (ABBREVIATIONS.openers.has(after.norm) && isOpener)
    ? null
    : 'join';
}

/** «забыла) Потом», «ура))) потом», «спасибо 🙂 Теперь»: what ends a sentence instead of a full stop. */
function smiley(gap: Gap): Verdict {
  const { tokens, left, stop, spaced, traits } = gap;
  if (stop >= 0 || !spaced) return null;
  const isEnd = isPicture(tokens[left]) || (gap.smiley && tokens[left]?.norm === ')');
  if (!isEnd) return null;
  const isMany = tokens[left - 1]?.norm === ')';
  return capitalFollows(gap) || (isMany && traits.smallLetters()) ? 'cut' : 'join';
}

/** «Собрал отдел. • Обучил новичков. - разобрал очередь»: a list that lost its line breaks. */
function inlineBullet({ tokens, left, right, stop, spaced }: Gap): Verdict {
  const after = tokens[right];
  const beyond = tokens[right + 1];
  if (!spaced || after === undefined || beyond === undefined || stop !== left) return null;
  if (tokens[stop]?.norm !== '.' || !BULLETS.has(after.norm) || after.norm === '—') return null;
  return beyond.start > after.end ? 'cut' : null;
}

/** «Где она?» — спросил директор. "Are you sure?" he asked. */
function directSpeech(gap: Gap): Verdict {
  const { tokens, left, right, stop } = gap;
  const after = tokens[right];
  const isQuoted = left > stop;
  if ((after?.norm === '—' || after?.norm === '-') && smallFollows(gap)) return 'join';
  return isQuoted && smallFollows(gap) ? 'join' : null;
}

function abbreviation(gap: Gap): Verdict {
  const { tokens, left, stop } = gap;
  if (stop !== left || tokens[stop]?.norm !== '.') return null;
  const before = tokens[stop - 1];
  if (before?.kind !== 'word' || before.end !== tokens[stop]?.start) return null;
  const word = abbreviationBefore(tokens, stop);
  if (ABBREVIATIONS.inside.has(word) || isDottedPiece(tokens, stop)) return 'join';
  if (ABBREVIATIONS.beforeNumber.has(word) && tokens[gap.next]?.kind === 'number') return 'join';
  if (ABBREVIATIONS.beforeName.has(word) && !isAfterNumber(tokens, stop) && namesSomething(gap))
    return 'join';
  if (!ABBREVIATIONS.either.has(word)) return null;
  return smallFollows(gap) ? 'join' : null;
}

/** «т. | е.», "e. | g.": between two single letters of one abbreviation. */
function isDottedPiece(tokens: readonly Token[], stop: number): boolean {
  const after = tokens[stop + 1]?.norm ?? '';
  const isPair = DOTTED_PIECES.has(tokens[stop - 1]?.norm ?? '') && DOTTED_PIECES.has(after);
  return isPair && tokens[stop + 2]?.norm === '.';
}

/** «т. е.» and "e.g." as one word: single letters with full stops between them. */
function abbreviationBefore(tokens: readonly Token[], stop: number): string {
  const pieces: string[] = [];
  for (let at = stop - 1; at >= 0 && pieces.length < 3; at -= 2) {
    const piece = tokens[at];
    if (piece === undefined || piece.kind !== 'word') break;
    const isPiece = DOTTED_PIECES.has(piece.norm);
    if (!isPiece && pieces.length > 0) break;
    pieces.unshift(piece.norm);
    if (!isPiece || tokens[at - 1]?.norm !== '.') break;
  }
  return pieces.join('.');
}

/** «5 ч.», «2020 г.»: a unit, not the name of a town. */
function isAfterNumber(tokens: readonly Token[], stop: number): boolean {
  return tokens[stop - 2]?.kind === 'number';
}

/** «ул. Лесная», «г. Тверь», «им. Кирова», "No. 5" — not «г. Потом мы». */
function namesSomething({ tokens, next }: Gap): boolean {
  const token = tokens[next];
  return token !== undefined && !ABBREVIATIONS.openers.has(token.norm);
}

/** «А. С. Петров», "J. Smith"; not «план Б. Мы …», "flat 3A. They …", "aisle C. Got an engineer …". */
function initials({ text, tokens, left, stop, next }: Gap): Verdict {
  if (stop !== left || tokens[stop]?.norm !== '.') return null;
  const letter = tokens[stop - 1];
  const after = tokens[next];
  if (letter?.kind !== 'word' || after?.kind !== 'word' || letter.end - letter.start !== 1) return null;
  if (!isCapital(text, letter.start) || !isCapital(text, after.start)) return null;
  if (ABBREVIATIONS.openers.has(after.norm) && after.end - after.start > 1) return null;
  const before = tokens[stop - 2];
  if (letter.norm === 'i' || before?.end === letter.start) return null;
  const isEnglish = letter.norm >= 'a' && letter.norm <= 'z';
  const isLabel = isEnglish && before?.kind === 'word' && isSmall(text, before.start);
  return isLabel && after.end - after.start > 1 ? null : 'join';
}

/** «Ну… и потом», «ждали... ждали»: the thought goes on. */
function trailingOff(gap: Gap): Verdict {
  return isEllipsis(gap) && smallFollows(gap) ? 'join' : null;
}

function isEllipsis({ tokens, stop }: Gap): boolean {
  return tokens[stop]?.norm === '…' || (tokens[stop]?.norm === '.' && tokens[stop - 1]?.norm === '.');
}

/** Unknown abbreviations: «прим. ред.», «внутр. регламент» — short, before a small letter, in a tidy text. */
function smallLetter(gap: Gap): Verdict {
  const { tokens, stop, traits } = gap;
  if (!smallFollows(gap) || traits.smallLetters()) return null;
  if (tokens[stop]?.norm !== '.') return 'join';
  const before = tokens[stop - 1];
  if (before?.kind !== 'word' || hasVowelEnd(before.norm)) return null;
  return before.norm.length <= (hasVowelEnd(before.norm.slice(0, -1)) ? 4 : 5) ? 'join' : null;
}

/** Abbreviations are cut off after a consonant: «внутр.», "dept."; words mostly are not. */
function hasVowelEnd(norm: string): boolean {
  return /[aeiouyаеиоуыэюяь]$/u.test(norm);
}

function endsWith({ tokens, stop }: Gap, mark: string): Verdict {
  return tokens[stop]?.norm === mark ? 'cut' : null;
}
