/**
 * Why a pattern fits no path, and what to write instead (empty where nothing would do); null: it may fit one.
 * `outside`: it leads out of the folder it starts from; `root`, `dot`: it begins as no path does; `backslash`: folders
 * are separated by it.
 */
export type PatternFault = readonly [key: 'outside' | 'root' | 'dot' | 'backslash', write: string] | null;

/** Of a pattern in `files` of a config's override: a glob from the config's folder. */
export function filesFault(pattern: string): PatternFault {
  const plain = withSlashes(pattern);
  const inside = plain.replace(/^(?:\.?\/+)+/, './');
  if (inside.replace(/^\.\//, '').startsWith('../')) return ['outside', ''];
  if (plain.startsWith('/')) return ['root', inside];
  return plain === pattern ? null : ['backslash', plain];
}

/** Of a pattern in the form of `.gitignore`. */
export function ignoreFault(pattern: string): PatternFault {
  const plain = withSlashes(pattern);
  const inside = plain.replace(/^(!?)(?:\.\/+)+/, '$1/');
  if (/^!?\/?\.\.\//.test(inside)) return ['outside', ''];
  if (inside !== plain) return ['dot', inside];
  return plain === pattern ? null : ['backslash', plain];
}

/** As it was meant by whoever writes paths with backslashes. One before a bracket, a space, `!` or `#` is an escape. */
function withSlashes(pattern: string): string {
  return pattern.replace(/\\(?=[\p{L}\p{N}_*?\\]|$)/gu, '/').replace(/(?<=.)\/{2,}/g, '/');
}
