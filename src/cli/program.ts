import { Command, Option } from 'commander';
import { nearest } from '../content/nearest.js';
import { isAttended } from './attended.js';
import { speak } from './commander-texts.js';
import { COMMANDS } from './commands.js';
import type { CommandContext } from './context.js';
import { optionIn } from './language.js';
import { typedCommand } from './typed-command.js';

/**
 * The commander program. Only the command that the arguments call is loaded and declared; the others are
 * listed where the help may show them, or a misspelt name is compared with theirs.
 *
 * @param done takes the exit code of the command's action
 * @param which `all` declares every command whole: for those that describe the program
 */
export async function createProgram(
  context: CommandContext,
  done: (exitCode: number) => void,
  which: 'called' | 'all' = 'called',
): Promise<Command> {
  const { io, t, content } = context;
  const program = new Command('star-coach');
  const output = {
    writeOut: (text: string) => void io.stdout.write(text),
    writeErr: (text: string) => void io.stderr.write(text),
    getOutHelpWidth: () => io.stdout.columns ?? 80,
    getErrHelpWidth: () => io.stderr.columns ?? 80,
    // Commander would ask the streams of the process; no help of ours has colours.
    getOutHasColors: () => false,
    getErrHasColors: () => false,
  };
  const prepare = (command: Command) => {
    command
      .exitOverride()
      .configureOutput(output)
      .showHelpAfterError(helpHint(command, context))
      .addOption(new Option('--lang <code>', t('cli.lang')).choices([...content.index.interfaceLanguages]))
      .option('--color', t('cli.color'))
      .option('--no-color', t('cli.no-color'))
      .helpOption('-h, --help', t('cli.help'));
    speak(command, t, output.writeErr);
    return command;
  };
  prepare(program)
    .description(t('cli.description'))
    .version(io.version, '-V, --version', t('cli.version'))
    .option('--plain', t('session.plain'))
    .helpCommand('help [command]', t('cli.help-command'))
    .addHelpText('after', `\n${t('cli.examples')}`)
    .hook('preAction', (_, command) => refuseEmpty(command))
    .on('beforeAllHelp', ({ command }: { readonly command: Command }) => refuseUnknown(command));
  const names = COMMANDS.map(({ name }) => name);
  const at = io.argv.findIndex((argument) => names.includes(argument));
  const called = io.argv[at];
  const clearly = at >= 0 && callsNothing(io.argv.slice(0, at)) && io.argv[at - 1] !== '--lang';
  for (const { name, load } of COMMANDS) {
    if (which === 'called' && clearly && name !== called) continue;
    const command = prepare(
      program
        .command(name)
        .summary(t(`command.${name}.summary`))
        .description(t(`command.${name}.summary`)),
    );
    if (which === 'all' || name === called) (await load()).declare(command, context, done);
  }
  // With an action the program would take a misspelt command for an argument of its own.
  if (callsNothing(io.argv) && isAttended(io))
    program.action(async () => done(await (await import('./menu.js')).menu(context)));
  return program;
}

/** True where there is nothing but options that every command has. */
function callsNothing(argv: readonly string[]): boolean {
  return argv.every(
    (argument, at) =>
      ['--lang', '--color', '--no-color', '--plain'].includes(argument) ||
      argument.startsWith('--lang=') ||
      argv[at - 1] === '--lang',
  );
}

/** Where to read how a command is used, called as this program was. */
export function helpHint(command: Command, { io, t, content }: CommandContext): string {
  const language = optionIn(io.argv, '--lang') ?? '';
  // What was mistyped is not to be typed again.
  const start = content.index.interfaceLanguages.includes(language) ? io : { env: io.env, argv: [] };
  return t('cli.help-after-error', { command: typedCommand(start, ...pathOf(command), '--help') });
}

/** The names of a command after that of the program. */
function pathOf(command: Command): string[] {
  return command.parent === null ? [] : [...pathOf(command.parent), command.name()];
}

const HELP_FLAGS: readonly string[] = ['-h', '--help'];

/** What is asked for with `help lint` or `-h lint`, as `lint --help` says it. */
export function withHelpFlag(argv: readonly string[]): readonly string[] {
  const end = argv.indexOf('--') < 0 ? argv.length : argv.indexOf('--');
  const typed = argv.slice(0, end);
  const first = typed.findIndex((word, at) => !word.startsWith('-') && typed[at - 1] !== '--lang');
  const others = typed.filter((word, at) => !HELP_FLAGS.includes(word) && !(word === 'help' && at === first));
  return others.length === typed.length ? argv : [...others, '--help', ...argv.slice(end)];
}

/** For a command that does not exist, commander would show the help of the one above it. */
function refuseUnknown(command: Command): void {
  const [first, second] = command.args;
  const name = first === 'help' ? second : first;
  const known = command.commands.map((each) => each.name());
  if (known.length === 0 || name === undefined || name.startsWith('-') || known.includes(name)) return;
  const near = nearest(name, known);
  command.error(`error: unknown command '${name}'${near === null ? '' : `\n(Did you mean ${near}?)`}`);
}

/** An empty value is what is left of a variable that is not set: no path, no name, no pattern. */
function refuseEmpty(command: Command): void {
  for (const option of command.options) {
    const value: unknown = command.getOptionValue(option.attributeName());
    if (value === '' || (Array.isArray(value) && value.includes('')))
      command.error(`error: option '${option.flags}' argument missing`);
  }
}
