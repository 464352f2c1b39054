import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAnswers } from '../../src/answers/read.js';
import { createLinter } from '../../src/cli/lint.js';
import { compareFiles } from '../../src/cli/lint-across.js';
import { findingMaker } from '../../src/cli/lint-findings.js';
import { fixFiles } from '../../src/cli/lint-fix.js';
import { translator } from '../../src/content/messages.js';
import { cli } from '../support/cli.js';
import { content } from '../support/content.js';
import { folder, GOOD, lintJson } from './lint-folder.js';

const VAGUE = 'Everything went well.';

/** `line:column rule` of what is reported, and the number of findings that comments hid. */
async function told(source: string, ...argv: readonly string[]) {
  const only = argv.length === 0 ? ['--only', 'vague,filler,unused-suppression,unknown-rule'] : argv;
  const { stdout } = await cli(['lint', '.', '-f', 'json', ...only], { cwd: folder({ 'a.md': source }) });
  const report = JSON.parse(stdout) as {
    results: {
      findings: { rule: string; message: string; advice: string; start: { line: number; column: number } }[];
    }[];
    summary: { suppressed: number };
  };
  const findings = report.results.flatMap((result) => result.findings);
  return {
    places: findings.map(({ rule, start }) => `${start.line}:${start.column} ${rule}`),
    messages: findings.map(({ message, advice }) => `${message} ${advice}`),
    suppressed: report.summary.suppressed,
  };
}

describe('a comment', () => {
  test('hides findings, and they are counted', async () => {
    const source = `## A\n\n<!-- star-disable-next vague -- said by the client -->\n${VAGUE}\n\n## B\n\n${VAGUE}\n`;
    expect(await told(source)).toMatchObject({ places: ['8:1 vague'], suppressed: 1 });
  });

  test.each<[string, string, string[]]>([
    [
      'that hides nothing',
      `<!-- star-disable-file filler -->\n${VAGUE}\n`,
      ['1:24 unused-suppression', '2:1 vague'],
    ],
    [
      'of which one name hides nothing',
      `<!-- star-disable-file vague, filler -->\n${VAGUE}\n`,
      ['1:31 unused-suppression'],
    ],
    [
      'for all rules that hides nothing',
      `<!-- star-disable-next -->\n\n${GOOD}\n`,
      ['1:1 unused-suppression'],
    ],
    [
      'that enables what nobody disabled',
      `<!-- star-enable vague -->\n${VAGUE}\n`,
      ['1:1 unused-suppression', '2:1 vague'],
    ],
    [
      'with a name that does not exist',
      `<!-- star-disable-file vauge -->\n${VAGUE}\n`,
      ['1:24 unknown-rule', '2:1 vague'],
    ],
    [
      'that is misspelt',
      `<!-- star-disable-nxt vague -->\n${VAGUE}\n`,
      ['1:1 unused-suppression', '2:1 vague'],
    ],
    [
      'that begins with the name of the program',
      `<!-- star-coach-disable-line vague -->\n${VAGUE}\n`,
      ['1:1 unused-suppression', '2:1 vague'],
    ],
    [
      'whose first half is misspelt',
      `<!-- satr-disable-file vague -->\n${VAGUE}\n`,
      ['1:1 unused-suppression', '2:1 vague'],
    ],
    ['for another program', `<!-- markdownlint-disable MD013 -->\n<!-- eslint-disable -->\n${GOOD}\n`, []],
    ['for what is compared with other files', `<!-- star-disable-file duplicate-answer -->\n${GOOD}\n`, []],
    ['within another', `<!-- star-disable vague -->\n<!-- star-disable-next vague -->\n${VAGUE}\n`, []],
  ])('%s', async (_, source, places) => {
    const argv = source.includes('star-disable-next -->') ? ['--skip'] : [];
    const found = argv.length > 0 ? await told(source, '--fail-on', 'never') : await told(source);
    expect(found.places).toEqual(places);
  });

  test('is judged only by rules that ran', async () => {
    const source = `<!-- star-disable-file filler -->\n<!-- star-disable -->\n${GOOD}\n`;
    expect((await told(source, '--only', 'vague,unused-suppression')).places).toEqual([]);
    expect((await told(source, '--skip', 'filler')).places).toEqual([]);
    expect((await told(source, '--only', 'filler,unused-suppression')).places).toHaveLength(1);
  });

  test('is not judged by rules across files, nor in a file that cannot be read', async () => {
    const copied = `<!-- star-disable-file duplicate-answer -->\n${GOOD}\n`;
    expect((await told(copied, '--only', 'duplicate-answer,unused-suppression')).places).toEqual([]);
    const torn = `<!-- star-disable-file filler -->\n${GOOD}\n\n\`\`\`\nnever closed\n`;
    expect((await told(torn, '--only', 'filler,unused-suppression')).places).toEqual(['4:1 parse-error']);
  });

  test('suggests what was meant', async () => {
    expect((await told(`<!-- star-disable-file vaguee -->\n${VAGUE}\n`)).messages[0]).toContain(
      'Did you mean "vague"?',
    );
    expect((await told(`<!-- star-disable-nxt vague -->\n${VAGUE}\n`)).messages[0]).toContain(
      'Did you mean "star-disable-next"?',
    );
    expect((await told(`<!-- star-coach-disable-line vague -->\n${VAGUE}\n`)).messages[0]).toContain(
      'Did you mean "star-disable-line"?',
    );
  });

  test('cannot hide that a file is not readable, or that it hides nothing', async () => {
    const source = `<!-- star-disable-file -->\n\n${VAGUE}\n\n<!-- star-disable-file unused-suppression -->\n\`\`\`\nnever closed\n`;
    expect((await told(source, '--only', 'parse-error')).places).toEqual(['6:1 parse-error']);
  });

  test('hides what only a comparison shows', async () => {
    const copy = `## B\n\n<!-- star-disable-next duplicate-answer -- asked in both rounds -->\n${GOOD}\n`;
    const found = await told(`## A\n\n${GOOD}\n\n${copy}`, '--only', 'duplicate-answer,unused-suppression');
    expect(found).toMatchObject({ places: [], suppressed: 1 });
  });

  test('may have to say why', async () => {
    const { t, choice } = chosen();
    const source = `<!-- star-disable-next vague -->\n${VAGUE}\n\n<!-- star-disable-next vague -- theirs -->\n${VAGUE}\n\n<!-- star-disable vague -- theirs -->\n\n${VAGUE}\n\n<!-- star-enable vague -->\n`;
    const check = async (requireReason: boolean) => {
      const linter = createLinter({ ...choice, requireReason });
      const linted = linter.lint(await readAnswers('a.md', source, t));
      return compareFiles([linted], () => findingMaker({ ...choice, requireReason }))[0]?.findings.filter(
        ({ rule }) => rule === 'unused-suppression',
      );
    };
    expect(await check(false)).toEqual([]);
    expect(await check(true)).toMatchObject([
      { start: { line: 1 }, message: expect.stringContaining('does not say why') },
    ]);
  });
});

function chosen() {
  const t = translator(content.messages('en'), 'en');
  return { t, choice: { content, language: 'en', t, levels: new Map(), only: null } };
}

describe('--fix', () => {
  test.each<[string, string, string]>([
    [
      'a comment on a line of its own',
      '## A\n\n<!-- star-disable-next filler -->\nText.\n',
      '## A\n\nText.\n',
    ],
    [
      'names of a comment',
      `<!-- star-disable-file jargon, vague, filler -- why -->\n${VAGUE}\n`,
      `<!-- star-disable-file vague -- why -->\n${VAGUE}\n`,
    ],
    [
      'the last name',
      `<!-- star-disable-file vague,filler -->\n${VAGUE}\n`,
      `<!-- star-disable-file vague -->\n${VAGUE}\n`,
    ],
    [
      'the last names',
      `<!-- star-disable-file vague, filler, jargon -->\n${VAGUE}\n`,
      `<!-- star-disable-file vague -->\n${VAGUE}\n`,
    ],
    ['a comment behind words', 'One. <!-- star-disable-line filler -->\nTwo.\n', 'One.\nTwo.\n'],
    ['a comment between words', 'One <!-- star-disable-line filler --> two.\n', 'One two.\n'],
    ['a comment against words', 'One<!-- star-disable-line filler -->two.\n', 'Onetwo.\n'],
    ['a comment before words', '<!-- star-disable-next filler --> One.\n', 'One.\n'],
    [
      'a comment that keeps paragraphs apart',
      'One.\n<!-- star-disable-next filler -->\nTwo.\n',
      'One.\n\nTwo.\n',
    ],
    [
      'Windows line ends and a mark',
      '\uFEFFOne.\r\n\r\n<!-- star-disable-file filler -->\r\nTwo.\r\n',
      '\uFEFFOne.\r\n\r\nTwo.\r\n',
    ],
    ['a comment at the end', 'One.\n\n<!-- star-enable -->', 'One.\n\n'],
    ['two comments', '<!-- star-disable filler -->\n<!-- star-enable filler -->\nOne.\n', 'One.\n'],
    [
      'what stays',
      `<!-- star-disable-file vague -->\n${VAGUE}\n<!-- star-disable-nxt x --> <!-- star-disable-file vauge -->\n`,
      `<!-- star-disable-file vague -->\n${VAGUE}\n<!-- star-disable-nxt x --> <!-- star-disable-file vauge -->\n`,
    ],
  ])('%s', async (_, source, expected) => {
    const cwd = folder({ 'a.md': source });
    chmodSync(join(cwd, 'a.md'), 0o640);
    const dry = await cli(['lint', '.', '--fix-dry-run'], { cwd });
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(source);
    expect(dry.stderr === '').toBe(source === expected);
    const { stderr } = await cli(['lint', '.', '--fix'], { cwd });
    // An enabling comment outlives the one it ended by one round.
    await cli(['lint', '.', '--fix'], { cwd });
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(expected);
    expect(statSync(join(cwd, 'a.md')).mode & 0o777).toBe(0o640);
    expect(stderr === '').toBe(source === expected);
  });

  test('in YAML', async () => {
    const cwd = folder({
      'a.yaml':
        '# star-disable-file filler\nanswers:\n  # star-disable-next jargon\n  - text: One. # star-disable-line filler\n',
    });
    await cli(['lint', '.', '--fix'], { cwd });
    expect(readFileSync(join(cwd, 'a.yaml'), 'utf8')).toBe('answers:\n  - text: One.\n');
  });

  test('reports what is left, at the places it has now', async () => {
    const cwd = folder({ 'a.md': `<!-- star-disable-file filler -->\n${VAGUE}\n` });
    const { findings, stderr } = await lintJson(cwd, [
      '.',
      '--fix',
      '--only',
      'vague,filler,unused-suppression',
    ]);
    expect(findings).toMatchObject([{ rule: 'vague', start: { line: 1 } }]);
    expect(stderr).toBe('fixed 1 comment that switched nothing off\n');
  });

  test('says what would go, and leaves it', async () => {
    const cwd = folder({ 'a.md': `One.\n\n<!-- star-disable-file vague, filler -->\n${VAGUE}\n` });
    const { stderr } = await cli(['lint', '.', '--fix-dry-run'], { cwd });
    expect(stderr).toBe('a.md:3: filler would be removed from <!-- star-disable-file vague, filler -->\n');
  });

  test('does not write over a file that has changed since it was read', async () => {
    const source = `<!-- star-disable-file filler -->\n${VAGUE}\n`;
    const cwd = folder({ 'a.md': source });
    const { t, choice } = chosen();
    const maker = findingMaker(choice);
    const [file] = compareFiles(
      [createLinter(choice).lint(await readAnswers('a.md', source, t))],
      () => maker,
    );
    writeFileSync(join(cwd, 'a.md'), `${source}More.\n`);
    const said: string[] = [];
    const io = { stderr: { write: (text: string) => said.push(text) } };
    const fixable = file === undefined ? [] : [{ file, absolute: join(cwd, 'a.md'), maker }];
    expect(fixFiles(fixable, {}, { io, t } as never)).toEqual([]);
    expect(said.join('')).toContain('has changed since it was read');
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(`${source}More.\n`);
  });
});
