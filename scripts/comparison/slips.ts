import { MANY, type Tool } from './tools.js';

/** What came of a command line. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Files in the folder afterwards. */
  readonly files: readonly string[];
}

export interface Slip {
  readonly name: string;
  /** What those who run it want. */
  readonly wanted: string;
  /** The command line in a shell; null where the tool has no such thing. */
  readonly command: (tool: Tool) => string | null;
  /** Files beside those that every folder has. */
  readonly files?: (tool: Tool) => Readonly<Record<string, string | Buffer>>;
  readonly right: (outcome: Outcome, tool: Tool) => boolean;
}

/** Lines that name files and count, whatever was found. */
const HEADER = /^(?:Finding: |Linting: |Summary: |markdownlint-cli2 v).*$/gm;

const all = ({ stdout, stderr }: Outcome) => stdout + stderr;
/** A stack trace of Node, or of the tool's own code. */
const crashed = (outcome: Outcome) => /^\s+at .+:\d+:\d+\)?$/m.test(all(outcome));
const says = (outcome: Outcome, ...words: readonly string[]) =>
  words.every((word) => all(outcome).includes(word));
const usage = (outcome: Outcome, ...words: readonly string[]) =>
  outcome.code === 2 && says(outcome, ...words) && !crashed(outcome);

const on =
  (...words: readonly string[]) =>
  ({ call, extension }: Tool) =>
    [call, ...words].join(' ').replaceAll('.EXT', `.${extension}`);

/** A command line with an option that a tool may lack. */
const withOption =
  (option: keyof Tool, behind: string) =>
  (tool: Tool): string | null =>
    typeof tool[option] === 'string' ? on(tool[option], behind)(tool) : null;

const config = (which: 'broken' | 'unknownKey' | 'unknownRule') => (tool: Tool) => ({
  [tool.config.path]: tool.config[which],
});

/** Bytes that are no UTF-8, in an otherwise good file. */
const NOT_UTF8 = Buffer.from([0x54, 0x65, 0xff, 0xfe, 0x78, 0x74, 0x0a]);

/** Slips, and cases at the edge, that cost users of linters their time. Every folder has a good and a bad file. */
export const SLIPS: readonly Slip[] = [
  {
    name: 'a clean file',
    wanted: 'exit 0',
    command: on('good.EXT'),
    right: ({ code }) => code === 0,
  },
  {
    name: 'a finding',
    wanted: 'exit 1',
    command: on('bad.EXT'),
    right: ({ code }) => code === 1,
  },
  {
    name: 'a path that does not exist',
    wanted: 'exit 2, the path is named, no stack',
    command: on('nowhere.EXT'),
    right: (outcome) => usage(outcome, 'nowhere.'),
  },
  {
    name: 'the same beside one that exists',
    wanted: 'exit 2, the path is named, no stack',
    command: on('good.EXT nowhere.EXT'),
    right: (outcome) => usage(outcome, 'nowhere.'),
  },
  {
    name: 'a pattern that matches nothing',
    wanted: 'exit 2, the pattern is named, no stack',
    command: on("'nothing-*.EXT'"),
    right: (outcome) => usage(outcome, 'nothing-*'),
  },
  {
    name: 'a folder without files to check',
    wanted: 'exit 2, the folder is named, no stack',
    command: on('empty'),
    files: () => ({ 'empty/readme.bin': '' }),
    right: (outcome) => usage(outcome, 'empty'),
  },
  {
    name: 'an ignored file, named',
    wanted: 'exit 0 without a word, as pre-commit and editors name files',
    command: on('ignored/bad.EXT'),
    files: ({ bad, extension }) => ({
      [`ignored/bad.${extension}`]: bad,
      '.textlintignore': 'ignored/**\n',
    }),
    right: (outcome) => outcome.code === 0 && !all(outcome).replace(HEADER, '').includes('ignored/'),
  },
  {
    name: 'an unknown option',
    wanted: 'exit 2, the option is named, no stack',
    command: on('--nonsense good.EXT'),
    right: (outcome) => usage(outcome, 'nonsense'),
  },
  {
    name: 'an unknown report',
    wanted: 'exit 2, the report is named, no stack',
    command: withOption('unknownFormat', 'good.EXT'),
    right: (outcome) => usage(outcome, 'nonsense'),
  },
  {
    name: 'an unknown rule in the config',
    wanted: 'exit 2, the rule is named, no stack',
    command: on('good.EXT'),
    files: config('unknownRule'),
    right: (outcome) => usage(outcome, 'no-such-rule'),
  },
  {
    name: 'an unknown key in the config',
    wanted: 'exit 2, the key is named, no stack',
    command: on('good.EXT'),
    files: config('unknownKey'),
    right: (outcome) => usage(outcome, 'unknwon'),
  },
  {
    name: 'a config that cannot be parsed',
    wanted: 'exit 2, file and line are named, no stack',
    command: on('good.EXT'),
    files: config('broken'),
    right: (outcome, tool) => usage(outcome, tool.config.path) && /:[23]\b|line [23]/i.test(all(outcome)),
  },
  {
    name: 'a file that is not UTF-8',
    wanted: 'a finding on that file; the others are checked',
    command: on('broken.EXT bad.EXT'),
    files: ({ extension }) => ({ [`broken.${extension}`]: NOT_UTF8 }),
    right: (outcome) => outcome.code === 1 && says(outcome, 'broken.', 'bad.') && !crashed(outcome),
  },
  {
    name: 'nothing on stdin',
    wanted: 'no crash, no wait',
    command: withOption('stdin', '< /dev/null'),
    right: (outcome) => outcome.code < 2 && !crashed(outcome),
  },
  {
    name: 'a finding on stdin, with a name',
    wanted: 'exit 1 under that name',
    command: ({ call, stdin, stdinName, extension }) =>
      stdinName === null ? null : `${call} ${stdin} ${stdinName} dir/named.${extension} < bad.${extension}`,
    right: (outcome) => outcome.code === 1 && says(outcome, 'named.'),
  },
  {
    name: 'a report into a file',
    wanted: 'exit 1 all the same, nothing on stdout',
    command: withOption('output', 'report.txt bad.EXT'),
    right: ({ code, stdout, files }) => code === 1 && stdout === '' && files.includes('report.txt'),
  },
  {
    name: 'a report into a folder that is not there',
    wanted: 'the folder is made',
    command: withOption('output', 'out/deep/report.txt bad.EXT'),
    right: ({ code, files }) => code === 1 && files.includes('out/deep/report.txt'),
  },
  {
    name: 'a report that cannot be written',
    wanted: 'exit 2, the path is named, no stack',
    command: withOption('output', 'good.EXT/report.txt bad.EXT'),
    right: (outcome) => usage(outcome, 'report.txt'),
  },
  {
    name: 'JSON and a file that does not exist',
    wanted: 'stdout is JSON or nothing',
    command: withOption('json', 'bad.EXT nowhere.EXT'),
    right: ({ stdout }) => stdout === '' || isJson(stdout),
  },
  {
    name: `${MANY} findings into a slow pipe`,
    wanted: 'all arrive',
    command: (tool) => `{ ${on(tool.lines, 'many.EXT')(tool)} 2>&1; } | { sleep 2; cat; }`,
    files: ({ many, extension }) => ({ [`many.${extension}`]: many }),
    right: ({ stdout }) => (stdout.match(/^.*\b\d+:\d+.*$/gm) ?? []).length >= MANY,
  },
  {
    name: `${MANY} findings into \`head -1\``,
    wanted: 'no stack',
    command: (tool) => `{ ${on(tool.lines, 'many.EXT')(tool)} 2>&1; } | head -1`,
    files: ({ many, extension }) => ({ [`many.${extension}`]: many }),
    right: (outcome) => !crashed(outcome) && !says(outcome, 'EPIPE'),
  },
  {
    name: 'a path with blanks, `%` and Cyrillic',
    wanted: 'exit 1, the path as it is',
    command: on("'мой ответ 50%.EXT'"),
    files: ({ bad, extension }) => ({ [`мой ответ 50%.${extension}`]: bad }),
    right: (outcome) => outcome.code === 1 && says(outcome, 'мой ответ 50%.'),
  },
  {
    name: 'a path that begins with a hyphen, behind `--`',
    wanted: 'exit 1, the file is checked',
    command: on('-- -bad.EXT'),
    files: ({ bad, extension }) => ({ [`-bad.${extension}`]: bad }),
    right: (outcome) => outcome.code === 1 && says(outcome, '-bad.'),
  },
  {
    name: 'the same file twice',
    wanted: 'it is reported once',
    command: on('bad.EXT ./bad.EXT'),
    right: (outcome, { extension }) =>
      outcome.code === 1 && once(all(outcome), new RegExp(`^.*\\bbad\\.${extension}\\b`, 'gm')),
  },
  {
    name: 'findings and words for the log',
    wanted: 'findings go to stdout',
    command: on('bad.EXT'),
    right: ({ stdout }) => stdout.replace(HEADER, '').includes('bad.'),
  },
];

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function once(text: string, pattern: RegExp): boolean {
  return new Set(text.match(pattern)).size === (text.match(pattern)?.length ?? 0);
}
