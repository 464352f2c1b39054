import type { Argument, Command, Option } from 'commander';
import { REPORT_NAMES } from '../../reports/reports.js';
import type { ContentStore } from '../../store/content.js';
import { COMMANDS } from '../commands.js';
import { ruleIds } from '../lint-findings.js';
import { competenciesOf } from '../question-filter.js';
import { SCHEMA_NAMES } from '../schema/schemas.js';

/** What a value can be completed to. */
export type Values =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'files' }
  | { readonly kind: 'none' };

export interface DescribedOption {
  /** `--format`; null where there is only a short one. */
  readonly long: string | null;
  /** `-f`; null where there is none. */
  readonly short: string | null;
  readonly about: string;
  /** Null for one that takes no value; `optional` where it may stand without. */
  readonly values: Values | null;
  readonly optional: boolean;
}

export interface DescribedCommand {
  /** As typed: `lint`, `banks show`; empty for the program itself. */
  readonly name: string;
  readonly about: string;
  readonly options: readonly DescribedOption[];
  /** The last of them stands for all that follow where the command takes many. */
  readonly operands: readonly Values[];
  readonly many: boolean;
  readonly commands: readonly DescribedCommand[];
}

const FILES: Values = { kind: 'files' };
const NONE: Values = { kind: 'none' };

/** What stands after the names of values in `<angle brackets>`. A test goes through all that the program has. */
function valuesByName(content: ContentStore): Readonly<Record<string, Values>> {
  const words = (list: readonly string[]): Values => ({ kind: 'words', words: list });
  const rules = words(ruleIds(content));
  const banks = content.index.banks.flatMap(({ role }) => content.bank(role) ?? []);
  const roles = content.index.banks.map(({ role }) => role);
  const questions = content.index.banks.flatMap((bank) => bank.questions);
  const topics = new Set(content.guides().map(({ topic }) => topic));
  return {
    'name[=path]': words(REPORT_NAMES),
    'name:severity': rules,
    rules,
    rule: rules,
    role: words(roles),
    topic: words([...topics]),
    id: words(questions),
    competency: words(competenciesOf(banks)),
    what: words(SCHEMA_NAMES),
    command: words(COMMANDS.map(({ name }) => name)),
    'role|question': words([...roles, ...questions]),
    path: FILES,
    paths: FILES,
    file: FILES,
    files: FILES,
  };
}

/** The command and all below it. */
export function allCommands(command: DescribedCommand): DescribedCommand[] {
  return [command, ...command.commands.flatMap(allCommands)];
}

/** `show` of `banks show`. */
export function lastOf(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1);
}

/** `banks` of `banks show`. */
export function parentOf(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf(' ')));
}

/** As they are typed: `-f`, `--format`. */
export function flagsOf(options: readonly DescribedOption[]): string[] {
  return options.flatMap(({ long, short }) => [short, long].filter((flag) => flag !== null));
}

/** Flags whose value is the next word: it is no operand. */
export function flagsWithValue({ options }: DescribedCommand): string[] {
  return flagsOf(options.filter(({ values, optional }) => values !== null && !optional));
}

/** The program as it declares itself, in words that every shell's completion can be written from. */
export function describeProgram(program: Command, content: ContentStore): DescribedCommand {
  const known = valuesByName(content);
  return describe(program, '', (name) => known[name] ?? NONE);
}

type ValuesOf = (name: string) => Values;

function describe(command: Command, name: string, valuesOf: ValuesOf): DescribedCommand {
  const help = command.createHelp();
  const operands = command.registeredArguments;
  return {
    name,
    about: help.subcommandDescription(command),
    options: help.visibleOptions(command).map((option) => describeOption(option, valuesOf)),
    operands: operands.map((argument) => operandValues(argument, name, valuesOf)),
    many: operands.some(({ variadic }) => variadic),
    commands: help
      .visibleCommands(command)
      .map((each) => describe(each, `${name} ${each.name()}`.trim(), valuesOf)),
  };
}

function describeOption(option: Option, valuesOf: ValuesOf): DescribedOption {
  const takes = option.required || option.optional;
  return {
    long: option.long ?? null,
    short: option.short ?? null,
    about: option.description,
    values: takes ? (chosen(option.argChoices) ?? valuesOf(placeholder(option.flags))) : null,
    // commander takes the bracket in `<name[=path]>` for that of a value that may be left out.
    optional: option.optional && !option.required,
  };
}

function operandValues(argument: Argument, command: string, valuesOf: ValuesOf): Values {
  const name = command === 'banks show' ? 'role|question' : argument.name();
  return chosen(argument.argChoices) ?? valuesOf(name);
}

function chosen(choices: readonly string[] | undefined): Values | null {
  return choices === undefined ? null : { kind: 'words', words: choices };
}

/** `name[=path]` of `-f, --format <name[=path]>`. */
function placeholder(flags: string): string {
  return flags.slice(flags.search(/[<[]/) + 1, -1);
}
