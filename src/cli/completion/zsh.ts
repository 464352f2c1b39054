import { type DescribedCommand, type DescribedOption, lastOf, type Values } from './describe.js';

/** A script for zsh that may be sourced, or saved as `_star-coach` in a folder of `$fpath`. */
export function zshCompletion(program: DescribedCommand): string {
  return `#compdef star-coach
# zsh completion for star-coach: source <(star-coach completion zsh)
${commandFunction(program)}
if [[ \${funcstack[1]} == _star-coach ]]; then
  _star-coach "$@"
else
  compdef _star-coach star-coach
fi
`;
}

function commandFunction(command: DescribedCommand): string {
  const { name, options, operands, many, commands } = command;
  const specs = options.flatMap(optionSpec);
  if (commands.length === 0) {
    specs.push(
      ...operands.map((values, at) => {
        const rest = many && at === operands.length - 1;
        return quoted(`${rest ? '*' : String(at + 1)}:${nameOf(values)}:${action(values)}`);
      }),
    );
    return `${functionName(name)}() {\n  _arguments -s -S ${specs.join(' \\\n    ')}\n}`;
  }
  specs.push(quoted('1:command:->command'), quoted('*::argument:->argument'));
  const described = commands.map((each) => `    ${quoted(`${lastOf(each.name)}:${each.about}`)}`);
  const cases = commands.map((each) => `      ${lastOf(each.name)}) ${functionName(each.name)} ;;`);
  return `${commands.map(commandFunction).join('\n')}
${functionName(name)}() {
  local curcontext="$curcontext" state line
  typeset -A opt_args
  local -a commands
  commands=(
${described.join('\n')}
  )
  _arguments -s -S -C ${specs.join(' \\\n    ')}
  case $state in
    command) _describe -t commands command commands ;;
    argument)
      case $line[1] in
${cases.join('\n')}
      esac ;;
  esac
}`;
}

/** Every option may be given again: of many that is what they are for, and the others take the last. */
function optionSpec({ long, short, about, values, optional }: DescribedOption): string[] {
  const value = values === null ? '' : `${optional ? '::' : ':'}${nameOf(values)}:${action(values)}`;
  const text = `[${about.replace(/[\\[\]]/g, '\\$&')}]${value}`;
  return [short, long].flatMap((flag) => {
    if (flag === null) return [];
    const joined = flag === long && values !== null ? '=' : '';
    return [quoted(`*${flag}${joined}${text}`)];
  });
}

function nameOf({ kind }: Values): string {
  return kind === 'files' ? 'file' : 'value';
}

function action(values: Values): string {
  if (values.kind === 'words') return `(${values.words.join(' ')})`;
  return values.kind === 'files' ? '_files' : ' ';
}

function functionName(command: string): string {
  return command === '' ? '_star-coach' : `_star-coach-${command.replaceAll(' ', '-')}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
