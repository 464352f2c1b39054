import ignore from 'ignore';
import picomatch from 'picomatch';

/**
 * Whether a path is one of those that `files` of an override names: globs from the config's folder. A
 * pattern without a slash looks at the name of the file alone; one that ends in a slash means a folder, `./` that of the
 * config.
 *
 * @param patterns short, with few stars: the schema bounds them, since matching tries all ways they fit
 */
export function matching(patterns: readonly string[]): (path: string) => boolean {
  const matchers = patterns.map((pattern) => {
    const plain = pattern.replace(/^\.\//, '');
    const glob = plain === '' || plain.endsWith('/') ? `${plain}**` : plain;
    return picomatch(glob, { dot: true, noextglob: true, basename: !(pattern + glob).includes('/') });
  });
  return (path) => !path.startsWith('../') && matchers.some((matches) => matches(path));
}

/** Whether a path is left out by patterns in the form of `.gitignore`. */
export function ignoring(patterns: readonly string[]): (path: string) => boolean {
  if (patterns.length === 0) return () => false;
  const rules = ignore().add([...patterns]);
  // The library throws on paths that lead out of its folder.
  return (path) => ignore.isPathValid(path) && rules.ignores(path);
}
