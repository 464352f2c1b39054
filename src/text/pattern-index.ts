import { ANY_NUMBER, type Atom, satisfies } from './pattern-atoms.js';
import type { Element } from './pattern-elements.js';
import type { Token } from './types.js';

/** Patterns by words that they ask for: which of thousands a word of the text has to do with. */
export interface AtomIndex {
  /** Beginning, or whole word → the first of the atoms that ask for it. */
  readonly atoms: Map<string, Asking>;
  /** Letters of the longest beginning. */
  longest: number;
}

/** An atom with the indices of its patterns. */
interface Asking {
  readonly atom: Atom;
  readonly patterns: number[];
  /** The next one with the same beginning. */
  next: Asking | null;
}

export function addAtom({ atoms, longest }: AtomIndex, atom: Atom, pattern: number): number {
  const { beginning, ending, forms } = atom;
  let before = atoms.get(beginning);
  if (before === undefined) atoms.set(beginning, { atom, patterns: [pattern], next: null });
  else
    for (;;) {
      if (before.atom.ending === ending && before.atom.forms === forms) {
        before.patterns.push(pattern);
        break;
      }
      if (before.next === null) {
        before.next = { atom, patterns: [pattern], next: null };
        break;
      }
      before = before.next;
    }
  return longest > beginning.length ? longest : beginning.length;
}

/** Patterns of which an atom is satisfied by a token, each once. */
export function patternsFor({ atoms, longest }: AtomIndex, token: Token): readonly number[] {
  const found = new Set<number>();
  const add = (beginning: string) => {
    for (let asking = atoms.get(beginning) ?? null; asking !== null; asking = asking.next)
      if (satisfies(token, asking.atom)) for (const pattern of asking.patterns) found.add(pattern);
  };
  if (token.kind === 'number') add(ANY_NUMBER);
  const text = token.norm === '—' ? '-' : token.norm;
  for (let length = 0; length <= Math.min(longest, text.length); length++) add(text.slice(0, length));
  return found.size === 0 ? NO_PATTERNS : [...found];
}

export const NO_PATTERNS: readonly number[] = [];

/**
 * The rarest words of which one must stand in a text for a pattern to match there, as far as their letters tell;
 * null where all of its words may be left out.
 */
export function rarestAtoms(elements: readonly Element[]): readonly Atom[] | null {
  let rarest: readonly Atom[] | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const element of elements) {
    if (element.kind !== 'words' || element.optional) continue;
    // All words of an alternative must be there: the rarest of them stands for it.
    const atoms = element.alternatives.map((alternative) =>
      alternative.reduce((best, atom) => (commonness(atom) < commonness(best) ? atom : best)),
    );
    const common = atoms.reduce((sum, atom) => sum + commonness(atom), 0);
    if (common >= least) continue;
    least = common;
    rarest = atoms;
  }
  return rarest;
}

/** How often, about, words satisfy an atom: short words are the frequent ones, and any may follow a short beginning. */
function commonness({ beginning, ending, forms }: Atom): number {
  const letters = beginning.length + (ending?.length ?? 0);
  const words = (ending === null ? WHOLE : BEGUN)[letters] ?? 1;
  return forms === 0 ? words : words / 2;
}

/** By the number of letters given: of a whole word, and of one that only begins or ends so. */
const WHOLE: readonly number[] = [0, 1000, 600, 200, 50, 4];
const BEGUN: readonly number[] = [4000, 1000, 400, 60, 16, 4, 2];
