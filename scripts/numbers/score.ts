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
  const figures = tally();
  const kinds = new Map<string, Tally>();
  const roles = new Map<string, Tally>();
  const others = new Map<string, Tally>();
  const errors: { at: string; what: string; text: string }[] = [];
  for (const line of lines) {
    const { found, mismatches } = read(line, language);
    const fail = (what: string): void => void errors.push({ at: line.at, what, text: line.text });
    const shown = (q: ReadQuantity): string =>
      `«${line.text.slice(q.start, q.end)}» ${q.excluded ?? q.kind} ${q.role} ${q.value}`;
    for (const quantity of found) {
      if (quantity.kind === 'excluded') continue;
      const near = line.marks.filter((mark) => overlap(mark, quantity));
      const right = near.some(({ kinds: allowed }) => allowed.includes(quantity.kind));
      give(figures, right);
      give(at(kinds, quantity.kind), right);
      if (!right) fail(`read: ${shown(quantity)}`);
      give(
        at(roles, quantity.role),
        near.some((mark) => mark.roles.includes(quantity.role)),
      );
    }
    for (const mark of line.marks) {
      const figure = `«${line.text.slice(mark.start, mark.end)}» ${mark.kinds.join('/')}`;
      const near = found.filter((quantity) => overlap(mark, quantity));
      if (mark.kinds.includes('excluded')) {
        const left = near.every(({ kind }) => mark.kinds.includes(kind));
        if (mark.kinds.length === 1) want(at(others, 'excluded'), left);
        const named = near.filter(({ kind }) => kind === 'excluded');
        for (const { role } of mark.roles.length > 0 ? named : []) {
          const fits = mark.roles.includes(role);
          want(at(roles, mark.roles.join('/')), fits);
          if (!fits) fail(`role: ${figure} ${role}, not ${mark.roles.join('/')}`);
        }
        continue;
      }
      const hit = near.find(({ kind }) => mark.kinds.includes(kind));
      want(figures, hit !== undefined);
      want(at(kinds, mark.kinds[0] as string), hit !== undefined);
      const role = hit !== undefined && mark.roles.includes(hit.role);
      want(at(roles, mark.roles.join('/')), role);
      if (hit === undefined)
        fail(`missed: ${figure}${near.length > 0 ? ` (${near.map(shown).join('; ')})` : ''}`);
      else if (!role) fail(`role: ${shown(hit)}, not ${mark.roles.join('/')}`);
      if (hit !== undefined && mark.noun !== null) {
        want(at(others, 'noun'), hit.unit === mark.noun);
        if (hit.unit !== mark.noun) fail(`noun: ${shown(hit)} ${hit.unit}, not ${mark.noun}`);
      }
      if (hit === undefined || mark.value === null) continue;
      const value = hit.value === mark.value || Math.abs(hit.value - mark.value) < 0.01 * mark.value;
      want(at(others, 'value'), value);
      if (!value) fail(`value: ${shown(hit)}, not ${mark.value}`);
    }
    for (const which of ['base', 'method'] as const) {
      const wanted = line[which];
      if (wanted === null) continue;
      const has = found.some((quantity) => quantity.role === 'effect' && quantity[which] !== undefined);
      if (wanted) want(at(others, which), has);
      else want(at(others, `no ${which}`), !has);
      if (has !== wanted) fail(wanted ? `no ${which}` : `a ${which} that is not there`);
    }
    for (const kind of mismatches) {
      give(at(others, 'mismatch'), line.mismatches.includes(kind));
      if (!line.mismatches.includes(kind)) fail(`mismatch: ${kind}`);
    }
    for (const kind of line.mismatches) {
      want(at(others, 'mismatch'), mismatches.includes(kind));
      if (!mismatches.includes(kind)) fail(`no mismatch: ${kind}${mismatches.length > 0 ? '' : ' (none)'}`);
    }
  }
  return { figures, kinds, roles, others, errors };
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
