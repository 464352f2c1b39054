/** A place in a page that a script fills: what goes there stands in the opening comment. */
const PLACE = /<!-- written: ([^\n]+) -->\n(?:(?!<!-- \/written -->)[^\n]*\n)*<!-- \/written -->/g;

/** What the places of a page ask for, each once. */
export function placesOf(page: string): string[] {
  return [...new Set([...page.matchAll(PLACE)].map(([, wanted = '']) => wanted))];
}

/** The page with all its places filled anew. */
export function fillPlaces(page: string, write: (wanted: string) => string): string {
  return page.replace(
    PLACE,
    (_, wanted: string) => `<!-- written: ${wanted} -->\n${write(wanted)}\n<!-- /written -->`,
  );
}

/** Lines as they stand on a screen. */
export function screenBlock(text: string): string {
  return `\`\`\`text\n${text}\n\`\`\``;
}
