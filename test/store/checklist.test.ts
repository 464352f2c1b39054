import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { keepTicks, newerTicks, readTicks, type Tick, tickedItems } from '../../src/store/checklist.js';

const folder = mkdtempSync(join(tmpdir(), 'star-ticks-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const fresh = () => join(folder, String(files++), 'checklist.jsonl');

const tick = (item: string, done = true, at = '2026-01-15T09:00:00.000Z'): Tick => ({
  at,
  role: 'baker',
  topic: 'oven',
  item,
  done,
});
const ticked = (path: string) => [...tickedItems(readTicks(path), 'baker', 'oven')];

describe('ticks', () => {
  test('none are kept where there is no file', () => {
    expect(readTicks(fresh())).toEqual([]);
  });

  test('the last word on an item counts', () => {
    const path = fresh();
    keepTicks(path, [tick('a'), tick('b')]);
    keepTicks(path, [tick('a', false)]);
    expect(ticked(path)).toEqual(['b']);
    expect([...tickedItems(readTicks(path), 'miller', 'oven')]).toEqual([]);
  });

  test('a torn line spoils no other', () => {
    const path = fresh();
    keepTicks(path, [tick('a')]);
    appendFileSync(path, '\n{"v":1,"at":"2026-0');
    keepTicks(path, [tick('b')]);
    expect(ticked(path)).toEqual(['a', 'b']);
    writeFileSync(path, readFileSync(path, 'utf8').slice(0, -9));
    expect(ticked(path)).toEqual(['a']);
  });

  test.each([
    'null',
    '7',
    '[]',
    '{"v":2,"at":"x","role":"baker","topic":"oven","item":"c","done":true}',
    '{"v":1}',
  ])('%s counts for nothing', (line) => {
    const path = fresh();
    keepTicks(path, [tick('a')]);
    appendFileSync(path, `\n${line}`);
    expect(ticked(path)).toEqual(['a']);
  });

  test('of those brought from elsewhere the newer ones are taken', () => {
    const late = '2026-02-01T09:00:00.000Z';
    const known = [tick('a'), tick('b', true, late), tick('c')];
    const brought = [
      tick('a', false, late),
      tick('b', false),
      tick('c', true, late),
      tick('d'),
      tick('e', false),
    ];
    expect(newerTicks(known, brought)).toEqual([tick('a', false, late), tick('d')]);
  });
});
