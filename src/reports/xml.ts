import { printable } from './escape.js';

/** Of what XML 1.0 forbids, the two that are left when {@link printable} has spelt out the others. */
const NO_CHARACTERS = /[\ufffe\uffff]/g;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Untrusted text inside an element of XML or HTML: markup is text, characters that may not stand are spelt out. */
export function xmlText(text: string): string {
  return legal(text).replace(/[&<>\r]/g, entity);
}

/** As {@link xmlText}, between double quotes: line breaks survive the normalisation of attributes. */
function xmlAttribute(text: string): string {
  return legal(text).replace(/[&<>"'\t\n\r]/g, entity);
}

function legal(text: string): string {
  return printable(text).replace(
    NO_CHARACTERS,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function entity(character: string): string {
  return ENTITIES[character] ?? character;
}

/** ` name="value"` for each. */
export function xmlAttributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${xmlAttribute(String(value))}"`)
    .join('');
}
