import { resolve } from 'node:path';

/** What a slip needs to know of a tool. A command of null: the tool has no such thing. */
export interface Tool {
  readonly name: string;
  /** Package and version from the registry; null for this program. */
  readonly version: string | null;
  /** Further packages it needs, with their versions. */
  readonly beside: Readonly<Record<string, string>>;
  /** How it is called in a shell, up to its options. */
  readonly call: string;
  readonly extension: string;
  readonly good: string;
  /** A file with one finding at least. */
  readonly bad: string;
  /** A file with `MANY` findings. */
  readonly many: string;
  readonly config: {
    readonly path: string;
    /** Leaves out the folder `ignored`. */
    readonly text: string;
    /** Cannot be parsed: the fault stands in its second line. */
    readonly broken: string;
    /** Has the key `unknwon`. */
    readonly unknownKey: string;
    /** Names the rule `no-such-rule`. */
    readonly unknownRule: string;
  };
  /** One finding a line, for machines or people. */
  readonly lines: string;
  readonly json: string | null;
  /** Writes a report into the path that follows. */
  readonly output: string | null;
  readonly stdin: string | null;
  /** Names what comes from stdin. */
  readonly stdinName: string | null;
  /** Chooses the report `nonsense`. */
  readonly unknownFormat: string | null;
}

/** Over 64 KiB of output in every tool: what a pipe holds. */
export const MANY = 3000;

const STORY =
  'In March our courier firm lost two of its five vans, and parcels for nine shops were late every day. I had to keep all nine shops from leaving us by the end of May. I called each owner, agreed a new pick-up time and rewrote the routes.';

const markdown = { extension: 'md', good: '# Title\n\nText.\n' };

/** Versions are pinned: what a page says must not change by itself. */
export const TOOLS: readonly Tool[] = [
  {
    name: 'star-coach',
    version: null,
    beside: {},
    call: `"${process.execPath}" "${resolve('bin/star-coach.js')}" lint`,
    extension: 'md',
    good: `## A\n\n${STORY} Late parcels fell from 40 to 3 a week, and all nine shops renewed in May.\n`,
    bad: `## A\n\n${STORY}\n`,
    many: `## A\n\n${'Write to anna.p@north-bakery.net about it. '.repeat(MANY)}\n`,
    config: {
      path: 'star-coach.config.yaml',
      text: 'ignore: [ignored/]\nrules: { duplicate-answer: off }\n',
      broken: 'ignore: [ignored/]\nrules: { vague: [\n',
      unknownKey: 'unknwon: 1\n',
      unknownRule: 'rules: { no-such-rule: error }\n',
    },
    lines: '-f unix',
    json: '-f json',
    output: '-o',
    stdin: '-',
    stdinName: '--stdin-filename',
    unknownFormat: '-f nonsense',
  },
  {
    name: 'ESLint',
    version: 'eslint@10.15.0',
    beside: {},
    call: 'eslint',
    extension: 'js',
    good: 'export const a = 1;\n',
    bad: 'undefinedCall();\n',
    many: 'undefinedCall();\n'.repeat(MANY),
    config: {
      path: 'eslint.config.mjs',
      text: "export default [{ ignores: ['ignored/**'] }, { rules: { 'no-undef': 'error' } }];\n",
      broken: 'export default [\n  {{\n];\n',
      unknownKey: 'export default [{ unknwon: 1 }];\n',
      unknownRule: "export default [{ rules: { 'no-such-rule': 'error' } }];\n",
    },
    lines: '',
    json: '-f json',
    output: '-o',
    stdin: '--stdin',
    stdinName: '--stdin-filename',
    unknownFormat: '-f nonsense',
  },
  {
    name: 'textlint',
    version: 'textlint@15.8.0',
    beside: { 'textlint-rule-no-todo': '2.0.1' },
    call: 'textlint',
    ...markdown,
    bad: '# Title\n\nTODO: text.\n',
    many: `# Title\n\n${'TODO: text.\n\n'.repeat(MANY)}`,
    config: {
      path: '.textlintrc.json',
      text: '{ "rules": { "no-todo": true } }\n',
      broken: '{ "rules":\n  { "no-todo": true ]\n',
      unknownKey: '{ "unknwon": 1, "rules": { "no-todo": true } }\n',
      unknownRule: '{ "rules": { "no-such-rule": true } }\n',
    },
    lines: '-f unix',
    json: '-f json',
    output: '-o',
    stdin: '--stdin',
    stdinName: '--stdin-filename',
    unknownFormat: '-f nonsense',
  },
  {
    name: 'markdownlint-cli2',
    version: 'markdownlint-cli2@0.22.0',
    beside: {},
    call: 'markdownlint-cli2',
    ...markdown,
    bad: '# Title\n\n### Deep\n\nText.\n',
    many: `# Title\n${'\n<b>text</b>\n'.repeat(MANY)}`,
    config: {
      path: '.markdownlint-cli2.jsonc',
      text: '{ "ignores": ["ignored/**"] }\n',
      broken: '{ "ignores":\n  ["ignored/**" }\n',
      unknownKey: '{ "unknwon": 1 }\n',
      unknownRule: '{ "config": { "no-such-rule": true } }\n',
    },
    lines: '',
    json: null,
    output: null,
    stdin: '-',
    stdinName: null,
    unknownFormat: null,
  },
];
