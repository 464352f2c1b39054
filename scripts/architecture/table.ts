/** What one folder of `src/`, or one file beside the folders, may use. */
export interface Unit {
  readonly about: string;
  /** No `node:`, process, console, clock or randomness: the same input gives the same output anywhere. */
  readonly pure: boolean;
  /** Units whose code it may import. */
  readonly code: readonly string[];
  /** Units of which it may import types only. */
  readonly types: readonly string[];
  /** Outside packages, as they are written in an import. */
  readonly packages: readonly string[];
  /** Modules of Node: any, any but the file system, none. */
  readonly node: 'any' | 'no files' | 'none';
}

export type Table = Readonly<Record<string, Unit>>;

const PURE = { pure: true, node: 'none' } as const;

/** The borders inside `src/`, from the bottom up. A new folder is a row here. */
export const TABLE: Table = {
  text: {
    ...PURE,
    about: 'sentences, clauses, words, stems, word forms, the language of a text',
    code: [],
    types: [],
    packages: [
      'natural/lib/natural/stemmers/porter_stemmer.js',
      'natural/lib/natural/stemmers/porter_stemmer_ru.js',
    ],
  },
  numbers: {
    ...PURE,
    about: 'figures in a text: found, classified, compared',
    code: ['text'],
    types: [],
    packages: [],
  },
  content: {
    ...PURE,
    about: 'types and schemas of banks, frameworks, rules, languages, messages',
    code: [],
    types: ['text'],
    packages: ['fastest-levenshtein', 'yaml', 'zod'],
  },
  analysis: {
    ...PURE,
    about: 'which part each sentence carries; what is present, weak, missing',
    code: ['content', 'numbers', 'text'],
    types: [],
    packages: [],
  },
  rules: {
    ...PURE,
    about: 'kinds of check; findings',
    code: ['content', 'numbers', 'text'],
    types: ['analysis'],
    packages: ['zod'],
  },
  analyze: {
    ...PURE,
    about: 'the one entrance of the core: a reading and its findings',
    code: ['analysis', 'rules'],
    types: [],
    packages: [],
  },
  answers: {
    ...PURE,
    about: 'answer files: Markdown, YAML, plain text → answers with positions',
    code: ['content', 'text'],
    types: [],
    packages: ['yaml'],
  },
  rehearsal: {
    ...PURE,
    about: 'rehearsals as a state machine; what is due; progress',
    code: ['content'],
    types: ['analysis', 'analyze', 'text'],
    packages: ['ts-fsrs'],
  },
  reports: {
    ...PURE,
    about: 'findings and readings → text, JSON and other formats',
    code: ['content', 'numbers', 'rehearsal', 'rules'],
    types: ['analysis', 'analyze', 'text'],
    packages: ['diff/lib/diff/array.js', 'fast-string-width', 'fast-wrap-ansi', 'sarif'],
  },
  store: {
    about: 'files: content, discovery, drafts, journal',
    pure: false,
    code: ['content', 'rules', 'text'],
    types: ['rehearsal'],
    packages: ['chokidar', 'ignore', 'picomatch', 'tinyglobby', 'write-file-atomic', 'zod'],
    node: 'any',
  },
  terminal: {
    about: 'prompts, the live meter, pages of a session',
    pure: false,
    code: ['content', 'reports', 'text'],
    types: ['analysis', 'analyze', 'rehearsal'],
    packages: ['@inquirer/core', '@inquirer/prompts', 'string-width'],
    node: 'no files',
  },
  lsp: {
    about: 'the server for editors: diagnostics, explanations, comments that switch rules off',
    pure: false,
    code: [],
    types: ['content', 'reports'],
    packages: [
      'vscode-languageserver',
      'vscode-languageserver-protocol',
      'vscode-languageserver-protocol/node',
      'vscode-languageserver-textdocument',
    ],
    node: 'no files',
  },
  cli: {
    about: 'the commands',
    pure: false,
    code: [
      'analyze',
      'answers',
      'content',
      'lsp',
      'rehearsal',
      'reports',
      'rules',
      'store',
      'terminal',
      'text',
    ],
    types: ['analysis'],
    packages: ['@noble/hashes/sha2.js', 'chalk', 'commander', 'zod'],
    node: 'any',
  },
  index: {
    about: 'what other programs may import',
    pure: false,
    code: ['analyze', 'cli', 'store'],
    types: ['analysis', 'content', 'numbers', 'rules', 'text'],
    packages: [],
    node: 'none',
  },
  start: {
    about: 'the entry of the binary',
    pure: false,
    code: ['store'],
    types: ['cli'],
    packages: ['../package.json'],
    node: 'none',
  },
};
