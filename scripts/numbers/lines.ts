import { readFileSync } from 'node:fs';
import type { Mismatch, QuantityKind, QuantityRole } from '../../src/numbers/types.js';
import { quantityKind } from '../../src/rules/schema.js';

/** A figure marked in place; a mark that allows `excluded` may be left unread. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly kinds: readonly QuantityKind[];
  readonly roles: readonly QuantityRole[];
  readonly value: number | null;
  /** What is counted, as typed; null where the mark does not say. */
  readonly noun: string | null;
}

/** A line of the corpus; the notation is in test/numbers/corpus/README.md. */
export interface MarkedLine {
  readonly at: string;
  readonly text: string;
  /** Offsets of the text at which another part of the answer begins, with that part. */
  readonly parts: readonly { readonly start: number; readonly part: string }[];
  readonly marks: readonly Mark[];
  readonly base: boolean | null;
  readonly method: boolean | null;
  readonly mismatches: readonly Mismatch['kind'][];
}

export const CORPUS_LANGUAGES = ['ru', 'en'] as const;
export const CORPUS_HALVES = ['dev', 'blind'] as const;
const FOLDER = 'test/numbers/corpus';
const TAGS = new Set('base nobase method nomethod arithmetic direction points'.split(' '));

/** The lines of one half in one language; throws with file:line where a line is not in the notation. */
export function readLines(language: string, half: 'dev' | 'blind'): MarkedLine[] {
  const file = `${FOLDER}/${language}${half === 'blind' ? '.blind' : ''}.txt`;
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line, index) => ({ line, at: `${file}:${index + 1}` }))
    .filter(({ line }) => line.trim() !== '' && !line.startsWith('# '))
    .map(({ line, at }) => readLine(line, at));
}

function readLine(line: string, at: string): MarkedLine {
  const tags = [...line.matchAll(/ #([a-z]+)(?=\s|$)/gu)].map(([, tag]) => tag as string);
  const unknown = tags.find((tag) => !TAGS.has(tag));
  if (unknown !== undefined) throw new Error(`${at}: no such tag: #${unknown}`);
  const body = line.replaceAll(/ #[a-z]+(?=\s|$)/gu, '');
  const parts: { start: number; part: string }[] = [];
  const marks: Mark[] = [];
  let text = '';
  for (const piece of body.split(' || ')) {
    const [, part, rest] = /^([STARLO]) (.+)$/u.exec(piece) ?? [];
    if (part === undefined || rest === undefined)
      throw new Error(`${at}: a line begins with S, T, A, R, L or O`);
    if (text !== '') text += ' ';
    parts.push({ start: text.length, part });
    for (const [whole, figure, notes] of rest.matchAll(/\{([^{}|]+)\|([^{}|]+)\}|[^{}|]+/gu)) {
      if (figure === undefined || notes === undefined) {
        text += whole;
        continue;
      }
      marks.push(readMark(notes, figure, { start: text.length, end: text.length + figure.length, part, at }));
      text += figure;
    }
  }
  return {
    at,
    text,
    parts,
    marks,
    base: asked(tags, 'base'),
    method: asked(tags, 'method'),
    mismatches: tags
      .filter((tag) => ['arithmetic', 'direction', 'points'].includes(tag))
      .map((tag) => (tag === 'points' ? 'percent-or-points' : (tag as 'arithmetic' | 'direction'))),
  };
}

function asked(tags: readonly string[], tag: string): boolean | null {
  if (tags.includes(tag)) return true;
  return tags.includes(`no${tag}`) ? false : null;
}

function readMark(
  notes: string,
  figure: string,
  { start, end, part, at }: { start: number; end: number; part: string; at: string },
): Mark {
  const [kinds = '', ...rest] = notes.split(' ');
  const known = kinds.split('/') as QuantityKind[];
  const wrong = known.find((kind) => !KINDS.has(kind));
  if (wrong !== undefined) throw new Error(`${at}: no such kind: ${wrong}`);
  const value = rest.map(Number).find((number) => !Number.isNaN(number)) ?? null;
  const noun = rest.find((word) => word.startsWith('='))?.slice(1) ?? null;
  const roles = rest.find((word) => word !== `=${noun}` && Number.isNaN(Number(word)))?.split('/') as
    | QuantityRole[]
    | undefined;
  return {
    start,
    end,
    kinds: isBareUnit(figure) ? [...known, 'excluded'] : known,
    roles: roles ?? usualRoles(known, part),
    value,
    noun,
  };
}

const KINDS: ReadonlySet<QuantityKind> = new Set(quantityKind.options);

/** «за неделю», "in a year": a unit that stands for one says no number and need not be read; see `halfUnit`. */
function isBareUnit(figure: string): boolean {
  return BARE_UNIT.test(figure);
}

const BARE_UNIT =
  /^(?:(?:an?|the|the next) (?:hour|day|week|month|year|quarter)|(?:следующий )?(?:час|день|сутки|суток|неделю|месяц|квартал|год))$/iu;

/** What a figure is for where the mark does not say: by its kind and by the part it stands in. */
function usualRoles(kinds: readonly QuantityKind[], part: string): QuantityRole[] {
  if (kinds.every((kind) => kind === 'excluded')) return [];
  if (kinds[0] === 'duration') return ['duration'];
  return part === 'R' ? ['effect'] : ['scale', 'other'];
}
