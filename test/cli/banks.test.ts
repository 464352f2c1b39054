import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cli } from '../support/cli.js';
import { content } from '../support/content.js';
import { SMALL_BANK } from '../support/small-bank.js';
import { folder, GOOD } from './lint-folder.js';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'star-coach-'));
  writeFileSync(join(cwd, 'baker.yaml'), SMALL_BANK);
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

describe('banks list', () => {
  it('shows roles with the number of their questions', async () => {
    const { code, stdout, stderr } = await cli(['banks', 'list', '--bank', 'baker.yaml'], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.split('\n').filter(Boolean)).toHaveLength(content.index.banks.length + 1);
    expect(stdout).toMatch(/^baker +Baker, 1 question$/m);
  });

  it('counts in Russian', async () => {
    const { stdout } = await cli(['banks', 'list', '--bank', 'baker.yaml', '--lang', 'ru'], { cwd });
    expect(stdout).toMatch(/^baker +Пекарь, 1 вопрос$/m);
  });

  it('prints one JSON object', async () => {
    const { stdout } = await cli(['banks', 'list', '--bank', 'baker.yaml', '--format', 'json'], { cwd });
    expect(JSON.parse(stdout).version).toBe(1);
    expect(JSON.parse(stdout).banks.at(-1)).toEqual({
      role: 'baker',
      name: { en: 'Baker', ru: 'Пекарь' },
      questions: ['ba-burnt-batch'],
    });
  });
});

describe('banks show', () => {
  it('shows the questions of a role by stage', async () => {
    const { stdout } = await cli(['banks', 'show', 'baker', '--bank', 'baker.yaml'], { cwd });
    expect(stdout).toBe(
      `Baker (baker, 1 question)

HR interview
  ba-burnt-batch
    Tell me about a burnt batch.

To see a question with its samples, or to rehearse:
  star-coach banks show ba-burnt-batch --samples --bank baker.yaml
  star-coach practice baker --bank baker.yaml
`,
    );
  });

  it('names a question that has samples, and none where there are none', async () => {
    const [bank = ''] = SMALL_BANK.split('    samples:');
    const question = bank.slice(bank.indexOf('  - id:'));
    const first = question.replace('ba-burnt-batch', 'ba-flour').replace('stage: hr', 'stage: phone');
    const shown = async (source: string) => {
      writeFileSync(join(cwd, 'two.yaml'), source);
      const { stdout } = await cli(['banks', 'show', 'baker', '--bank', 'two.yaml'], { cwd });
      return stdout.slice(stdout.indexOf('\nTo '));
    };
    expect(await shown(SMALL_BANK.replace('  - id:', `${first}  - id:`))).toContain(
      'banks show ba-burnt-batch --samples --bank',
    );
    expect(await shown(bank)).toBe(`
To see a question in full, or to rehearse:
  star-coach banks show ba-burnt-batch --bank two.yaml
  star-coach practice baker --bank two.yaml
`);
  });

  it('shows one question whole, samples only when asked', async () => {
    const show = ['banks', 'show', 'ba-burnt-batch', '--bank', 'baker.yaml'];
    const { stdout } = await cli(show, { cwd });
    expect(stdout).toBe(`ba-burnt-batch
Tell me about a burnt batch.

Stage: HR interview
Kind: past experience
Levels: junior, senior
Competencies: care
Structure: STAR (star)
Figures: welcome

What the interviewer listens for
  • Owns up

Hint
  Recall one.

Follow-up questions
  • And then?

To rehearse it, or to see samples:
  star-coach practice baker --question ba-burnt-batch --bank baker.yaml
  star-coach banks show ba-burnt-batch --samples --bank baker.yaml
`);
    const withSamples = await cli([...show, '--samples'], { cwd });
    expect(withSamples.stdout).toContain('\nA weak answer (en)\n  It was my fault.\n');
    expect(withSamples.stdout).not.toMatch(/samples/);
    expect(withSamples.stdout).toContain('\nTo rehearse it:\n');
  });

  it('names competencies with their ids, and what each level must show', async () => {
    const { stdout } = await cli(['banks', 'show', 'sm-about-yourself', '--lang', 'ru']);
    expect(stdout).toMatch(/^Компетенции: \S+ \(communication\), \S+ \(results\)$/m);
    expect(stdout).toMatch(/^ {2}• ведущий: Что отдел умел/m);
    for (const { id, name } of content.index.banks.flatMap(({ role }) =>
      (content.bank(role)?.questions ?? []).flatMap(({ id, competencies }) =>
        competencies.map((name) => ({ id, name })),
      ),
    ))
      expect(content.messages('ru')[`progress.competency.${name}`], `${name} of ${id}`).toBeDefined();
  });

  it('shows every question that ships in both languages', async () => {
    for (const { questions } of content.index.banks) {
      for (const id of questions) {
        for (const lang of ['en', 'ru']) {
          const { code, stdout } = await cli(['banks', 'show', id, '--samples', '--lang', lang]);
          expect({ id, lang, code }).toEqual({ id, lang, code: 0 });
          expect(stdout).not.toMatch(/undefined|\[object|\{\w+\}/);
        }
      }
    }
  });

  it('prints a question as JSON', async () => {
    const { stdout } = await cli(
      ['banks', 'show', 'ba-burnt-batch', '--bank', 'baker.yaml', '--format', 'json'],
      {
        cwd,
      },
    );
    expect(JSON.parse(stdout)).toMatchObject({ version: 1, id: 'ba-burnt-batch', lesson: true });
  });

  it.each([
    ['en', 'bakr', "star-coach: there is no role or question 'bakr'; did you mean 'baker'?"],
    [
      'en',
      'ba-burned-batch',
      "star-coach: there is no role or question 'ba-burned-batch'; did you mean 'ba-burnt-batch'?",
    ],
    ['en', 'x\u001b[2J', "star-coach: there is no role or question 'x\\u001b[2J'"],
    ['ru', 'bakr', 'star-coach: нет ни роли, ни вопроса «bakr»; может быть, «baker»?'],
  ])('in %s: %s is unknown', async (lang, name, message) => {
    const { code, stdout, stderr } = await cli(
      ['banks', 'show', name, '--bank', 'baker.yaml', '--lang', lang],
      {
        cwd,
      },
    );
    expect({ code, stdout, message: stderr.split('\n')[0] }).toEqual({ code: 2, stdout: '', message });
  });

  it("says how a bank of one's own comes in", async () => {
    const { stderr } = await cli(['banks', 'show', 'baker'], { cwd });
    expect(stderr).toContain('; --bank FILE adds a bank of your own\n');
  });
});

describe('banks that a config names', () => {
  const files = {
    'star-coach.config.yaml': 'bank: own/baker.yaml\n',
    'broken.yaml': 'bnak: own\n',
    'own/baker.yaml': SMALL_BANK,
    'answers/a.md': GOOD,
  };

  it.each(['.', 'answers', 'own'])('are there in %s as they are for lint and check', async (below) => {
    const options = { cwd: join(folder(files), below) };
    const list = await cli(['banks', 'list', '--format', 'json'], options);
    expect(JSON.parse(list.stdout).banks.at(-1)).toMatchObject({ role: 'baker' });
    const { code, stdout } = await cli(['banks', 'show', 'ba-burnt-batch'], options);
    expect(code).toBe(0);
    expect(stdout).toContain('\n  star-coach practice baker --question ba-burnt-batch\n');
    const env = { STAR_COACH_HOME: join(options.cwd, 'home') };
    expect((await cli(['progress', '--role', 'baker'], { ...options, env })).stderr).toContain(
      'star-coach practice baker\n',
    );
  });

  it('count beside those of the command line', async () => {
    const cwd = folder({
      ...files,
      'two.yaml': SMALL_BANK.replaceAll('ba-', 'bo-').replace('baker', 'boss'),
    });
    const { stdout } = await cli(['banks', 'list', '--bank', 'two.yaml', '--format', 'json'], { cwd });
    const roles = JSON.parse(stdout).banks.map(({ role }: { role: string }) => role);
    expect(roles).toEqual([...content.index.banks.map(({ role }) => role), 'boss', 'baker']);
  });

  it('of overrides are there, too; of two with one question, that of all files counts', async () => {
    const changed = SMALL_BANK.replace('Tell me about a burnt batch', 'Tell me of a draft');
    const overrides = 'overrides:\n  - { files: drafts/, bank: drafts.yaml }\n';
    const cwd = folder({ ...files, 'drafts.yaml': changed, 'star-coach.config.yaml': overrides });
    const show = () => cli(['banks', 'show', 'ba-burnt-batch'], { cwd });
    const { stdout } = await cli(['banks', 'list'], { cwd });
    expect(stdout).toContain('\nbaker ');
    expect((await show()).stdout).toContain('Tell me of a draft');
    writeFileSync(join(cwd, 'star-coach.config.yaml'), `bank: own/\n${overrides}`);
    expect((await show()).stdout).toContain('Tell me about a burnt batch');
  });

  it('follow --config and --no-config, also in the commands that are suggested', async () => {
    const cwd = folder({
      ...files,
      'other config.yaml': 'bank: own/baker.yaml\n',
      'star-coach.config.yaml': '',
    });
    expect((await cli(['banks', 'show', 'baker'], { cwd })).code).toBe(2);
    const { stdout } = await cli(['banks', 'show', 'baker', '--config', 'other config.yaml'], { cwd });
    expect(stdout).toContain('\n  star-coach practice baker --config "other config.yaml"\n');
    const { code } = await cli(['banks', 'show', 'baker', '--no-config'], { cwd: folder(files) });
    expect(code).toBe(2);
  });

  it.each([['banks', 'list'], ['banks', 'show', 'baker'], ['practice'], ['mock'], ['progress']])(
    'stop %s %s where the config cannot be used',
    async (...argv) => {
      const { code, stdout, stderr } = await cli([...argv, '--config', 'broken.yaml'], {
        cwd: folder(files),
      });
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(/^broken\.yaml:1:1: .*bnak.*bank/);
    },
  );
});

describe('banks validate', () => {
  const sample = (text: string, expected: string) =>
    writeFileSync(
      join(cwd, 'baker.yaml'),
      SMALL_BANK.replace('text: It was my fault.', `text: ${text}`).replace(
        /expect: .*/,
        `expect: ${expected}`,
      ),
    );

  it('is content where every sample is read as expected', async () => {
    sample('It was my fault.', '{ missing: [task, result], criteria: [owns-up] }');
    const { code, stdout } = await cli(['banks', 'validate', 'baker.yaml'], { cwd });
    // Which parts five words have is for the analyzer to say; the criterion is in them.
    expect(stdout).not.toContain('owns-up');
    expect(code).toBe(stdout === '' ? 0 : 1);
  });

  it('names every file that there is not, beside what is wrong in the others', async () => {
    writeFileSync(join(cwd, 'broken.yaml'), 'role: 3\n');
    const files = ['nope.yaml', 'broken.yaml', 'neither.yaml', 'nope.yaml'];
    const { code, stdout, stderr } = await cli(['banks', 'validate', ...files], { cwd });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.split('\n').slice(-3)).toEqual([
      "star-coach: 'nope.yaml' does not exist",
      "'neither.yaml' does not exist",
      '',
    ]);
    expect(stderr).toContain('broken.yaml:1:7: role');
  });

  it('reads a bank whose lines end as on an old Mac', async () => {
    writeFileSync(join(cwd, 'mac.yaml'), SMALL_BANK.replaceAll('\n', '\r'));
    const { stderr } = await cli(['banks', 'validate', 'mac.yaml'], { cwd });
    expect(stderr).toContain('1 sample read');
  });

  it('says at its place where a sample is read otherwise than it expects', async () => {
    sample(
      'Last winter forty loaves burnt. I had to replace them by six. I called two drivers and baked again. As a result all forty were on the shelf by six.',
      '{ missing: [result], findings: [no-such-rule, mising-result], criteria: [owns-up] }',
    );
    const { code, stdout, stderr } = await cli(['banks', 'validate', 'baker.yaml'], { cwd });
    const place = 'baker.yaml:21:9: ba-burnt-batch, sample 1 (weak, en): ';
    const lines = stdout.trimEnd().split('\n');
    expect(code).toBe(1);
    expect(lines.every((line) => line.startsWith(place))).toBe(true);
    expect(lines.map((line) => line.slice(place.length))).toEqual([
      expect.stringMatching(
        /^part 'result' is present and should be missing: "As a result all forty .*" \(.+\)$/,
      ),
      "there is no rule 'no-such-rule'",
      "there is no rule 'mising-result'; did you mean 'missing-result'?",
      "criterion 'owns-up' should be met, but none of its patterns matches",
    ]);
    expect(stderr).toBe('1 sample read; disagreements: 4\n');
  });

  it('says when a sample is in another language than it claims', async () => {
    sample('Прошлой зимой у нас сгорела партия хлеба, и это была моя вина.', '{}');
    const { stdout } = await cli(['banks', 'validate', 'baker.yaml'], { cwd });
    expect(stdout).toBe(
      'baker.yaml:21:9: ba-burnt-batch, sample 1 (weak, en): read as another language: ru\n',
    );
  });

  it.each([
    ['validate', 'baker.yaml'],
    ['list', '--bank', 'baker.yaml'],
    ['show', 'baker', '--bank', 'baker.yaml'],
  ])('refuses a broken file: %s', async (...argv) => {
    writeFileSync(join(cwd, 'baker.yaml'), SMALL_BANK.replace('stage: hr', 'stage: hrr'));
    const { code, stdout, stderr } = await cli(['banks', ...argv], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe("baker.yaml:6:12: questions[0].stage: hrr is not known; did you mean 'hr'?\n");
  });

  it('refuses a file that is not there', async () => {
    const { code, stderr } = await cli(['banks', 'validate', 'none.yaml'], { cwd });
    expect({ code, stderr }).toEqual({ code: 2, stderr: "star-coach: 'none.yaml' does not exist\n" });
  });

  it('reads every sample that ships where no file is given', async () => {
    const samples = content.index.banks
      .flatMap(({ role }) => content.bank(role)?.questions ?? [])
      .flatMap((question) => question.samples).length;
    const { code, stdout, stderr } = await cli(['banks', 'validate']);
    const wrong = stdout.split('\n').filter(Boolean).length;
    expect(stderr).toBe(`${samples} samples read; disagreements: ${wrong}\n`);
    expect(code).toBe(wrong > 0 ? 1 : 0);
  });
});

describe('banks', () => {
  it.each([
    [['banks']],
    [['banks', 'lst']],
    [['banks', 'list', '--formt']],
    [['banks', 'list', '--format', 'xml']],
  ])('a mistake of use is exit 2: %j', async (argv) => {
    const { code, stdout, stderr } = await cli(argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).not.toBe('');
  });

  it('a mistake of use names the help of its own command', async () => {
    const { stderr } = await cli(['banks', 'show', '--formt', 'json']);
    expect(stderr).toContain('(star-coach banks show --help shows the usage)');
  });

  it('has help with examples', async () => {
    const { code, stdout } = await cli(['banks', '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('$ star-coach banks show support-manager\n');
  });
});
