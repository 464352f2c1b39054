import { dirname } from 'node:path';

/** True where a file is a bank that was named, or one of those in a folder that was. */
export function isBank(bank: string, absolute: string): boolean {
  return absolute === bank || (dirname(absolute) === bank && /\.(?:ya?ml|json)$/i.test(absolute));
}
