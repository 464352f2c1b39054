import type { Translate } from '../content/messages.js';
import type { Problem } from '../content/problems.js';
import { type Fault, NO_SETTINGS, type Settings } from './settings.js';

/** Words that YAML does not read as text. */
const NOT_TEXT = /^(true|false|null|~|[-+.]?\d.*)$/i;

export interface FrontMatter {
  readonly settings: Settings;
  /** Where the text behind the closing line begins; 0 where there is no front matter. */
  readonly bodyStart: number;
  readonly faults: readonly Fault[];
  readonly problems: readonly Problem[];
}

/**
 * Reads the block between `---` lines that opens a file. The YAML parser is loaded only where a line is
 * more than `key: word`.
 */
export async function readFrontMatter(source: string, path: string, t: Translate): Promise<FrontMatter> {
  const none: FrontMatter = { settings: NO_SETTINGS, bodyStart: 0, faults: [], problems: [] };
  const open = /^\uFEFF?---[ \t]*\r?\n/.exec(source.slice(0, 200));
  if (open === null) return none;
  const start = open[0].length;
  const end = closingLine(source, start);
  if (end === null) return none;
  const block = source.slice(start, end.start);
  const simple = readSimple(block, start);
  if (simple !== null) return { settings: simple, bodyStart: end.after, faults: [], problems: [] };
  const { readSettings } = await import('./yaml.js');
  return { ...readSettings(block, start, path, t), bodyStart: end.after };
}

function closingLine(source: string, from: number): { start: number; after: number } | null {
  const pattern = /^(?:---|\.\.\.)[ \t]*$/gm;
  pattern.lastIndex = from;
  const match = pattern.exec(source);
  if (match === null) return null;
  let after = match.index + match[0].length;
  if (source[after] === '\r') after += 1;
  if (source[after] === '\n') after += 1;
  return { start: match.index, after };
}

function readSimple(block: string, offset: number): Settings | null {
  const settings: {
    role?: string;
    roleSpan?: Settings['roleSpan'];
    language?: string;
    question?: string;
    questionSpan?: Settings['questionSpan'];
    framework?: Settings['framework'];
  } = {};
  // A plain word or words after a key. Most files have no front matter, so its classes of Unicode stand here.
  const simpleLine = /^(role|lang|question|framework)[ \t]*:[ \t]+([\p{L}\p{N}][\p{L}\p{N}_.-]*)[ \t]*$/u;
  const seen = new Set<string>();
  let at = offset;
  for (const line of block.split('\n')) {
    const text = line.endsWith('\r') ? line.slice(0, -1) : line;
    if (text.trim() !== '') {
      const match = simpleLine.exec(text);
      const [, key, value] = match ?? [];
      if (key === undefined || value === undefined || seen.has(key) || NOT_TEXT.test(value)) return null;
      seen.add(key);
      const start = at + text.lastIndexOf(value);
      const span = { start, end: start + value.length };
      if (key === 'lang') settings.language = value;
      else if (key === 'framework') settings.framework = { id: value, ...span };
      else if (key === 'role') {
        settings.role = value;
        settings.roleSpan = span;
      } else {
        settings.question = value;
        settings.questionSpan = span;
      }
    }
    at += line.length + 1;
  }
  return { ...NO_SETTINGS, ...settings };
}
