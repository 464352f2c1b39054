import { type AddHelpTextContext, type Argument, type Command, Help, type Option } from 'commander';
import type { Translate } from '../content/messages.js';
import { nearest } from '../content/nearest.js';
import { visible } from '../content/visible.js';

/** Titles of commander's help, by the message that says them. */
const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'cli.titles.usage',
  'Arguments:': 'cli.titles.arguments',
  'Options:': 'cli.titles.options',
  'Commands:': 'cli.titles.commands',
};

/** What commander says of a wrong call, in its order of words, by the message that says it. */
const ERRORS: readonly (readonly [RegExp, string, readonly string[]])[] = [
  [/^error: unknown option '(.*)'$/, 'unknown-option', ['name']],
  [/^error: unknown command '(.*)'$/, 'unknown-command', ['name']],
  [/^error: missing required argument '(.*)'$/, 'missing-argument', ['name']],
  [/^error: option '(.*)' argument missing$/, 'missing-value', ['name']],
  [
    /^error: option '(.*)' argument '(.*)' is invalid\. Allowed choices are (.*)\.$/,
    'not-allowed',
    ['name', 'value', 'choices'],
  ],
  [
    /^error: command-argument value '(.*)' is invalid for argument '(.*)'\. Allowed choices are (.*)\.$/,
    'argument-not-allowed',
    ['value', 'name', 'choices'],
  ],
  [/^error: option '(.*)' argument '(.*)' is invalid\. (.*)$/, 'invalid', ['name', 'value', 'reason']],
  [
    /^error: too many arguments.*Expected (\d+) arguments? but got (\d+).*$/,
    'too-many',
    ['expected', 'given'],
  ],
  [/^\(Did you mean (?:one of )?(.*)\?\)$/, 'did-you-mean', ['names']],
];

/** Where less room is left beside the names, a description goes below its name. */
const NARROWEST = 24;
const BELOW = ' '.repeat(6);
/** Columns of the lines that details are written in. */
const WIDEST = 80;

/** Makes the help and the errors of a command speak the language of the interface. */
export function speak(command: Command, t: Translate, writeErr: (text: string) => void): void {
  const help = new Help();
  const withChoices = ({ description, argChoices }: Argument | Option) =>
    argChoices === undefined
      ? description
      : t('cli.choices', { text: description, choices: argChoices.join(', ') });
  command
    .configureHelp({
      commandUsage: (described) =>
        help
          .commandUsage(described)
          .replace('[options]', t('cli.titles.some-options'))
          .replace('[command]', t('cli.titles.some-command')),
      styleTitle: (title) => (title in TITLES ? t(TITLES[title] as string) : title),
      subcommandTerm: (subcommand) =>
        [subcommand.name(), ...subcommand.registeredArguments.map(argumentTerm)].join(' '),
      optionDescription: withChoices,
      argumentDescription: withChoices,
      minWidthToWrap: NARROWEST,
      formatItem: itemInWindow,
    })
    .configureOutput({ outputError: (text) => writeErr(translated(visible(text), t)) });
}

/**
 * What stands below the options, for `addHelpText`. A window narrower than its lines gets them anew; lines that are
 * set in are there to be copied, and stay whole.
 */
export function details(text: string): (context: AddHelpTextContext) => string {
  return ({ command }) => {
    const helper = command.createHelp();
    const width = command.configureOutput().getOutHelpWidth?.() ?? WIDEST;
    if (width >= WIDEST) return `\n${text}`;
    const lines = text.replace(/(?<=^\S.*)\n(?=\S)/gmu, ' ').split('\n');
    return `\n${lines.map((line) => (line.startsWith(' ') ? line : helper.boxWrap(line, width))).join('\n')}`;
  };
}

/** As commander lays out a name and its description; it would leave it to a narrow window to cut words in two. */
function itemInWindow(term: string, termWidth: number, description: string, helper: Help): string {
  const width = helper.helpWidth ?? 80;
  if (description === '' || width - termWidth - 4 >= NARROWEST)
    return Help.prototype.formatItem.call(helper, term, termWidth, description, helper);
  const below = helper.boxWrap(description, width - BELOW.length);
  return `  ${term}\n${below.replace(/^/gm, BELOW)}`;
}

function argumentTerm(argument: {
  name(): string;
  readonly required: boolean;
  readonly variadic: boolean;
}): string {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}

/** An error line by line; a line of ours, or one that is not known, stays as it is. */
function translated(text: string, t: Translate): string {
  return text
    .split('\n')
    .map((line) => {
      for (const [pattern, message, names] of ERRORS) {
        const match = pattern.exec(line);
        if (match === null) continue;
        const values = Object.fromEntries(names.map((name, index) => [name, match[index + 1] ?? '']));
        const near = nearest(values.value ?? '', values.choices?.split(', ') ?? []);
        const said = t(`cli.errors.${message}`, values);
        return near === null ? said : `${said}\n${t('cli.errors.did-you-mean', { names: near })}`;
      }
      return line;
    })
    .join('\n');
}
