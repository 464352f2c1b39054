import type { DescribedCommand, DescribedOption, Values } from './describe.js';

/**
 * A script for bash from 3.2 (macOS) on; nothing else has to be installed. bash takes `:` and `=` for the ends of
 * words, so a value behind `=` is a word of its own.
 */
export function bashCompletion(program: DescribedCommand): string {
  const commands = allCommands(program);
  const values = commands.flatMap(({ name, options }) =>
    options.flatMap((option) => optionCase(name, option)),
  );
  return `# bash completion for star-coach: source <(star-coach completion bash)
_star_coach() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} command="" word at
  COMPREPLY=()
  if [[ $cur == "=" ]]; then
    cur=""
  elif [[ $prev == "=" ]]; then
    prev=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  for ((at = 1; at < COMP_CWORD; at++)); do
    word=\${COMP_WORDS[at]}
    case "$command/$word" in
${commands
  .filter(({ name }) => name !== '')
  .map(({ name }) => `      ${quoted(`${parentOf(name)}/${lastOf(name)}`)}) command=${quoted(name)} ;;`)
  .join('\n')}
    esac
  done
  case "$command/$prev" in
${values.join('\n')}
  esac
  case "$command/$cur" in
${commands.map(({ name, options }) => `    ${quoted(`${name}/-`)}*) _star_coach_words ${quoted(flagsOf(options).join(' '))} ;;`).join('\n')}
${commands.flatMap(operandCase).join('\n')}
  esac
}
_star_coach_words() {
  compopt +o default 2>/dev/null
  while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -W "$1" -- "$cur")
}
complete -o default -F _star_coach star-coach
`;
}

function allCommands(command: DescribedCommand): DescribedCommand[] {
  return [command, ...command.commands.flatMap(allCommands)];
}

function flagsOf(options: readonly DescribedOption[]): string[] {
  return options.flatMap(({ long, short }) => [short, long].filter((flag) => flag !== null));
}

function optionCase(command: string, { long, short, values }: DescribedOption): string[] {
  if (values === null) return [];
  const flags = [short, long].filter((flag) => flag !== null);
  const patterns = flags.map((flag) => quoted(`${command}/${flag}`)).join('|');
  return [`    ${patterns}) ${complete(values)}; return ;;`];
}

/** Without a word of ours bash falls back on files; where none fit there is nothing to fall back on. */
function complete(values: Values): string {
  if (values.kind === 'words') return `_star_coach_words ${quoted(values.words.join(' '))}`;
  return values.kind === 'files' ? ':' : `_star_coach_words ''`;
}

function operandCase({ name, operands, commands }: DescribedCommand): string[] {
  const words = [
    ...commands.map((command) => lastOf(command.name)),
    ...operands.flatMap((values) => (values.kind === 'words' ? values.words : [])),
  ];
  if (words.length === 0 && operands.some(({ kind }) => kind === 'files')) return [];
  return [`    ${quoted(`${name}/`)}*) _star_coach_words ${quoted(words.join(' '))} ;;`];
}

function parentOf(name: string): string {
  return name.split(' ').slice(0, -1).join(' ');
}

function lastOf(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
