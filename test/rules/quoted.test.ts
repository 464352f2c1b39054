import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { quotedPassages } from '../../src/rules/quoted.js';

/** Lines with the quotations between ⟦ and ⟧, lines of the answer divided by ⏎. */
function linesOf(name: string): string[] {
  return readFileSync(`test/rules/quotations/${name}.txt`, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('# '));
}

function marked(line: string): string {
  const text = line.replaceAll(/[⟦⟧]/gu, '').replaceAll('⏎', '\n');
  let [shown, done] = ['', 0];
  for (const { start, end } of quotedPassages(text)) {
    shown += `${text.slice(done, start)}⟦${text.slice(start, end).trimEnd()}⟧${/\s*$/u.exec(text.slice(start, end))?.[0]}`;
    done = end;
  }
  return (shown + text.slice(done)).replaceAll('\n', '⏎');
}

describe.each(['dev', 'blind'])('quotations of the %s half', (half) => {
  it.each(linesOf(half))('%s', (line) => {
    expect(marked(line)).toBe(line);
  });
});
