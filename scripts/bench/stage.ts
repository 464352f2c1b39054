import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { rolldown } from 'rolldown';
import { type ReadContent, readContent, writeContent } from '../../src/store/compile-content.js';
import { bundle } from '../build/bundle.js';
import { sampleAnswers } from './sample-answers.js';

/** A place to measure in: the program as it is published, built from the sources as they are now. */
export interface Stage {
  readonly folder: string;
  /** The program, relative to the folder. */
  readonly program: string;
  /** The same with {@link GROWN} times as many questions in its banks, relative to the folder. */
  readonly grown: string;
  /** An answer of 175 words, relative to the folder. */
  readonly answer: string;
  /** The script that reads answers in one process, relative to the folder. */
  readonly reading: string;
  /** The script that types an answer into the prompt in one process, relative to the folder. */
  readonly keys: string;
  /** A folder of answer files, relative to the folder. */
  readonly answers: string;
}

/** How many times as many questions a grown program has. */
export const GROWN = 10;

/** @param files how many answer files of about 175 words, in two languages */
export async function buildStage(files: number): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'star-coach-bench-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const { path, code } of (await bundle()).files) write(join('dist', path), code);
  write('dist/package.json', '{"type":"commonjs"}');
  write('dist/reading.cjs', await bundledScript('reading-script.ts'));
  write('dist/keys.cjs', await bundledScript('keys-script.ts'));
  cpSync('bin', join(folder, 'bin'), { recursive: true });
  const { pieces } = readContent('data');
  writeContent(pieces, join(folder, 'dist/content'));
  cpSync('bin', join(folder, 'grown/bin'), { recursive: true });
  cpSync(join(folder, 'dist'), join(folder, 'grown/dist'), { recursive: true });
  writeContent(withGrownBanks(pieces), join(folder, 'grown/dist/content'));
  const texts = sampleAnswers(['ru', 'en'], { count: files, words: 175 });
  for (const [index, text] of texts.entries())
    write(`answers/${String(index % 10)}/${String(index).padStart(6, '0')}.txt`, `${text}\n`);
  write('answer.txt', `${texts[0] ?? ''}\n`);
  return {
    folder,
    program: 'bin/star-coach.js',
    grown: 'grown/bin/star-coach.js',
    answer: 'answer.txt',
    reading: 'dist/reading.cjs',
    keys: 'dist/keys.cjs',
    answers: 'answers',
  };
}

interface Grown {
  readonly role: string;
  readonly questions: readonly unknown[];
}

/** Content whose banks have each of their questions several times, and the index that names them all. */
function withGrownBanks(pieces: ReadContent['pieces']): ReadContent['pieces'] {
  const grown = <T extends Grown>(bank: T): T => ({
    ...bank,
    questions: Array.from({ length: GROWN }, () => bank.questions).flat(),
  });
  const index = pieces.index as { readonly banks: readonly Grown[] };
  const banks = index.banks.map(({ role }) => [`bank.${role}`, grown(pieces[`bank.${role}`] as Grown)]);
  return { ...pieces, ...Object.fromEntries(banks), index: { ...index, banks: index.banks.map(grown) } };
}

async function bundledScript(name: string): Promise<string> {
  const build = await rolldown({
    input: join(import.meta.dirname, name),
    platform: 'node',
    resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
  });
  const { output } = await build.generate({ format: 'cjs', minify: true, codeSplitting: false });
  await build.close();
  return output[0].code;
}
