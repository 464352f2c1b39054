import {
  allCommands,
  type DescribedCommand,
  type DescribedOption,
  flagsOf,
  flagsWithValue,
  lastOf,
  parentOf,
  type Values,
} from './describe.js';

/**
 * A script for bash from 3.2 (macOS) on; nothing else has to be installed. bash takes `:` and `=` for the ends of
 * words, so a value after `=` is a word of its own.
 */
export function bashCompletion(program: DescribedCommand): string {
  const commands = allCommands(program);
  const values = commands.flatMap(({ name, options }) =>
    options.flatMap((option) => optionCase(name, option)),
  );
  return `# bash completion for star-coach: source <(star-coach completion bash)
_star_coach() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} command="" operands=0 word at
  COMPREPLY=()
  if [[ $cur == "=" ]]; then
    cur=""
  elif [[ $prev == "=" ]]; then
    prev=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  for ((at = 1; at < COMP_CWORD; at++)); do
    word=\${COMP_WORDS[at]}
    case "$command/$word" in
${commands.flatMap(wordCases).join('\n')}
      */=) ((at++)) ;;
      */-*) ;;
      *) ((operands++)) ;;
    esac
  done
  case "$command/$prev" in
${values.join('\n')}
  esac
  case "$command/$cur" in
${commands.map(({ name, options }) => `    ${quoted(`${name}/-`)}*) _star_coach_words ${quoted(flagsOf(options).join(' '))}; return ;;`).join('\n')}
  esac
  case "$command/$operands" in
${commands.flatMap(operandCases).join('\n')}
    *) _star_coach_words '' ;;
  esac
}
_star_coach_words() {
  compopt +o default 2>/dev/null
  while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -W "$1" -- "$cur")
}
complete -o default -F _star_coach star-coach
`;
}

/** What a word before the cursor means to those after it. */
function wordCases(command: DescribedCommand): string[] {
  const { name } = command;
  const flags = flagsWithValue(command).map((flag) => quoted(`${name}/${flag}`));
  return [
    ...(name === ''
      ? []
      : [`      ${quoted(`${parentOf(name)}/${lastOf(name)}`)}) command=${quoted(name)} ;;`]),
    ...(flags.length === 0
      ? []
      : [`      ${flags.join('|')}) [[ \${COMP_WORDS[at+1]} == "=" ]] || ((at++)) ;;`]),
  ];
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

function operandCases({ name, operands, many, commands }: DescribedCommand): string[] {
  const all: readonly Values[] =
    commands.length === 0 ? operands : [{ kind: 'words', words: commands.map((each) => lastOf(each.name)) }];
  return all.map((values, at) => {
    const rest = many && at === all.length - 1;
    return `    ${quoted(`${name}/`)}${rest ? '*' : at}) ${complete(values)} ;;`;
  });
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
