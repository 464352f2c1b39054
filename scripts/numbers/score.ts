import { findMismatches } from '../../src/numbers/mismatches.js';
import { findQuantities } from '../../src/numbers/quantities.js';
import { assignRoles } from '../../src/numbers/roles.js';
import type { Mismatch, Quantity, ReadQuantity } from '../../src/numbers/types.js';
import { readDocument } from '../../src/text/document.js';
import type { Mark, MarkedLine } from './lines.js';

/** Right answers among those given and among those wanted. */
export interface Tally {
  given: number;
  givenRight: number;
  wanted: number;
  wantedRight: number;
}

export interface Score {
  readonly figures: Tally;
  readonly kinds: ReadonlyMap<string, Tally>;
  readonly roles: ReadonlyMap<string, Tally>;
  /** Rows of their own: values, exclusions, bases, methods, mismatches. */
  readonly others: ReadonlyMap<string, Tally>;
  /** What went wrong: place, what, and the line. */
  readonly errors: readonly { readonly at: string; readonly what: string; readonly text: string }[];
}

/** Reads every line as an answer whose parts are known, and compares with its marks; a figure is found where it overlaps its mark. */
export function score(lines: readonly MarkedLine[], language: string): Score {
  const result = {
    figures: tally(),
    kinds: new Map<string, Tally>(),
    roles: new Map<string, Tally>(),
    others: new Map<string, Tally>(),
    errors: [] as { at: string; what: string; text: string }[],
  };
  for (const line of lines) {
    const { found, mismatches } = read(line, language);
    const reading: LineReading = {
      line,
      found,
      mismatches,
      fail: (what) => result.errors.push({ at: line.at, what, text: line.text }),
    };
    for (const quantity of found) if (quantity.kind !== 'excluded') scoreFigure(quantity, reading, result);
    for (const mark of line.marks)
      if (mark.kinds.includes('excluded')) scoreExclusion(mark, reading, result);
      else scoreMark(mark, reading, result);
    scoreOrigins(reading, result);
    scoreMismatches(reading, result);
  }
  return result;
}

interface LineReading {
  readonly line: MarkedLine;
  readonly found: readonly ReadQuantity[];
  readonly mismatches: readonly Mismatch['kind'][];
  readonly fail: (what: string) => void;
}

type Tallies = Readonly<Record<'kinds' | 'roles' | 'others', Map<string, Tally>>> & {
  readonly figures: Tally;
};

/** A figure that was read: whether a mark stands there, of its kind and its role. */
function scoreFigure(
  quantity: ReadQuantity,
  { line, fail }: LineReading,
  { figures, kinds, roles }: Tallies,
): void {
  const near = line.marks.filter((mark) => overlap(mark, quantity));
  const right = near.some(({ kinds: allowed }) => allowed.includes(quantity.kind));
  give(figures, right);
  give(at(kinds, quantity.kind), right);
  if (!right) fail(`read: ${shown(line, quantity)}`);
  give(
    at(roles, quantity.role),
    near.some((mark) => mark.roles.includes(quantity.role)),
  );
}

/** A mark of a number that measures nothing: whether it is read as none, and named rightly. */
function scoreExclusion(mark: Mark, { line, found, fail }: LineReading, { roles, others }: Tallies): void {
  const near = found.filter((quantity) => overlap(mark, quantity));
  const left = near.every(({ kind }) => mark.kinds.includes(kind));
  if (mark.kinds.length === 1) want(at(others, 'excluded'), left);
  const named = near.filter(({ kind }) => kind === 'excluded');
  for (const { role } of mark.roles.length > 0 ? named : []) {
    const fits = mark.roles.includes(role);
    want(at(roles, mark.roles.join('/')), fits);
    if (!fits) fail(`role: ${wantedFigure(line, mark)} ${role}, not ${mark.roles.join('/')}`);
  }
}

/** A mark of a figure: whether it is read, with its kind, role and value. */
function scoreMark(
  mark: Mark,
  { line, found, fail }: LineReading,
  { figures, kinds, roles, others }: Tallies,
): void {
  const near = found.filter((quantity) => overlap(mark, quantity));
  const hit = near.find(({ kind }) => mark.kinds.includes(kind));
  want(figures, hit !== undefined);
  want(at(kinds, mark.kinds[0] as string), hit !== undefined);
  const role = hit !== undefined && mark.roles.includes(hit.role);
  want(at(roles, mark.roles.join('/')), role);
  if (hit === undefined) {
    const instead = near.map((quantity) => shown(line, quantity)).join('; ');
    fail(`missed: ${wantedFigure(line, mark)}${instead === '' ? '' : ` (${instead})`}`);
    return;
  }
  if (!role) fail(`role: ${shown(line, hit)}, not ${mark.roles.join('/')}`);
  if (mark.noun !== null) {
    want(at(others, 'noun'), hit.unit === mark.noun);
    if (hit.unit !== mark.noun) fail(`noun: ${shown(line, hit)} ${hit.unit}, not ${mark.noun}`);
  }
  if (mark.value === null) return;
  const value = hit.value === mark.value || Math.abs(hit.value - mark.value) < 0.01 * mark.value;
  want(at(others, 'value'), value);
  if (!value) fail(`value: ${shown(line, hit)}, not ${mark.value}`);
}

/** Whether it is known what figures started from and how they were measured, where the line says. */
function scoreOrigins({ line, found, fail }: LineReading, { others }: Tallies): void {
  for (const which of ['base', 'method'] as const) {
    const wanted = line[which];
    if (wanted === null) continue;
    const has = found.some((quantity) => quantity.role === 'effect' && quantity[which] !== undefined);
    if (wanted) want(at(others, which), has);
    else want(at(others, `no ${which}`), !has);
    if (has !== wanted) fail(wanted ? `no ${which}` : `a ${which} that is not there`);
  }
}

function scoreMismatches({ line, mismatches, fail }: LineReading, { others }: Tallies): void {
  for (const kind of mismatches) {
    give(at(others, 'mismatch'), line.mismatches.includes(kind));
    if (!line.mismatches.includes(kind)) fail(`mismatch: ${kind}`);
  }
  for (const kind of line.mismatches) {
    want(at(others, 'mismatch'), mismatches.includes(kind));
    if (!mismatches.includes(kind)) fail(`no mismatch: ${kind}${mismatches.length > 0 ? '' : ' (none)'}`);
  }
}

function shown({ text }: MarkedLine, { start, end, excluded, kind, role, value }: ReadQuantity): string {
  return `«${text.slice(start, end)}» ${excluded ?? kind} ${role} ${value}`;
}

function wantedFigure({ text }: MarkedLine, { start, end, kinds }: Mark): string {
  return `«${text.slice(start, end)}» ${kinds.join('/')}`;
}

function read(line: MarkedLine, language: string): { found: ReadQuantity[]; mismatches: Mismatch['kind'][] } {
  const document = readDocument(line.text, { language, headings: [] });
  const quantities = findQuantities(document);
  const isResult = ({ sentence }: Quantity): boolean => {
    const start = document.sentences[sentence]?.start ?? 0;
    return line.parts.findLast((part) => part.start <= start)?.part === 'R';
  };
  return {
    found: assignRoles(quantities, document, { isResult }),
    mismatches: findMismatches(document, quantities).map(({ kind }) => kind),
  };
}

function overlap(mark: Mark, quantity: ReadQuantity): boolean {
  return mark.start < quantity.end && quantity.start < mark.end;
}

function tally(): Tally {
  return { given: 0, givenRight: 0, wanted: 0, wantedRight: 0 };
}

function at(map: Map<string, Tally>, key: string): Tally {
  const known = map.get(key) ?? tally();
  map.set(key, known);
  return known;
}

function give(row: Tally, right: boolean): void {
  row.given += 1;
  if (right) row.givenRight += 1;
}

function want(row: Tally, right: boolean): void {
  row.wanted += 1;
  if (right) row.wantedRight += 1;
}

/** Right among the given, 1 where none was given. */
export function precision({ given, givenRight }: Tally): number {
  return given === 0 ? 1 : givenRight / given;
}

/** Right among the wanted, 1 where none was wanted. */
export function recall({ wanted, wantedRight }: Tally): number {
  return wanted === 0 ? 1 : wantedRight / wanted;
}
