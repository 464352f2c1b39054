import { Option } from 'commander';

/** An option that may be given again: its value is the list of all that were given. */
export function repeatedOption(
  flags: string,
  text: string,
  valuesOf: (typed: string) => readonly string[] = (typed) => [typed],
): Option {
  return new Option(flags, text).argParser((typed: string, before: readonly string[] = []) => [
    ...before,
    ...valuesOf(typed),
  ]);
}
