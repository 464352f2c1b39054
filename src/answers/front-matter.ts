import type { Translate } from '../content/messages.js';
import type { Problem } from '../content/problems.js';
import {
  type AnswerFault,
  isWordKey,
  NO_SETTINGS,
  type Settings,
  type SettingWord,
  settingsOfWords,
  type WordKey,
} from './settings.js';

/** Words that YAML does not read as text. */
const NOT_TEXT = /^(true|false|null|~|[-+.]?\d.*)$/i;

export interface FrontMatter {
  readonly settings: Settings;
  /** Where the text after the closing line begins; 0 where there is no front matter. */
  readonly bodyStart: number;
  readonly faults: readonly AnswerFault[];
  readonly problems: readonly Problem[];
}

/** A key of ours at the beginning of a line. */
const OWN_KEY = /^(?:role|lang|question|framework|rules)[ \t]*:/;
/** What lines of front matter look like: keys, what is indented, lists, comments, brackets, nothing. */
const YAML_LINE = /^(?:[ \t\r#[\]{}]|-[ \t]|["']?[\w$-]+["']?[ \t]*:|$)/;
const INDENTED = /^[ \t]+(?!---)\S/;
/** Heads an answer where the lines around it are empty: a comment of YAML seldom stands so. */
const HEADING = /^##[ \t]/;

/**
 * Reads the block between `---` lines that opens a file. Where a first `---` opens no such block it is a line across
 * the page, as other readers of Markdown take it, and where one is never closed it ends with its keys: no text of an
 * answer is taken for settings. The YAML parser is loaded only where a line is more than `key: word`.
 */
export async function readFrontMatter(source: string, path: string, t: Translate): Promise<FrontMatter> {
  const none: FrontMatter = { settings: NO_SETTINGS, bodyStart: 0, faults: [], problems: [] };
  const open = /^\uFEFF?---[ \t]*\r?\n/.exec(source.slice(0, 200));
  if (open === null) return none;
  const start = open[0].length;
  const close = closingLine(source, start);
  const block = source.slice(start, close?.start);
  const bodyStart = close?.after ?? source.length;
  const simple = close === null ? null : readSimple(block, start);
  if (simple !== null) return { settings: simple, bodyStart, faults: [], problems: [] };
  const { keysEnd, text } = lookThrough(block);
  const whole = close !== null && !text;
  if (!whole && keysEnd === 0) return none;
  const { readSettings } = await import('./yaml.js');
  if (whole) return { ...readSettings(block, start, path, t), bodyStart };
  const { settings, faults, problems } = readSettings(block.slice(0, keysEnd), start, path, t);
  const unclosed: AnswerFault = { at: open[0].indexOf('-'), code: 'unclosed-front-matter' };
  return { settings, bodyStart: start + keysEnd, faults: [unclosed, ...faults], problems };
}

/**
 * What stands below an opening line.
 *
 * @returns `keysEnd`, where the last key of ours ends with what is indented under it: so far it surely is front matter;
 *   `text`, whether a line that cannot be meant as front matter follows, first of all or after an empty line
 */
function lookThrough(block: string): { keysEnd: number; text: boolean } {
  const lines = block.split('\n');
  const isEmpty = (index: number): boolean => lines[index]?.trim() === '';
  let keysEnd = 0;
  let at = 0;
  let allYaml = true;
  let inOwn = false;
  // `---` and an empty line without a key of ours: a line across the page, as for Pandoc.
  let text = isEmpty(0);
  for (const [index, line] of lines.entries()) {
    at += line.length + 1;
    const isYaml = YAML_LINE.test(line);
    allYaml &&= isYaml;
    inOwn = allYaml && (OWN_KEY.test(line) || (inOwn && INDENTED.test(line)));
    if (inOwn) {
      keysEnd = Math.min(at, block.length);
      text = false;
    } else if (!isYaml) text ||= index === 0 || isEmpty(index - 1);
    else text ||= HEADING.test(line) && isEmpty(index - 1) && isEmpty(index + 1);
  }
  return { keysEnd, text };
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

/** The settings of a block in which every line is a key with a plain word; null for any other. */
function readSimple(block: string, offset: number): Settings | null {
  // Most files have no front matter, so classes of Unicode stand here.
  const simpleLine = /^(role|lang|question|framework)[ \t]*:[ \t]+([\p{L}\p{N}][\p{L}\p{N}_.-]*)[ \t]*$/u;
  const words: Partial<Record<WordKey, SettingWord>> = {};
  let at = offset;
  for (const line of block.split('\n')) {
    const content = line.endsWith('\r') ? line.slice(0, -1) : line;
    if (content.trim() !== '') {
      const match = simpleLine.exec(content);
      const [, key, text] = match ?? [];
      if (!isWordKey(key) || text === undefined || words[key] !== undefined || NOT_TEXT.test(text))
        return null;
      const start = at + content.lastIndexOf(text);
      words[key] = { text, start, end: start + text.length };
    }
    at += line.length + 1;
  }
  return settingsOfWords(words);
}
