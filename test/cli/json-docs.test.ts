import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cli } from '../support/cli.js';

const page = readFileSync('docs/data.md', 'utf8');
const answers = 'docs/examples/answers/support.md';

/** Key → names of code in its row, under the heading of a command. */
function rows(heading: string): Map<string, string[]> {
  const section = page.split(`\n## \`${heading}\`\n`)[1]?.split('\n## ')[0] ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('| `'));
  return new Map(
    lines.map((line) => {
      const [key = '', ...named] = [...line.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '');
      return [key, named];
    }),
  );
}

const keysOf = (list: readonly object[]) => [...new Set(list.flatMap((each) => Object.keys(each)))];

describe('the keys that docs/data.md names are those that are printed', () => {
  test('by check', async () => {
    const { stdout } = await cli(['check', answers, '--question', 'sm-strong-stress', '--format', 'json']);
    const printed = JSON.parse(stdout);
    const table = rows('check --format json');
    expect([...table.keys()]).toEqual(Object.keys(printed));
    const hollow = await cli(['check', answers, '--question', 'sm-hardest-project', '--format', 'json']);
    const { findings, parts } = JSON.parse(hollow.stdout);
    expect(table.get('sentences')).toEqual(expect.arrayContaining(keysOf(printed.sentences)));
    expect(table.get('parts')).toEqual(expect.arrayContaining(keysOf(Object.values(parts))));
    expect(table.get('quantities')).toEqual(expect.arrayContaining(keysOf(printed.quantities)));
    expect(table.get('findings')).toEqual(expect.arrayContaining(keysOf(findings)));
  });

  test('by lint', async () => {
    const { stdout } = await cli(['lint', answers, '--format', 'json']);
    const { results, summary, ...others } = JSON.parse(stdout);
    expect(Object.keys(others)).toEqual(['version', 'tool']);
    const table = rows('lint --format json');
    expect([...table.keys()]).toEqual(keysOf(results));
    expect(table.get('answers')).toEqual(expect.arrayContaining(keysOf(results[0].answers)));
    expect(table.get('findings')).toEqual(expect.arrayContaining(keysOf(results[0].findings)));
    for (const key of Object.keys(summary)) expect(page).toContain(`\`${key}\``);
  });
});
