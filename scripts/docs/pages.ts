import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { builtProgram } from '../../test/e2e/built.js';
import { accuracySummary } from './accuracy-summary.js';
import { type RecordedSession, recordSession } from './session.js';
import { fillPlaces, placesOf, screenBlock } from './written.js';

/** Pages by hand with places that are filled from the program's real output. */
export const PAGES = [
  'README.md',
  'docs/candidate.md',
  'docs/candidate.ru.md',
  'docs/lint.md',
  'docs/api.md',
] as const;

const ACCURACY = 'docs/accuracy.md';

/** Where the commands of the pages run: the files they name lie there. */
const EXAMPLES = 'docs/examples';

/** The pages as they should be. */
export async function writtenPages(): Promise<{ readonly path: string; readonly text: string }[]> {
  const program = await builtProgram();
  const pages = PAGES.map((path) => ({ path, text: readFileSync(path, 'utf8') }));
  const wanted = [...new Set(pages.flatMap(({ text }) => placesOf(text)))];
  const filled = new Map<string, string>();
  for (const what of wanted) filled.set(what, await produce(what, program));
  return pages.map(({ path, text }) => ({
    path,
    text: fillPlaces(text, (what) => filled.get(what) ?? ''),
  }));
}

const sessions = new Map<string, Promise<RecordedSession>>();

/**
 * What a place asks for: `session typing|reading|revision en|ru`, `accuracy`, `example` (the output of the program
 * in docs/api.md), or `$` and a command line with its output.
 */
async function produce(wanted: string, program: string): Promise<string> {
  if (wanted.startsWith('$ ')) return commandBlock(wanted.slice(2), program);
  if (wanted === 'accuracy') return accuracy();
  if (wanted === 'example') return screenBlock(runExample());
  const [kind, part, language] = wanted.split(' ');
  if (kind !== 'session' || (language !== 'en' && language !== 'ru'))
    throw new Error(`nobody knows how to write '${wanted}'`);
  let session = sessions.get(language);
  if (session === undefined) {
    session = recordSession(language);
    sessions.set(language, session);
  }
  return screenBlock((await session)[part as keyof RecordedSession]);
}

function commandBlock(line: string, program: string): string {
  const bin = mkdtempSync(join(tmpdir(), 'star-coach-bin-'));
  try {
    writeFileSync(join(bin, 'star-coach'), `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`, {
      mode: 0o755,
    });
    const { stdout } = spawnSync('sh', ['-c', `${line} 2>&1`], {
      cwd: EXAMPLES,
      encoding: 'utf8',
      env: { PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`, LANG: 'en' },
    });
    return `\`\`\`console\n$ ${line}\n${stdout.trim()}\n\`\`\``;
  } finally {
    rmSync(bin, { recursive: true });
  }
}

const MEASURED = `How often it is right, measured on labelled answers made up for the purpose. Answers are made in groups of writers, and
each is read with weights fitted without its group. F1 is the harmonic mean of precision and recall; 1 is perfect.
([All figures, and what is read wrongly](${ACCURACY}))`;

function accuracy(): string {
  return existsSync(ACCURACY)
    ? `${MEASURED}\n\n${accuracySummary(readFileSync(ACCURACY, 'utf8'))}`
    : 'How often it is wrong is measured by `npm run accuracy`.';
}

/** The program that docs/api.md shows. */
function apiExample(): string {
  const code = /```js\n([\s\S]*?)```/.exec(readFileSync('docs/api.md', 'utf8'))?.[1];
  if (code === undefined) throw new Error('docs/api.md shows no program');
  return code;
}

/** A folder in which the package is installed and the program of docs/api.md lies as `example.mjs`. */
export function exampleFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'star-coach-example-'));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(resolve('.'), join(folder, 'node_modules/star-coach'), 'junction');
  writeFileSync(join(folder, 'example.mjs'), apiExample());
  return folder;
}

function runExample(): string {
  const folder = exampleFolder();
  try {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['example.mjs'], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`the example of docs/api.md fails: ${stderr}`);
    return stdout.trim();
  } finally {
    rmSync(folder, { recursive: true });
  }
}
