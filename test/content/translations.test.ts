import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { flattenMessages, type MessageTree } from '../../src/content/messages-schema.js';

/** A text in both languages, and where it stands. */
interface Pair {
  readonly at: string;
  readonly en: unknown;
  readonly ru: unknown;
}

const FOLDERS = ['banks', 'frameworks', 'guides', 'presets', 'rules'];
const files = FOLDERS.flatMap((folder) =>
  readdirSync(join('data', folder))
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => join('data', folder, file)),
);

/** Every map that has a text in one of the languages. Lists (patterns, headings) are no translations. */
function pairsIn(value: unknown, at: string): Pair[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((each, index) => pairsIn(each, `${at}[${index}]`));
  const map = value as Record<string, unknown>;
  const own =
    typeof map.en === 'string' || typeof map.ru === 'string' ? [{ at, en: map.en, ru: map.ru }] : [];
  return [...own, ...Object.entries(map).flatMap(([key, each]) => pairsIn(each, `${at}.${key}`))];
}

function messagePairs(): Pair[] {
  const read = (code: string) =>
    flattenMessages(parse(readFileSync(`data/messages/${code}.yaml`, 'utf8')) as MessageTree);
  const [en, ru] = [read('en'), read('ru')];
  return [...new Set([...Object.keys(en), ...Object.keys(ru)])].map((key) => ({
    at: key,
    en: plain(en[key]),
    ru: plain(ru[key]),
  }));
}

const plain = (message: unknown) =>
  typeof message === 'object' && message !== null ? Object.values(message).join(' ') : message;

const CYRILLIC = /[а-яё]/i;
/** Letters that are left once names, commands, placeholders and figures are gone. */
const wordsOf = (text: string) =>
  text
    .replace(/\{\w+\}|`[^`]*`|--?\w[\w-]*|\b[a-z]+(?:-[a-z]+)+|\$ .*|\S*[/.@#]\S+/g, ' ')
    .match(/\p{L}{3,}/gu) ?? [];

/** What is wrong with a pair; null: nothing. */
function fault({ en, ru }: Pair): string | null {
  if (typeof en !== 'string' || en.trim() === '') return 'no English';
  if (typeof ru !== 'string' || ru.trim() === '') return 'no Russian';
  if (!CYRILLIC.test(ru) && wordsOf(ru).length >= 3) return 'Russian without Russian letters';
  if (en.trim().toLowerCase() === ru.trim().toLowerCase() && wordsOf(en).length >= 3)
    return 'the same in both';
  const foreign = wordsOf(en).filter((word) => CYRILLIC.test(word)).length;
  if (foreign > 0 && foreign > wordsOf(en).length / 4) return 'English in Russian';
  if (
    wordsOf(ru).length >= 8 &&
    wordsOf(ru).filter((word) => !CYRILLIC.test(word)).length > wordsOf(ru).length * 0.8
  )
    return 'Russian mostly in Latin letters';
  const [short, long] = [en.length, ru.length].sort((a, b) => a - b) as [number, number];
  return long > 60 && long > short * 3 ? 'one is three times as long' : null;
}

describe('a fault is found', () => {
  it.each([
    [{ en: 'A text of ours', ru: undefined }, 'no Russian'],
    [{ en: ' ', ru: 'Текст' }, 'no English'],
    [{ en: 'A text of ours', ru: 'A text left over' }, 'Russian without Russian letters'],
    [{ en: 'Наш текст тут', ru: 'Наш текст тут' }, 'the same in both'],
    [{ en: 'Текст', ru: 'Ещё текст' }, 'English in Russian'],
    [
      { en: 'Short', ru: 'Очень длинный текст, в котором сказано намного больше, чем по-английски' },
      'one is three times as long',
    ],
    [{ en: 'CSAT', ru: 'CSAT' }, null],
    [{ en: 'A text', ru: 'Текст' }, null],
  ])('%j: %s', (pair, expected) => {
    expect(fault({ at: '', en: pair.en, ru: pair.ru })).toBe(expected);
  });
});

describe('every text is in both languages, and in that language', () => {
  it.each(files)('%s', (file) => {
    const pairs = pairsIn(parse(readFileSync(file, 'utf8')), '');
    expect(pairs.flatMap((pair) => (fault(pair) === null ? [] : [`${pair.at}: ${fault(pair)}`]))).toEqual([]);
  });

  it('messages', () => {
    const found = messagePairs().flatMap((pair) =>
      fault(pair) === null ? [] : [`${pair.at}: ${fault(pair)}`],
    );
    expect(found).toEqual([]);
  });
});

/** Figures as digits alone: `1,200`, `1 200` and `9,6`, `9.6` are the same in both languages. */
const figuresOf = (text: string) =>
  (text.match(/\d+(?:[.,\u00a0 ]\d+)*/g) ?? []).map((figure) => figure.replace(/\D/g, '')).sort();

describe('the guides give the same figures in both languages', () => {
  it.each(files.filter((file) => file.includes('guides')))('%s', (file) => {
    for (const { at, en, ru } of pairsIn(parse(readFileSync(file, 'utf8')), ''))
      expect([at, figuresOf(String(ru))]).toEqual([at, figuresOf(String(en))]);
  });
});
