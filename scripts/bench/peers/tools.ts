import { join } from 'node:path';
import type { Files } from './folders.js';
import { VERSIONS } from './install.js';

/** What is measured: a program over a folder of files, and over one. */
export interface Tool {
  readonly id: string;
  readonly name: string;
  /** Kind and number of files: slow ones get fewer. */
  readonly load: Load;
  /** Arguments of `node`. */
  readonly args: (files: Files) => string[];
  /** Leaves its work to a program of its own. */
  readonly whole?: true;
  /** Exit codes that are no failure; null where the code is a count. */
  readonly codes?: readonly number[] | null;
  /** A file and what the tool must say of it, before anything is measured: one that does nothing is fast. */
  readonly proof: { readonly text: string; readonly says: string };
}

export type Load = 'answers' | 'few-answers' | 'sources';

const PROSE = 'The the report was written by by me.\n';

/** @param home absolute path of the folder that the peers are installed in */
export function peers(home: string): Tool[] {
  const at = (path: string) => join(home, 'node_modules', path);
  const pattern = ({ folder, paths }: Files, ending: string) =>
    paths.length === 1 ? (paths[0] ?? folder) : `${folder}/**/*.${ending}`;
  const target = ({ folder, paths }: Files) => (paths.length === 1 ? (paths[0] ?? folder) : folder);
  const named = (name: string, of = name) => `${name} ${VERSIONS[of]}`;
  return [
    {
      id: 'markdownlint-cli2',
      name: named('markdownlint-cli2'),
      load: 'answers',
      args: (files) => [at('markdownlint-cli2/markdownlint-cli2-bin.mjs'), pattern(files, 'md')],
      proof: { text: '# A\n\n### B\n', says: 'MD001' },
    },
    {
      id: 'oxlint',
      name: named('oxlint'),
      load: 'sources',
      args: (files) => [at('oxlint/bin/oxlint'), target(files)],
      proof: { text: 'debugger;\n', says: 'no-debugger' },
    },
    {
      id: 'biome',
      name: named('biome', '@biomejs/biome'),
      load: 'sources',
      args: (files) => [at('@biomejs/biome/bin/biome'), 'lint', target(files)],
      whole: true,
      proof: { text: 'debugger;\n', says: 'noDebugger' },
    },
    {
      id: 'write-good',
      name: named('write-good'),
      load: 'few-answers',
      args: ({ paths }) => [at('write-good/bin/write-good.js'), ...paths],
      codes: null,
      proof: { text: PROSE, says: 'passive voice' },
    },
    {
      id: 'textlint',
      name: named('textlint'),
      load: 'few-answers',
      args: (files) => [
        at('textlint/bin/textlint.js'),
        '--config',
        join(home, 'textlint.json'),
        pattern(files, 'md'),
      ],
      proof: { text: PROSE, says: 'passive voice' },
    },
    {
      id: 'alex',
      name: named('alex'),
      load: 'few-answers',
      args: (files) => [at('alex/cli.js'), target(files)],
      proof: { text: 'He is a cripple.\n', says: 'cripple' },
    },
    {
      id: 'retext',
      name: `retext (${named('unified')})`,
      load: 'few-answers',
      args: (files) => [join(home, 'retext-script.mjs'), target(files)],
      proof: { text: PROSE, says: 'repeated-words' },
    },
  ];
}
