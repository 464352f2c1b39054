/**
 * The stem of a Russian word, as `porter_stemmer_ru` of the `natural` package has it. There a word runs through a
 * dozen expressions, which take longer to compile than all words of an answer take here.
 *
 * @param word lower case, ё as е
 */
export function russianStem(word: string): string {
  const from = behindVowel(word, 0);
  if (from === 0) return word;
  const stem = withoutEnding(word.slice(from));
  const bare = stem.endsWith('и') ? stem.slice(0, -1) : stem;
  const second = behindVowel(word, from);
  const root = second > from && DERIVED.end(word.slice(second)) > 0 ? without(DERIVED, bare) : bare;
  const plain = (without(SUPERLATIVE, root) || root).replaceAll('нн', 'н');
  return word.slice(0, from) + (plain.endsWith('ь') ? plain.slice(0, -1) : plain);
}

/** The place behind the first vowel from a place on; that place where there is none. */
function behindVowel(word: string, from: number): number {
  for (let at = from; at < word.length; at += 1) if (VOWELS.includes(word.charAt(at))) return at + 1;
  return from;
}

const VOWELS = 'аеиоюяуыэ';

/** @param rest what stands behind the first vowel */
function withoutEnding(rest: string): string {
  const gerund = GERUND_BEHIND_A.endBehindA(rest);
  if (gerund > 0) return rest.slice(0, -gerund - 1);
  if (GERUND.end(rest) > 0) return without(GERUND, rest);
  const active = without(REFLEXIVE, rest) || rest;
  if (ADJECTIVE.end(active) > 0) {
    const base = without(ADJECTIVE, active);
    return (cut(PARTICIPLE_BEHIND_A, PARTICIPLE, base) ?? base) || base;
  }
  return cut(VERB_BEHIND_A, VERB, active) ?? without(NOUN, active);
}

/** Without an ending that stands behind «а» or «я», which stays, else without one of the others; null without either. */
function cut(behindA: Suffixes, others: Suffixes, word: string): string | null {
  const length = behindA.endBehindA(word) || others.end(word);
  return length === 0 ? null : word.slice(0, -length);
}

function without(suffixes: Suffixes, word: string): string {
  const length = suffixes.end(word);
  return length === 0 ? word : word.slice(0, -length);
}

class Suffixes {
  readonly #list: string;
  readonly #longest: number;
  /** Made when it is first asked: an answer in another language asks none. */
  #all: ReadonlySet<string> | null = null;

  /** @param list endings with a space between them */
  constructor(list: string, longest: number) {
    this.#list = list;
    this.#longest = longest;
  }

  /** Letters of the longest of them that the word ends with; 0 for none. */
  end(word: string): number {
    const all = this.#made();
    for (let length = Math.min(this.#longest, word.length); length > 0; length -= 1)
      if (all.has(word.slice(-length))) return length;
    return 0;
  }

  /** The same for those that stand behind «а» or «я». */
  endBehindA(word: string): number {
    const all = this.#made();
    for (let length = Math.min(this.#longest, word.length - 1); length > 0; length -= 1) {
      const before = word.charAt(word.length - length - 1);
      if ((before === 'а' || before === 'я') && all.has(word.slice(-length))) return length;
    }
    return 0;
  }

  #made(): ReadonlySet<string> {
    this.#all ??= new Set(this.#list.split(' '));
    return this.#all;
  }
}

const GERUND_BEHIND_A = new Suffixes('вши вшись', 5);
const GERUND = new Suffixes('ив ивши ившись ывши ывшись ыв', 6);
const ADJECTIVE = new Suffixes(
  'ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею',
  3,
);
const PARTICIPLE_BEHIND_A = new Suffixes('ем нн вш ющ щ', 2);
const PARTICIPLE = new Suffixes('ивш ывш ующ', 3);
const REFLEXIVE = new Suffixes('ся сь', 2);
const VERB_BEHIND_A = new Suffixes('ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно', 3);
const VERB = new Suffixes(
  'ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено ят ует ит ыт ены ить ыть ишь ую ю',
  4,
);
const NOUN = new Suffixes(
  'а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию ью ю ия ья я',
  4,
);
const SUPERLATIVE = new Suffixes('ейш ейше', 4);
const DERIVED = new Suffixes('ост ость', 4);
