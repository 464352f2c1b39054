/** What Node says went wrong in a call of the system: `ENOENT`, `EACCES` …; undefined for every other error. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
