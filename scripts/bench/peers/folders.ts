import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleAnswers } from '../sample-answers.js';

/** Files a folder of the folder holds. */
const A_FOLDER = 500;

/** A folder of files to check. Paths are relative to where it was made. */
export interface Files {
  readonly folder: string;
  readonly paths: readonly string[];
}

/**
 * Makes a folder of Markdown files with one answer of about 175 words each, Russian and English by turns.
 *
 * @param where absolute path of the folder to make it in
 */
export function answerFiles(where: string, folder: string, count: number): Files {
  const texts = sampleAnswers(['ru', 'en'], { count, words: 175 });
  return filesOf(
    where,
    folder,
    texts.map((text, index) => ({ name: `${numbered(index)}.md`, text: `# Answer ${index}\n\n${text}\n` })),
  );
}

/** Makes a folder of JavaScript modules, each as long as the answer of its number, for linters of code. */
export function sourceFiles(where: string, folder: string, bytes: readonly number[]): Files {
  return filesOf(
    where,
    folder,
    bytes.map((size, index) => ({ name: `${numbered(index)}.js`, text: sourceOf(size) })),
  );
}

/** Bytes of each of the answers that `answerFiles` makes. */
export function answerSizes(count: number): number[] {
  return sampleAnswers(['ru', 'en'], { count, words: 175 }).map((text) => Buffer.byteLength(text));
}

function sourceOf(size: number): string {
  let text = '';
  for (let index = 0; text.length < size; index++)
    text += `export function total${index}(orders) {
  let sum = 0;
  for (const order of orders) {
    if (order.paid) sum += order.price * order.count + ${index};
  }
  return sum;
}

`;
  return text;
}

function filesOf(
  where: string,
  folder: string,
  files: readonly { readonly name: string; readonly text: string }[],
): Files {
  const paths = files.map(({ name, text }, index) => {
    const inner = `${folder}/${Math.floor(index / A_FOLDER)}`;
    if (index % A_FOLDER === 0) mkdirSync(join(where, inner), { recursive: true });
    writeFileSync(join(where, inner, name), text);
    return `${inner}/${name}`;
  });
  return { folder, paths };
}

function numbered(index: number): string {
  return String(index).padStart(6, '0');
}
