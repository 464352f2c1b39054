import { relative, sep } from 'node:path';

/** Relative to the working directory, with forward slashes; as it is where that would climb out of it. */
export function shownPath(file: string, cwd: string): string {
  const inside = relative(cwd, file);
  return (inside.startsWith('..') || inside === '' ? file : inside).split(sep).join('/');
}

/** `~/answers.md` for a file under the user's own folder, as shells read it; else as it is. */
export function shownUnder(file: string, home: string | undefined): string {
  return home && sep === '/' && file.startsWith(`${home}/`) ? `~${file.slice(home.length)}` : file;
}
