import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cli } from '../support/cli.js';

const LETTER = `Dear Ms Lane,

Thank you for the interview yesterday. I am even more interested in the role.

Kind regards,
Jo
`;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'star-coach-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('check', () => {
  it('reads stdin by the framework of the option and shows its parts and letters', async () => {
    const { code, stdout } = await cli(['check', '--framework', 'letter-follow-up'], { stdin: LETTER });
    expect(stdout).toMatch(/G │ Dear Ms Lane/);
    expect(stdout).toMatch(/T │ Thank you for the interview/);
    expect(stdout).toMatch(/Q {2}open points +– not needed/);
    expect(stdout).toMatch(/D {2}date of the decision +✗ missing/);
    expect(stdout).toMatch(/Answer in one or two sentences: Who decides what, and\s+by\s+which\s+date\?/);
    expect(code).toBe(1);
  });

  it('gives a text a speaking time, and a letter a number of words', async () => {
    const letter = await cli(['check', '--framework', 'letter-follow-up'], { stdin: LETTER });
    expect(letter.stdout).toMatch(/^20 words$/m);
    expect(letter.stdout).not.toContain('Aloud');
    const spoken = await cli(['check', '--framework', 'presentation'], { stdin: LETTER });
    expect(spoken.stdout).toMatch(/^Aloud.*\(20 words\)$/m);
  });

  it('names the parts of the framework as JSON', async () => {
    const { stdout } = await cli(['check', '--framework', 'letter-follow-up', '--format', 'json'], {
      stdin: LETTER,
    });
    const { parts } = JSON.parse(stdout);
    expect(Object.keys(parts)).toEqual([
      'greeting',
      'thanks',
      'interest',
      'questions',
      'decision',
      'closing',
    ]);
    expect(parts.closing).toMatchObject({ state: 'present' });
  });

  it('explains by the cues of the framework', async () => {
    const { stdout } = await cli(['check', '--framework', 'letter-follow-up', '--explain', '--lang', 'ru'], {
      stdin: LETTER,
    });
    expect(stdout).toContain('звучит приветствие');
    expect(stdout).not.toMatch(/\b(greets|thanks|headed)\b:/);
  });

  it('takes the framework from the file', async () => {
    const path = write('letter.md', `---\nframework: letter-follow-up\n---\n\n${LETTER}`);
    expect((await cli(['check', path])).stdout).toContain('date of the decision');
    expect((await cli(['check', path, '--framework', 'letter-accept'])).stdout).toContain('acceptance');
  });

  it('refuses a framework that does not exist, at its place', async () => {
    const path = write('letter.md', `---\nframework: letter-folow-up\n---\n\n${LETTER}`);
    const { code, stdout, stderr } = await cli(['check', path]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/letter\.md:2:12: there is no framework "letter-folow-up"/);
    expect(stderr).toContain('Did you mean "letter-follow-up"?');
  });

  it('lists the frameworks in its help', async () => {
    const { stdout } = await cli(['check', '--help']);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('case, client-story, letter-accept');
  });
});

describe('lint', () => {
  const rules = async (...paths: string[]): Promise<string[]> => {
    const { stdout } = await cli(['lint', ...paths, '--format', 'json']);
    return JSON.parse(stdout).results.flatMap(({ findings }: { findings: { rule: string }[] }) =>
      findings.map(({ rule }) => rule),
    );
  };

  it('takes the framework from the front matter', async () => {
    expect(await rules(write('a.md', `---\nframework: letter-follow-up\n---\n\n${LETTER}`))).toEqual([
      'missing-part',
    ]);
    expect(await rules(write('b.md', LETTER))).toContain('not-a-story');
  });

  it('reads an answer by the framework of its question, not of its file', async () => {
    const path = write(
      'q.md',
      `---\nframework: letter-follow-up\n---\n\n## A {#sm-own-mistake}\n\n${LETTER}`,
    );
    const { stdout } = await cli(['lint', path, '--format', 'json', '--no-ignore']);
    const { parts } = JSON.parse(stdout).results[0].answers[0];
    expect(Object.keys(parts)).toEqual(['situation', 'task', 'action', 'result']);
  });

  it('takes the framework of a YAML file, and of an answer in it', async () => {
    const text = JSON.stringify(LETTER);
    const path = write(
      'a.yaml',
      `framework: letter-follow-up\nanswers:\n  - text: ${text}\n  - framework: letter-accept\n    text: ${text}\n`,
    );
    const { stdout } = await cli(['lint', path, '--format', 'json']);
    const [{ answers }] = JSON.parse(stdout).results;
    expect(answers.map(({ parts }: { parts: object }) => Object.keys(parts).length)).toEqual([6, 5]);
  });

  it('says of a framework that does not exist this and nothing else', async () => {
    const path = write('a.md', `---\nframework: letter-folow-up\n---\n\n${LETTER}`);
    const { code, stdout } = await cli(['lint', path, '--format', 'unix']);
    expect(
      stdout
        .trim()
        .split('\n')
        .filter((line) => line.includes('a.md:')),
    ).toHaveLength(1);
    expect(stdout).toMatch(/a\.md:2:12: .*letter-folow-up/);
    expect(code).toBe(1);
  });
});
