import {
  allCommands,
  type DescribedCommand,
  type DescribedOption,
  flagsWithValue,
  lastOf,
  parentOf,
  type Values,
} from './describe.js';

/** A script for fish from 3.0 on. */
export function fishCompletion(program: DescribedCommand): string {
  return `# fish completion for star-coach: star-coach completion fish | source
# True behind a command and as many operands as named: FIRST to LAST, from FIRST on, or any number.
function __star_coach_at --argument-names command first last
    set -l typed ''
    set -l operands 0
    set -l value no
    set -l words (commandline -opc)
    set -e words[1]
    for word in $words
        if test $value = yes
            set value no
            continue
        end
        switch "$typed/$word"
${allCommands(program).flatMap(wordCases).join('\n')}
            case '*/-*'
            case '*'
                set operands (math $operands + 1)
        end
    end
    test "$typed" = "$command"; or return 1
    test -z "$first"; or test $operands -ge $first; or return 1
    test -z "$last"; or test $operands -le $last
end
complete -c star-coach -e
complete -c star-coach -f
${allCommands(program).flatMap(linesOf).join('\n')}
`;
}

/** What a word before the cursor means to those after it. */
function wordCases(command: DescribedCommand): string[] {
  const { name } = command;
  const flags = flagsWithValue(command).map((flag) => quoted(`${name}/${flag}`));
  const branch = (patterns: readonly string[], does: string) =>
    `            case ${patterns.join(' ')}\n                ${does}`;
  return [
    ...(name === ''
      ? []
      : [branch([quoted(`${parentOf(name)}/${lastOf(name)}`)], `set typed ${quoted(name)}`)]),
    ...(flags.length === 0 ? [] : [branch(flags, 'set value yes')]),
  ];
}

function linesOf({ name, options, operands, many, commands }: DescribedCommand): string[] {
  const at = (...places: readonly number[]) => `"${['__star_coach_at', quoted(name), ...places].join(' ')}"`;
  return [
    ...commands.map((each) => line(at(0, 0), ['-a', lastOf(each.name), '-d', quoted(each.about)])),
    ...options.map((option) => line(at(), optionWords(option))),
    ...(commands.length > 0 ? [] : operands).flatMap((values, index) => {
      if (values.kind === 'none') return [];
      return [line(many && index === operands.length - 1 ? at(index) : at(index, index), valueWords(values))];
    }),
  ];
}

function optionWords({ long, short, about, values, optional }: DescribedOption): string[] {
  return [
    ...(short === null ? [] : ['-s', short.slice(1)]),
    ...(long === null ? [] : ['-l', long.slice(2)]),
    // fish knows no values that may be left out; without -r it offers them after «=» alone.
    ...(values === null || optional ? [] : ['-r']),
    ...(values === null ? [] : valueWords(values)),
    '-d',
    quoted(about),
  ];
}

/** A word with a tab after it has a description of its own, here none: it would take that of the option. */
function valueWords(values: Values): string[] {
  if (values.kind === 'files') return ['-F'];
  if (values.kind === 'none') return ['-f'];
  return ['-f', '-a', `'${values.words.map((word) => `${word}\\t`).join(' ')}'`];
}

function line(condition: string, words: readonly string[]): string {
  return `complete -c star-coach -n ${condition} ${words.join(' ')}`;
}

/** In single quotes fish takes `\\` and `'` from after a backslash. */
function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
