import type { LanguageCode } from '../text/types.js';

export interface KeptAnswer {
  /** Id of the question. */
  readonly question: string;
  /** The question as it was asked. */
  readonly title: string;
  /** As typed. */
  readonly text: string;
  readonly language: LanguageCode | null;
}

/**
 * The answers of a session as the Markdown that `lint` reads. A text survives whatever it holds: what would
 * be markup of the file is escaped by CommonMark's backslash or as an entity.
 */
export function answerFile(role: string, answers: readonly KeptAnswer[]): string {
  const languages = new Set(answers.map(({ language }) => language));
  const [language] = languages;
  const front = ['---', `role: ${role}`];
  if (languages.size === 1 && language) front.push(`lang: ${language}`);
  const blocks = answers.map(
    ({ question, title, text }) =>
      `## ${escapeInline(title.replace(/\s+/g, ' '))} {#${question}}\n\n${escapeText(text)}\n`,
  );
  return `${[...front, '---'].join('\n')}\n\n${blocks.join('\n')}`;
}

/** Escapes a text so that Markdown reads it as paragraphs of the same words. */
export function escapeText(text: string): string {
  return text.split('\n').map(escapeLine).join('\n');
}

function escapeLine(line: string): string {
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  const rest = escapeInline(line.slice(indent.length));
  // An indent of four would be a code block, a shorter one still lets a heading begin.
  const kept = indent === '' ? '' : `&#${indent.charCodeAt(0)};${indent.slice(1)}`;
  return kept + (opensBlock(rest) ? `\\${rest}` : rest);
}

/** `# heading`, `---`, `===`, `***`, `~~~`: lines that would end the answer or hide it. Lists stay lists. */
function opensBlock(line: string): boolean {
  return /^(#|={1,}\s*$|~~~)/.test(line) || /^(-[- \t]*|\*[* \t]*|_[_ \t]*)$/.test(line);
}

/** Escapes what would be markup inside a line: `\`, comments and tags, code marks, entities, ids of headings. */
export function escapeInline(text: string): string {
  return text
    .replace(/\\(?=[!-/:-@[-`{-~]|$)/g, '\\\\')
    .replace(/[`<]/g, '\\$&')
    .replace(/&(?=#?\w)/g, '\\&')
    .replace(/\{(?=#)/g, '\\{');
}
