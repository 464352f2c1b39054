/**
 * 16 hexadecimal digits that tell the paths of one project apart: FNV-1a, once over the characters and once over
 * their reverse (http://www.isthe.com/chongo/tech/comp/fnv/). No protection against people who look for collisions.
 */
export function pathHash(path: string): string {
  const codes = Array.from(path, (character) => character.codePointAt(0) ?? 0);
  return fnv(codes) + fnv(codes.reverse());
}

function fnv(codes: readonly number[]): string {
  let hash = 0x811c9dc5;
  for (const code of codes) hash = Math.imul(hash ^ code, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
