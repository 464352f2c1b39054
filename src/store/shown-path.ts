import { isAbsolute, relative, sep } from 'node:path';

/** A path of this system with forward slashes. */
export function slashes(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}

/** True for a way from a folder, as `relative` gives it, that leads out of the folder. */
export function climbsOut(way: string): boolean {
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
}

/** Relative to the working directory, with forward slashes; as it is where that would climb out of it. */
export function shownPath(file: string, cwd: string): string {
  const inside = relative(cwd, file);
  return slashes(climbsOut(inside) || inside === '' ? file : inside);
}

/** `~/answers.md` for a file under the user's own folder, as shells read it; else as it is. */
export function shownUnder(file: string, home: string | undefined): string {
  return home && sep === '/' && file.startsWith(`${home}/`) ? `~${file.slice(home.length)}` : file;
}
