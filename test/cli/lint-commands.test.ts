import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { cli } from '../support/cli.js';
import { folder } from './lint-folder.js';

interface Row {
  /** What the row holds; conventions of every linter that people have complained about elsewhere. */
  readonly convention: string;
  /** Name of a folder with its files. */
  readonly in: string;
  readonly run: string;
  readonly stdin?: string;
  readonly env?: Record<string, string>;
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const { folders, rows } = parse(readFileSync('test/fixtures/commands/lint.yaml', 'utf8')) as {
  folders: Record<string, Record<string, string>>;
  rows: Row[];
};

test.each(rows.map((row) => [row.convention, row] as const))('%s', async (_, row) => {
  const cwd = folder(folders[row.in] ?? {});
  const argv = [...row.run.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  const { code, stdout, stderr } = await cli(argv, {
    cwd,
    ...(row.stdin === undefined ? {} : { stdin: row.stdin }),
    ...(row.env === undefined ? {} : { env: row.env }),
  });
  expect({ code, stdout: fitted(stdout, row.stdout), stderr: fitted(stderr, row.stderr) }).toEqual({
    code: row.code,
    stdout: row.stdout,
    stderr: row.stderr,
  });
});

/** The text with what fits … in a pattern replaced by it, so that a difference is shown line by line. */
function fitted(text: string, pattern: string): string {
  const patterns = pattern.split('\n');
  return text
    .split('\n')
    .map((line, index) => (fits(line, patterns[index] ?? '') ? patterns[index] : line))
    .join('\n');
}

function fits(line: string, pattern: string): boolean {
  const [first = '', ...others] = pattern.split('…');
  if (!line.startsWith(first)) return false;
  let at = first.length;
  for (const piece of others) {
    const found = line.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return others.length === 0 ? at === line.length : line.endsWith(others.at(-1) ?? '');
}
