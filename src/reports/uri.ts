const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * A path as a URI reference: forward slashes, everything else than letters, digits and `-_.!~*'()` percent-encoded
 * as UTF-8. Half of a character becomes U+FFFD, as it does in every encoding to UTF-8.
 *
 * @param path with forward slashes; an absolute one (`/a`, `C:/a`) becomes a `file:` URI
 */
export function pathUri(path: string): string {
  const encoded = path
    .replace(LONE_SURROGATE, '\ufffd')
    .split('/')
    .map((segment, at) => (at === 0 && isDrive(segment) ? segment : encodeURIComponent(segment)))
    .join('/');
  if (path.startsWith('/')) return `file://${encoded}`;
  return isDrive(path.slice(0, path.indexOf('/'))) ? `file:///${encoded}` : encoded;
}

function isDrive(segment: string): boolean {
  return /^[A-Za-z]:$/.test(segment);
}
