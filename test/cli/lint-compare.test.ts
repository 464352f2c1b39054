import { describe, expect, it } from 'vitest';
import { folder, GOOD, lintJson } from './lint-folder.js';

const ONLY = ['.', '--only', 'contradictory-numbers,duplicate-answer'];

describe('answers compared with each other', () => {
  it('names the other place of a figure that disagrees, at the later answer', async () => {
    const cwd = folder({
      'a.md': '## Growth\n\nI retrained the shift, and CSAT rose by 12%.\n',
      'b/c.md': '# Answers\n\n## Pride\n\nI retrained the shift, and CSAT rose by 18%.\n',
    });
    const { code, results, findings } = await lintJson(cwd, ONLY);
    expect(code).toBe(1);
    expect(results.map((file) => file.findings.length)).toEqual([0, 1]);
    expect(findings[0]).toMatchObject({
      rule: 'contradictory-numbers',
      severity: 'error',
      start: { line: 5 },
    });
    expect(findings[0]?.message).toBe(
      'Here it is "CSAT rose by 18%", and at a.md:3 it is "CSAT rose by 12%".',
    );
  });

  it('finds the same words under two questions, whatever their spaces and marks', async () => {
    const cwd = folder({ 'a.md': `## A\n\n${GOOD}\n\n## B\n\n${GOOD.replaceAll(', ', ' –  ')}\n` });
    const { findings } = await lintJson(cwd, ONLY);
    expect(findings).toMatchObject([{ rule: 'duplicate-answer', severity: 'warn', start: { line: 7 } }]);
    expect(findings[0]?.message).toContain('a.md:3');
  });

  it('tells it at the same place where texts are not kept in memory', async () => {
    const copies = { 'a.md': `# A\n\n${GOOD}\n`, 'b.md': `# B\n\n\n${GOOD}\n` };
    const others = Array.from({ length: 98 }, (_, index) => [`n${index}.md`, 'No answer yet.\n']);
    const few = await lintJson(folder(copies), ONLY);
    const many = await lintJson(folder({ ...copies, ...Object.fromEntries(others) }), ONLY);
    expect(few.findings).toMatchObject([{ rule: 'duplicate-answer', start: { line: 4 } }]);
    expect(many.findings).toEqual(few.findings);
  });

  it('does not hold an answer against itself', async () => {
    const told = 'I retrained the shift, and CSAT rose by 12%.';
    const later = 'In the end CSAT rose by 18%.';
    const places = async (source: string) =>
      (await lintJson(folder({ 'a.md': source }), ONLY)).findings.map(({ start }) => start.line);
    expect(await places(`## A\n\n${told} ${later}\n`)).toEqual([]);
    expect(await places(`## A\n\n${told}\n\n## B\n\n${later}\n`)).toEqual([7]);
  });

  it('lets short answers be alike, and different ones', async () => {
    const short = 'I have no such case.';
    const cwd = folder({ 'a.md': `## A\n\n${short}\n\n## B\n\n${short}\n\n## C\n\n${GOOD}\n` });
    expect((await lintJson(cwd, ONLY)).findings).toEqual([]);
  });

  it.each([
    ['--rule', 'contradictory-numbers:off'],
    ['--skip', 'contradictory-numbers'],
  ])('is switched off by %s', async (...option) => {
    const cwd = folder({
      'a.txt': 'I led a team of 5 people.',
      'b.txt': 'I led a team of 9 people.',
    });
    expect((await lintJson(cwd, ONLY)).findings).toHaveLength(1);
    expect((await lintJson(cwd, [...ONLY, ...option])).findings).toEqual([]);
  });
});
