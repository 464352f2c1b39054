import { execFile, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.js';
import { cli } from '../support/cli.js';
import { folder } from './lint-folder.js';

/** By a name: it is no program that the project needs. */
const FISH: string = 'fish';

const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** Whether a shell is on this machine: developers and CI need not have all three. */
const has = (shell: string) => spawnSync(shell, ['-c', 'exit 0']).status === 0;

const script = async (shell: string, language = 'en') =>
  (await cli(['completion', shell], { env: { LANG: `${language}_XX.UTF-8` } })).stdout;

/** What bash offers for a line that ends at the cursor. */
async function inBash(words: readonly string[], cwd: string): Promise<string[]> {
  writeFileSync(join(cwd, 'c.bash'), await script('bash'));
  const asked = `source c.bash
COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')})
COMP_CWORD=${words.length - 1}
_star_coach
printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', asked], { cwd, encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout.split('\n').filter((line) => line !== '');
}

/** What fish offers, without the descriptions. */
async function inFish(line: string, cwd: string): Promise<string[]> {
  return (await describedInFish(line, cwd)).map((each) => each.split('\t')[0] ?? '');
}

/** What fish offers: words, each with a tab and its description where it has one. */
async function describedInFish(line: string, cwd: string): Promise<string[]> {
  writeFileSync(join(cwd, 'c.fish'), await script('fish'));
  const { stdout, stderr } = spawnSync(FISH, ['--no-config', '-c', `source c.fish; complete -C '${line}'`], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, HOME: cwd },
  });
  expect(stderr).toBe('');
  return stdout.split('\n').filter((each) => each !== '');
}

/**
 * What zsh has on the screen after a tab, once `some` is there: its completion runs on a terminal only, so `zpty` gives
 * it one.
 */
async function inZsh(line: string, some: readonly string[], cwd: string): Promise<string> {
  writeFileSync(join(cwd, 'c.zsh'), await script('zsh'));
  const asked = `zmodload zsh/zpty
zpty z zsh -f -i
zpty -w z "PS1=; unsetopt zle_bracketed_paste; autoload -Uz compinit; compinit -u -D; source c.zsh; setopt no_list_beep; LISTMAX=0; echo rea''dy"
zpty -r z out '*ready*'
zpty -w -n z "${line}"$'\\t'
out=
for ((tries = 0; tries < 1200; tries++)); do
  while zpty -r -t z part; do out+=$part; done
  [[ ${some.map((word) => `$out == *${word}*`).join(' && ')} ]] && break
  sleep 0.05
done
sleep 0.2
while zpty -r -t z part; do out+=$part; done
print -r -- "$out"
zpty -d z`;
  const { stdout } = await promisify(execFile)('zsh', ['-f', '-c', asked], {
    cwd,
    env: { ...process.env, HOME: cwd, TERM: 'dumb', COLUMNS: '200', LINES: '100' },
  });
  return stdout;
}

const CASES: readonly [string, readonly string[], readonly string[]][] = [
  ['star-coach ', ['lint', 'check', 'completion'], ['stylish']],
  ['star-coach li', ['lint'], ['check']],
  ['star-coach lint --form', ['--format'], ['--fail-on']],
  ['star-coach lint --format ', ['sarif', 'stylish'], ['practice']],
  ['star-coach lint -f gitl', ['gitlab'], ['sarif']],
  ['star-coach lint --fail-on ', ['error', 'never'], ['sarif']],
  ['star-coach explain missing-r', ['missing-result'], ['missing-task']],
  ['star-coach banks ', ['show', 'validate'], ['practice']],
  ['star-coach banks show supp', ['support-manager'], ['client-department-head']],
  ['star-coach --lang ', ['en', 'ru'], ['practice']],
  ['star-coach schema ', ['config', 'answers', 'bank', 'framework'], ['lint']],
  ['star-coach help chec', ['check'], ['lint']],
  ['star-coach guide s', ['support-manager'], ['self-assessment']],
  ['star-coach guide support-manager s', ['stories', 'self-assessment'], ['client-department-head']],
  ['star-coach guide --format md support-manager s', ['stories'], ['phone', 'sarif']],
  ['star-coach practice --competency co', ['coaching', 'conflict-resolution'], ['teamwork']],
  ['star-coach practice --level s', ['senior'], ['junior']],
  ['star-coach progress --format ', ['text', 'json', 'csv'], ['support-manager']],
  ['star-coach lint answ', ['answers.md'], ['sarif']],
  ['star-coach lint -o answ', ['answers.md'], ['sarif']],
];

describe.skipIf(!has('bash'))('bash', () => {
  // Files are offered by bash itself where the script offers nothing.
  test.each(CASES.filter(([, offered]) => !offered.includes('answers.md')))(
    '%s',
    async (line, some, none) => {
      const offered = await inBash(line.split(' '), folder({}));
      expect(offered).toEqual(expect.arrayContaining([...some]));
      for (const word of none) expect(offered).not.toContain(word);
    },
  );

  test('leaves files to bash', async () => {
    const cwd = folder({ 'answers.md': '' });
    expect(await inBash(['star-coach', 'lint', 'answ'], cwd)).toEqual([]);
    expect(await inBash(['star-coach', 'lint', '-o', 'answ'], cwd)).toEqual([]);
    expect(await script('bash')).toContain('complete -o default -F');
  });

  test('offers nothing after the last operand, and takes no option value for one', async () => {
    expect(await inBash(['star-coach', 'guide', 'support-manager', 'hr', ''], folder({}))).toEqual([]);
    const equals = ['star-coach', 'guide', '--format', '=', 'md', 'support-manager', 'ph'];
    expect(await inBash(equals, folder({}))).toEqual(['phone']);
  });

  test('completes behind an equals sign, which bash takes for a word', async () => {
    expect(await inBash(['star-coach', 'lint', '--fail-on', '=', 'ne'], folder({}))).toEqual(['never']);
    expect(await inBash(['star-coach', 'lint', '--fail-on', '='], folder({}))).toContain('never');
  });
});

describe.skipIf(!has('fish'))('fish', () => {
  test.each(CASES)('%s', async (line, some, none) => {
    const offered = await inFish(line, folder({ 'answers.md': '' }));
    expect(offered).toEqual(expect.arrayContaining([...some]));
    for (const word of none) expect(offered).not.toContain(word);
  });

  test('offers nothing behind the last operand', async () => {
    expect(await inFish('star-coach guide support-manager hr ', folder({}))).toEqual([]);
  });

  test('describes options and commands, and no values by the option', async () => {
    expect(await describedInFish('star-coach guide --format m', folder({}))).toEqual(['md']);
    expect(await describedInFish('star-coach guide --form', folder({}))).toEqual([
      expect.stringMatching(/^--format\t./),
    ]);
  });
});

describe.skipIf(!has('zsh'))('zsh', () => {
  // All at once: each waits while zsh draws.
  test.concurrent.each(CASES)('%s', async (line, some, none) => {
    const screen = await inZsh(line, some, folder({ 'answers.md': '' }));
    for (const word of some) expect(screen).toContain(word);
    for (const word of none) expect(screen).not.toContain(word);
  });
});

describe.each(SHELLS)('the script for %s', (shell) => {
  test('knows every command', async () => {
    const text = await script(shell);
    for (const { name } of COMMANDS) expect(text).toContain(name);
  });

  test.skipIf(!has(shell))('is read without complaint, in each language', async () => {
    for (const language of ['en', 'ru']) {
      const path = join(folder({ script: await script(shell, language) }), 'script');
      expect(spawnSync(shell, ['-n', path], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
    }
  });
});

test('a shell that is not known is a usage error', async () => {
  const { code, stdout, stderr } = await cli(['completion', 'tcsh']);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain('bash, zsh, fish');
});
