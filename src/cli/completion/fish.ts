import type { DescribedCommand, DescribedOption, Values } from './describe.js';

/** A script for fish from 3.0 on. */
export function fishCompletion(program: DescribedCommand): string {
  return `# fish completion for star-coach: star-coach completion fish | source
complete -c star-coach -e
complete -c star-coach -f
${linesOf(program).join('\n')}
`;
}

function linesOf(command: DescribedCommand): string[] {
  const { name, options, operands, commands } = command;
  const here = quoted(conditionOf(command));
  return [
    ...commands.map((each) => line(here, ['-a', lastOf(each.name), '-d', quoted(each.about)])),
    ...options.map((option) => line(here, optionWords(option))),
    ...(name === '' ? [] : operands.flatMap((values) => operandLine(here, values))),
    ...commands.flatMap(linesOf),
  ];
}

/** True in the shell where the command has been typed and no command of its own behind it. */
function conditionOf({ name, commands }: DescribedCommand): string {
  const inner = commands.map((each) => lastOf(each.name)).join(' ');
  if (name === '') return '__fish_use_subcommand';
  const seen = name.split(' ').map((word) => `__fish_seen_subcommand_from ${word}`);
  return [...seen, ...(inner === '' ? [] : [`not __fish_seen_subcommand_from ${inner}`])].join('; and ');
}

function optionWords({ long, short, about, values, optional }: DescribedOption): string[] {
  return [
    ...(short === null ? [] : ['-s', short.slice(1)]),
    ...(long === null ? [] : ['-l', long.slice(2)]),
    // fish knows no values that may be left out; without -r it offers them behind «=» alone.
    ...(values === null || optional ? [] : ['-r']),
    ...(values === null ? [] : valueWords(values)),
    '-d',
    quoted(about),
  ];
}

function valueWords(values: Values): string[] {
  if (values.kind === 'files') return ['-F'];
  return values.kind === 'words' ? ['-f', '-a', quoted(values.words.join(' '))] : ['-f'];
}

function operandLine(here: string, values: Values): string[] {
  return values.kind === 'none' ? [] : [line(here, valueWords(values))];
}

function line(condition: string, words: readonly string[]): string {
  return `complete -c star-coach -n ${condition} ${words.join(' ')}`;
}

function lastOf(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1);
}

/** In single quotes fish takes `\\` and `'` from behind a backslash. */
function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
