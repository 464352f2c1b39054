import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { cli } from '../support/cli.js';
import { folder } from './lint-folder.js';

const SETTINGS = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'n',
  GIT_AUTHOR_EMAIL: 'n@example.org',
  GIT_COMMITTER_NAME: 'n',
  GIT_COMMITTER_EMAIL: 'n@example.org',
};

function git(cwd: string, ...args: readonly string[]): string {
  return execFileSync('git', args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...SETTINGS },
    stdio: 'pipe',
  });
}

/** An answer that `vague` reports, told apart by a word. */
const vague = (word: string) => `The ${word} was late. Everything went well.\n`;
const answer = (title: string) => `## ${title}\n\n${vague(title)}\n`;

/** A repository whose files are committed. */
function repository(files: Readonly<Record<string, string>>): string {
  const cwd = folder(files);
  git(cwd, 'init', '-q', '-b', 'main');
  commit(cwd);
  return cwd;
}

function commit(cwd: string): void {
  git(cwd, 'add', '-A');
  git(cwd, 'commit', '-qm', 'x', '--allow-empty');
}

/** `path:line` of what is reported. */
async function reported(cwd: string, ...argv: readonly string[]): Promise<string[]> {
  const { code, stdout, stderr } = await cli(['lint', '--only', 'vague', '-f', 'json', ...argv], { cwd });
  if (code === 2) return [stderr];
  const report = JSON.parse(stdout) as {
    results: { path: string; findings: { start: { line: number } }[] }[];
  };
  return report.results.flatMap(({ path, findings }) => findings.map(({ start }) => `${path}:${start.line}`));
}

const write = (cwd: string, path: string, text: string) => writeFileSync(join(cwd, path), text);

describe('--changed', () => {
  const three = answer('A') + answer('B') + answer('C');

  test('reports on answers that were touched, and on no other', async () => {
    const cwd = repository({ 'a.md': three, 'b.md': three });
    expect(await reported(cwd)).toHaveLength(6);
    expect(await reported(cwd, '--changed')).toEqual([]);
    write(cwd, 'a.md', three.replace('The B', 'That B'));
    expect(await reported(cwd, '--changed')).toEqual(['a.md:7']);
    commit(cwd);
    expect(await reported(cwd, '--changed')).toEqual([]);
    expect(await reported(cwd, '--changed=HEAD~1')).toEqual(['a.md:7']);
    expect(await reported(join(cwd), 'b.md', '--changed=HEAD~1')).toEqual([]);
  });

  test.each<[string, string, string[]]>([
    ['a line added at the end of an answer', three.replace('## C', 'More.\n\n## C'), ['a.md:7']],
    [
      'a sentence taken out at the end of an answer',
      three.replace('The B was late. ', 'X\n').replace('X\n', ''),
      ['a.md:7'],
    ],
    ['its last lines taken out', `${answer('A')}## B\n\nEverything went well.\n\n${answer('C')}`, ['a.md:7']],
    ['a heading changed', three.replace('## B', '## D'), ['a.md:7']],
    ['an answer added', answer('Z') + three, ['a.md:3']],
    ['an answer added at the end, behind an empty line', `${three}\n\n${answer('Z')}`, ['a.md:17']],
    [
      'an answer added where the last lines of another were taken out',
      three.replace('The C was late. Everything went well.\n', `Everything went well.\n\n${answer('Z')}`),
      ['a.md:11', 'a.md:15'],
    ],
    ['words before the first answer', `# File\n\n${three}`, []],
  ])('%s', async (_, text, expected) => {
    const cwd = repository({ 'a.md': three });
    write(cwd, 'a.md', text);
    expect(await reported(cwd, '--changed')).toEqual(expected);
  });

  test('an answer taken out at the top touches the one that stands there now', async () => {
    const cwd = repository({ 'a.md': three });
    write(cwd, 'a.md', answer('B') + answer('C'));
    expect(await reported(cwd, '--changed')).toEqual(['a.md:3']);
  });

  test('a file that became a link, and one beside it', async () => {
    const cwd = repository({ 'a.md': three, 'b.md': three });
    rmSync(join(cwd, 'a.md'));
    symlinkSync('b.md', join(cwd, 'a.md'));
    write(cwd, 'b.md', three.replace('The B', 'That B'));
    expect(await reported(cwd, 'a.md', 'b.md', '--changed')).toEqual(['b.md:7']);
    git(cwd, 'add', '-A');
    expect(await reported(cwd, 'a.md', 'b.md', '--staged')).toEqual(['b.md:7']);
  });

  test('a file in a merge conflict counts as changed whole and as not staged', async () => {
    const cwd = repository({ 'a.md': answer('A'), 'b.md': three });
    git(cwd, 'switch', '-qc', 'other');
    write(cwd, 'a.md', answer('O'));
    commit(cwd);
    git(cwd, 'switch', '-q', 'main');
    write(cwd, 'a.md', answer('M'));
    commit(cwd);
    expect(() => git(cwd, 'merge', '-q', 'other')).toThrow();
    write(cwd, 'b.md', three.replace('The B', 'That B'));
    git(cwd, 'add', 'b.md');
    const found = await reported(cwd, '--changed');
    expect(found).toContain('b.md:7');
    expect(found.filter((place) => place.startsWith('a.md'))).toHaveLength(2);
    expect(await reported(cwd, '--staged')).toEqual(['b.md:7']);
  });

  test('what cannot be read is told wherever it stands', async () => {
    const source = `${three}\n\`\`\`\nnever closed\n`;
    const cwd = repository({ 'a.md': source });
    write(cwd, 'a.md', source.replace('The B', 'That B'));
    expect(await reported(cwd, '--changed')).toEqual(['a.md:7', 'a.md:14']);
  });

  test('front matter is about every answer', async () => {
    const head = '---\nlang: en\n---\n';
    const cwd = repository({ 'a.md': head + three });
    write(cwd, 'a.md', head.replace('lang', 'role: support-manager\nlang') + three);
    expect(await reported(cwd, '--changed')).toHaveLength(3);
  });

  test('a line across the page is no front matter', async () => {
    const source = `---\n\n${answer('A')}---\n\n${answer('B')}`;
    const cwd = repository({ 'a.md': source });
    write(cwd, 'a.md', source.replace('The A', 'That A'));
    expect(await reported(cwd, '--changed')).toEqual(['a.md:5']);
  });

  test('the keys of an answer in YAML belong to it', async () => {
    const source = `answers:\n  - lang: en\n    text: |\n      ${vague('A')}  - lang: en\n    text: |\n      ${vague('B')}`;
    const cwd = repository({ 'a.yaml': source });
    write(cwd, 'a.yaml', `${source.slice(0, -1)}\n`.replace(/lang: en(?!.*lang)/s, 'lang: "en"'));
    expect(await reported(cwd, '--changed')).toEqual(['a.yaml:7']);
  });

  test('the keys above all answers of a YAML file are about every one of them', async () => {
    const source = `lang: en\nanswers:\n  - text: |\n      ${vague('A')}  - text: |\n      ${vague('B')}`;
    const cwd = repository({ 'a.yaml': source });
    write(cwd, 'a.yaml', source.replace('lang: en', 'lang: "en"'));
    expect(await reported(cwd, '--changed')).toHaveLength(2);
  });

  test('a staged configuration is no answer', async () => {
    const cwd = repository({ 'a.md': three, 'star-coach.config.yaml': 'extends: recommended\n' });
    write(cwd, 'star-coach.config.yaml', 'extends: strict\n');
    git(cwd, 'add', 'star-coach.config.yaml');
    rmSync(join(cwd, 'star-coach.config.yaml'));
    expect(await reported(cwd, '--staged')).toEqual([]);
  });

  test('new files are looked at whole, deleted and ignored ones not at all', async () => {
    const cwd = repository({ 'a.md': three, 'gone.md': three, '.gitignore': 'no.md\n' });
    write(cwd, 'new.md', answer('N'));
    write(cwd, 'staged.md', answer('S'));
    write(cwd, 'no.md', answer('I'));
    git(cwd, 'add', 'staged.md');
    rmSync(join(cwd, 'gone.md'));
    expect(await reported(cwd, '--changed')).toEqual(['new.md:3', 'staged.md:3']);
  });

  test('a file that was renamed keeps its history', async () => {
    const cwd = repository({ 'a.md': three });
    renameSync(join(cwd, 'a.md'), join(cwd, 'b.md'));
    git(cwd, 'add', '-A');
    expect(await reported(cwd, '--changed')).toEqual([]);
    write(cwd, 'b.md', three.replace('The C', 'That C'));
    expect(await reported(cwd, '--changed')).toEqual(['b.md:11']);
  });

  test('whatever a file is called', async () => {
    const names = [
      'a b.md',
      'quo"te\'s.md',
      'li\nne.md',
      'ответ ё.md',
      '🙂.md',
      '50%.md',
      '-f.md',
      'tab\t.md',
    ];
    const cwd = repository(Object.fromEntries(names.map((name) => [name, three])));
    for (const name of names) write(cwd, name, three.replace('The B', 'That B'));
    const found = await reported(cwd, '--changed');
    expect(found).toEqual([...names].sort().map((name) => `${name}:7`));
    git(cwd, 'add', '-A');
    expect(await reported(cwd, '--staged')).toEqual(found);
  });

  test('works in a subfolder and whatever the git settings', async () => {
    const cwd = repository({ 'in/a.md': three, 'b.md': three });
    for (const [name, value] of [
      ['diff.relative', 'true'],
      ['diff.noprefix', 'true'],
      ['diff.interHunkContext', '9'],
      ['diff.external', 'false'],
      ['color.ui', 'always'],
      ['diff.renames', 'false'],
      ['diff.context', '9'],
    ] as const)
      git(cwd, 'config', name, value);
    write(cwd, 'in/a.md', three.replace('The B', 'That B'));
    write(cwd, 'b.md', three.replace('The C', 'That C'));
    expect(await reported(join(cwd, 'in'), '--changed')).toEqual(['a.md:7']);
    expect(await reported(join(cwd, 'in'), '..', '--changed')).toEqual(['../b.md:11', 'a.md:7']);
  });

  test('compares with the fork point from the default branch, else from the upstream', async () => {
    const origin = repository({ 'a.md': three });
    const cwd = folder({});
    git(cwd, 'clone', '-q', origin, 'c');
    const clone = join(cwd, 'c');
    git(clone, 'switch', '-qc', 'work');
    write(clone, 'a.md', three.replace('The B', 'That B'));
    commit(clone);
    write(origin, 'a.md', three.replace('The A', 'That A'));
    commit(origin);
    git(clone, 'fetch', '-q');
    expect(await reported(clone, '--changed')).toEqual(['a.md:7']);
    expect(await reported(clone, '--changed=origin/main')).toEqual(['a.md:7']);
    expect(await reported(clone, '--changed=HEAD')).toEqual([]);
    git(clone, 'push', '-q', '--set-upstream', 'origin', 'work');
    expect(await reported(clone, '--changed')).toEqual(['a.md:7']);
    git(clone, 'branch', '-q', '--unset-upstream');
    git(clone, 'remote', 'set-head', 'origin', '--delete');
    expect(await reported(clone, '--changed')).toEqual([]);
    git(clone, 'branch', '-q', '--set-upstream-to', 'origin/main');
    expect(await reported(clone, '--changed')).toEqual(['a.md:7']);
  });

  test('before the first commit everything is new', async () => {
    const cwd = folder({ 'a.md': answer('A') });
    git(cwd, 'init', '-q');
    expect(await reported(cwd, '--changed')).toEqual(['a.md:3']);
    git(cwd, 'add', '-A');
    expect(await reported(cwd, '--changed')).toEqual(['a.md:3']);
    expect(await reported(cwd, '--staged')).toEqual(['a.md:3']);
  });
});

describe('--staged', () => {
  test('reads what is staged, not what is in the folder', async () => {
    const cwd = repository({ 'a.md': answer('A'), 'b.md': answer('B') });
    write(cwd, 'a.md', answer('A') + answer('B'));
    git(cwd, 'add', '-A');
    write(cwd, 'a.md', `\n\n${answer('A')}`);
    write(cwd, 'b.md', `${answer('B')}${answer('C')}`);
    expect(await reported(cwd, '--staged')).toEqual(['a.md:7']);
    rmSync(join(cwd, 'a.md'));
    expect(await reported(cwd, '--staged')).toEqual(['a.md:7']);
    git(cwd, 'rm', '-q', '--cached', 'a.md');
    expect(await reported(cwd, '--staged')).toEqual([]);
  });

  test('bytes that are no UTF-8 are a finding there too', async () => {
    const cwd = repository({});
    writeFileSync(join(cwd, 'a.md'), Buffer.from([97, 0xff]));
    git(cwd, 'add', '-A');
    expect(await reported(cwd, '--staged')).toEqual(['a.md:1']);
  });
});

describe('where git cannot help, one line says what to do', () => {
  const told = async (cwd: string, argv: readonly string[], env: Record<string, string> = {}) => {
    const { code, stdout, stderr } = await cli(['lint', ...argv], { cwd, env });
    expect([code, stdout]).toEqual([2, '']);
    return stderr;
  };

  test('no repository, no git, no such commit', async () => {
    const cwd = folder({ 'a.md': answer('A') });
    const ceiling = { GIT_CEILING_DIRECTORIES: join(cwd, '..') };
    expect(await told(cwd, ['--changed'], ceiling)).toContain('there is none here');
    expect(await told(cwd, ['--staged'], { PATH: '/nonexistent' })).toContain("not on this machine's PATH");
    const there = repository({ 'a.md': answer('A') });
    expect(await told(there, ['--changed=nowhere'])).toContain('there is no commit "nowhere"');
    expect(await told(there, ['--changed', 'a.md'])).toContain(' star-coach lint --changed -- a.md');
    expect(
      await told(there, ['--changed', 'a.md', '--lang', 'en'], { npm_lifecycle_event: 'npx' }),
    ).toContain('npx star-coach lint --changed --lang en -- a.md');
    expect(await told(there, ['--changed=--output=x'])).toContain('there is no commit');
  });

  test('a clone too shallow, and a history of its own', async () => {
    const origin = repository({ 'a.md': answer('A') });
    for (const text of ['1', '2', '3']) {
      write(origin, 'a.md', text);
      commit(origin);
    }
    git(origin, 'switch', '-qc', 'work', 'HEAD~2');
    write(origin, 'b.md', 'b');
    commit(origin);
    const cwd = folder({});
    git(cwd, 'clone', '-q', '--depth', '1', '--no-single-branch', pathToFileURL(origin).href, 'c');
    expect(await told(join(cwd, 'c'), ['--changed=origin/main'])).toContain('git fetch --unshallow');
    expect(await told(join(cwd, 'c'), ['--changed=HEAD~1'])).toMatch(
      /^star-coach: there is no commit "HEAD~1"\n.* git fetch --unshallow.* fetch-depth: 0/,
    );
    git(origin, 'switch', '-q', '--orphan', 'other');
    commit(origin);
    expect(await told(origin, ['--changed=main', '--no-error-on-unmatched-pattern'])).toContain(
      'no commit in common',
    );
  });
});

test('folders that are links inside a repository', async () => {
  const cwd = repository({ 'a.md': answer('A') });
  mkdirSync(join(cwd, 'sub'));
  write(cwd, 'a.md', `${answer('A')}\n`);
  expect(await reported(join(cwd, 'sub'), '..', '--changed')).toEqual(['../a.md:3']);
});
