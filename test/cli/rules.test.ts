import { describe, expect, it } from 'vitest';
import { optionsOf } from '../../src/rules/option-schema.js';
import { cli } from '../support/cli.js';
import { content } from '../support/content.js';

const ids = content.rules().map(({ id }) => id);

describe('rules', () => {
  it.each(['en', 'ru'])('lists every rule on a line of its own, columns aligned (%s)', async (language) => {
    const { code, stdout, stderr } = await cli(['rules', '--lang', language]);
    const lines = stdout.trimEnd().split('\n');
    expect({ code, stderr, count: lines.length }).toEqual({ code: 0, stderr: '', count: ids.length });
    expect(lines.map((line) => line.split(' ')[0]).sort()).toEqual([...ids].sort());
    const width = Math.max(...ids.map((id) => id.length));
    for (const line of lines) expect(line.slice(width, width + 3)).toMatch(/^ {2}\S$/);
  });

  it('says in a narrow window what a rule is about under its name', async () => {
    const { stdout } = await cli(['rules'], { columns: 40 });
    expect(stdout).toContain('missing-result         error\n    Nothing says what came of it\n');
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(40);
  });

  it('puts errors first', async () => {
    const { stdout } = await cli(['rules']);
    const severities = stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/ +/)[1]);
    expect([...new Set(severities)]).toEqual(['error', 'warning', 'info']);
  });

  it('prints one JSON object', async () => {
    const { stdout } = await cli(['rules', '--format', 'json', '--lang', 'ru']);
    const { version, rules } = JSON.parse(stdout);
    expect(version).toBe(1);
    expect(rules).toContainEqual({
      id: 'missing-result',
      severity: 'error',
      summary: 'Не сказано, чем всё закончилось',
      url: 'docs/rules/missing-result.md',
    });
  });

  it('refuses a format that does not exist', async () => {
    const { code, stderr } = await cli(['rules', '--format', 'xml']);
    expect(code).toBe(2);
    expect(stderr).toContain('xml');
  });
});

describe('explain', () => {
  it('names what a config can set, with what is set by itself', async () => {
    for (const rule of content.rules()) {
      const { stdout } = await cli(['explain', rule.id]);
      const [, section = ''] = stdout.split('\nWhat a config can set\n');
      const named = [...(section.split('\n\n')[0] ?? '').matchAll(/^ {2}(\w+): /gm)].map(([, name]) => name);
      expect([rule.id, named.sort()]).toEqual([rule.id, Object.keys(optionsOf(rule)).sort()]);
    }
    const { stdout } = await cli(['explain', 'too-long']);
    expect(stdout).toContain('  mostSeconds: longest time aloud, in seconds (180 by default)\n');
    const { stdout: russian } = await cli(['explain', 'jargon', '--lang', 'ru']);
    expect(russian).toContain('  allow: слова и обороты, на которые правило не реагирует\n');
  });

  it.each(ids.flatMap((id) => [[id, 'en'] as const, [id, 'ru'] as const]))(
    '%s in %s: its texts, examples in both languages, lines of 80 columns',
    async (id, language) => {
      const { code, stdout } = await cli(['explain', id, '--lang', language]);
      const rule = content.rules().find((each) => each.id === id);
      const flat = stdout.replace(/\s+/g, ' ');
      expect(code).toBe(0);
      expect(flat).toContain(rule?.reason[language]);
      for (const example of [...(rule?.examples.good ?? []), ...(rule?.examples.bad ?? [])])
        expect(flat).toContain(example.text.replace(/\s+/g, ' ').trim().slice(0, 40));
      expect(flat).not.toMatch(/\{\w+\} /);
      for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    },
  );

  it('shows examples in the language of the interface first', async () => {
    const { stdout } = await cli(['explain', 'vague', '--lang', 'ru']);
    expect(stdout.indexOf('по-русски')).toBeGreaterThan(0);
    expect(stdout.indexOf('по-русски')).toBeLessThan(stdout.indexOf('по-английски'));
  });

  it('suggests the near one for a misspelt rule', async () => {
    const { code, stdout, stderr } = await cli(['explain', 'mising-result']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain("did you mean 'missing-result'?");
  });

  it('suggests nothing where nothing is near, and shows no control characters', async () => {
    const { code, stderr } = await cli(['explain', 'x\u001b[31mwhatever']);
    expect(code).toBe(2);
    expect(stderr).not.toContain('did you mean');
    expect(stderr).not.toContain('\u001b');
  });

  it('needs a rule', async () => {
    expect((await cli(['explain'])).code).toBe(2);
  });
});
