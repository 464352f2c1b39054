import { relative, sep } from 'node:path';

/** A path of this system with forward slashes. */
export function slashes(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}

/** Relative to the working directory, with forward slashes; as it is where that would climb out of it. */
export function shownPath(file: string, cwd: string): string {
  const inside = relative(cwd, file);
  return slashes(inside.startsWith('..') || inside === '' ? file : inside);
}

/** `~/answers.md` for a file under the user's own folder, as shells read it; else as it is. */
export function shownUnder(file: string, home: string | undefined): string {
  return home && sep === '/' && file.startsWith(`${home}/`) ? `~${file.slice(home.length)}` : file;
}
