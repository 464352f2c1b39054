/** What is typed to practise a role, with the banks of one's own that it comes from. */
export function practiceCommand(role: string, banks: readonly string[] = []): string {
  return ['star-coach practice', role, ...banks.map((path) => `--bank ${quoted(path)}`)].join(' ');
}

/** A path as a shell takes it. */
function quoted(path: string): string {
  return /^[\p{L}\p{N}._/\\:~-]+$/u.test(path) ? path : `"${path}"`;
}
