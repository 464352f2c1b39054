import { relative, sep } from 'node:path';

/** Relative to the working directory, with forward slashes; as it is where that would climb out of it. */
export function shownPath(file: string, cwd: string): string {
  const inside = relative(cwd, file);
  return (inside.startsWith('..') || inside === '' ? file : inside).split(sep).join('/');
}
