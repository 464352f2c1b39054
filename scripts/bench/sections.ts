/** A part of a page that is written alone: what others measured at another time stays as it is. */
const SECTION = /<!-- measured: ([a-z]+) -->\n([\s\S]*?)<!-- \/measured -->\n/g;

/** Name → text of the sections of a page. */
export function sectionsOf(page: string): Map<string, string> {
  return new Map([...page.matchAll(SECTION)].map(([, name = '', text = '']) => [name, text]));
}

/** @param text ends with a line break */
export function sectionText(name: string, text: string): string {
  return `<!-- measured: ${name} -->\n${text}<!-- /measured -->\n`;
}
