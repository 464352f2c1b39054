import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { cli } from '../support/cli.js';

export const GOOD =
  'In March our courier firm lost two of its five vans, and parcels for nine shops were late every day. I had to keep all nine shops from leaving us by the end of May. I called each owner, agreed a new pick-up time and rewrote the routes. Late parcels fell from 40 to 3 a week, and all nine shops renewed in May.';

export const RESULTLESS =
  'In March our courier firm lost two of its five vans, and parcels for nine shops were late every day. I had to keep all nine shops from leaving us by the end of May. I called each owner, agreed a new pick-up time and rewrote the routes.';

/** A folder of files that is removed after the test. */
export function folder(files: Readonly<Record<string, string | Buffer>>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'star coach %')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

interface JsonReport {
  readonly results: readonly {
    readonly path: string;
    readonly answers: readonly {
      readonly question: string | null;
      readonly language: string | null;
      readonly parts: object;
    }[];
    readonly findings: readonly {
      readonly rule: string;
      readonly severity: string;
      readonly message: string;
      readonly advice: string;
      readonly fingerprint: string;
      readonly start: { readonly line: number; readonly column: number; readonly offset: number };
      readonly end: { readonly line: number; readonly column: number; readonly offset: number };
    }[];
  }[];
}

/** `lint --format json` in a folder. */
export async function lintJson(cwd: string, argv: readonly string[] = ['.']) {
  const { code, stdout, stderr } = await cli(['lint', '--format', 'json', ...argv], { cwd });
  const report: JsonReport = stdout === '' ? { results: [] } : JSON.parse(stdout);
  return {
    code,
    stderr,
    results: report.results,
    findings: report.results.flatMap(({ findings }) => findings),
  };
}
