/** What is typed to practise a role, with the banks of one's own that it comes from. */
export function practiceCommand(role: string, banks: readonly string[] | undefined): string {
  return ['star-coach practice', role, ...bankFlags(banks)].join(' ');
}

/** `--bank mine.yaml` for every bank of one's own. */
export function bankFlags(banks: readonly string[] = []): string[] {
  return banks.map((path) => `--bank ${quoted(path)}`);
}

/** A path as a shell takes it. */
function quoted(path: string): string {
  return /^[\p{L}\p{N}._/\\:~-]+$/u.test(path) ? path : `"${path}"`;
}
