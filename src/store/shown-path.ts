import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';

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

/** A path from the working directory as people read it: absolute where it leaves more than two folders. */
export function readablePath(path: string, cwd: string): string {
  return path.startsWith('../../../') ? slashes(resolve(cwd, path)) : path;
}

/** `~/answers.md` for a file under the user's own folder, as shells read it; else as it is. */
export function shownUnder(file: string, home: string | undefined): string {
  return home && sep === '/' && file.startsWith(`${home}/`) ? `~${file.slice(home.length)}` : file;
}

/**
 * As `dirname`, for thousands of paths of which those that follow each other mostly lie in one folder: to compare where
 * two lie takes a sixth of working it out.
 */
export function folders(): (absolute: string) => string {
  let last = '';
  let folder = '';
  return (absolute) => {
    // A folder may end with a separator, as it is shown.
    const start = absolute.slice(0, absolute.lastIndexOf(sep, absolute.length - 2) + 1);
    if (start !== last) {
      last = start;
      folder = dirname(absolute);
    }
    return folder;
  };
}
