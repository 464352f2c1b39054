import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Asker } from '../../src/cli/banks/ask-bank.js';
import { askAndWrite } from '../../src/cli/banks/new.js';
import type { CommandContext } from '../../src/cli/context.js';
import { translator } from '../../src/content/messages.js';
import { KEY, openScreen } from '../e2e/terminal.js';
import { cli } from '../support/cli.js';
import { content } from '../support/content.js';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'star-new-bank-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const context = () =>
  ({
    io: { cwd, env: {}, argv: [], stdout: new PassThrough(), stderr: new PassThrough() },
    t: translator(content.messages('en'), 'en'),
    language: 'en',
    paint: (_: string, text: string) => text,
    content,
  }) as unknown as CommandContext;

/** Answers in order; a line that has a fault is asked again, as on the terminal. Null leaves. */
function answering(answers: (string | null)[]): Asker & { readonly faults: string[] } {
  const faults: string[] = [];
  const next = () => answers.shift() ?? null;
  return {
    faults,
    line: async (_, { preset, fault }) => {
      for (let typed = next(); ; typed = next()) {
        if (typed === null) return null;
        const line = typed === '' && preset !== null ? preset : typed;
        const wrong = fault(line);
        if (wrong === null) return line;
        faults.push(wrong);
      }
    },
    one: async (_, items) => {
      const wanted = next();
      return wanted === null ? null : (items.find(({ value }) => value === wanted)?.value ?? null);
    },
  };
}

const ENGLISH = ['baker', 'en', 'Baker', 'Tell me: a burnt batch?', '', 'hr', 'behavioral', 'star', 'none'];
const CRITERION = ['Owns up.', 'my fault; (sorry|apolog)*', ''];

describe('banks new', () => {
  it('writes a bank that is valid', async () => {
    expect(
      await askAndWrite(context(), answering([...ENGLISH, ...CRITERION, 'Recall one.']), undefined),
    ).toBe(0);
    expect(readFileSync(join(cwd, 'baker.yaml'), 'utf8')).toMatch(/^# .*\n[\s\S]*^role: baker\n/m);
    const { code, stdout } = await cli(
      ['banks', 'show', 'baker-1', '--bank', 'baker.yaml', '--format', 'json'],
      { cwd },
    );
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      id: 'baker-1',
      text: { en: 'Tell me: a burnt batch?' },
      stage: 'hr',
      framework: 'star',
      numbers: 'none',
      criteria: [{ id: 'criterion-1', cues: { en: ['my fault', '(sorry|apolog)*'] } }],
    });
  });

  it('asks everything in both languages', async () => {
    const answers = [
      'baker',
      'en ru',
      'Baker',
      'Пекарь',
      'A batch?',
      'Партия?',
      'ba-batch',
      'case',
      'case',
      'free',
      'welcome',
    ];
    const criteria = ['Calm.', 'Спокоен.', 'calm*', 'спокой*', ''];
    expect(
      await askAndWrite(
        context(),
        answering([...answers, ...criteria, 'Recall.', 'Вспомните.']),
        'own/b.yaml',
      ),
    ).toBe(0);
    const { stdout } = await cli(['banks', 'show', 'ba-batch', '--bank', 'own/b.yaml', '--format', 'json'], {
      cwd,
    });
    expect(JSON.parse(stdout)).toMatchObject({
      framework: null,
      text: { en: 'A batch?', ru: 'Партия?' },
      hint: { ru: 'Вспомните.' },
      criteria: [{ text: { ru: 'Спокоен.' }, cues: { ru: ['спокой*'] } }],
    });
  });

  it('asks again where something is wrong', async () => {
    const asker = answering([
      'The Baker',
      'baker',
      'en',
      ' ',
      'Baker',
      'Batch?',
      'sm-churn',
      '',
      'hr',
      'behavioral',
      'star',
      'none',
      'Calm.',
      '(a',
      'calm*',
      '',
      'Recall.',
    ]);
    expect(await askAndWrite(context(), asker, undefined)).toBe(0);
    expect(asker.faults).toEqual([
      'Use lower-case Latin letters and digits, joined by hyphens.',
      'Some text is needed.',
      "'sm-churn' is the id of another question",
      "the pattern '(a': the brackets do not match or are empty",
    ]);
  });

  it('writes nothing where it is left, at any question', async () => {
    const answers = [...ENGLISH, ...CRITERION, 'Recall one.'];
    for (let given = 0; given < answers.length; given += 1) {
      expect(await askAndWrite(context(), answering(answers.slice(0, given)), undefined)).toBe(130);
      expect(existsSync(join(cwd, 'baker.yaml'))).toBe(false);
    }
  });

  it('never overwrites', async () => {
    writeFileSync(join(cwd, 'baker.yaml'), 'mine');
    await expect(askAndWrite(context(), answering(ENGLISH), 'baker.yaml')).rejects.toThrow(
      'baker.yaml already exists',
    );
    const asker = answering(['baker', null]);
    expect(await askAndWrite(context(), asker, undefined)).toBe(130);
    expect(asker.faults).toEqual(['baker.yaml already exists; name another file']);
    expect(readFileSync(join(cwd, 'baker.yaml'), 'utf8')).toBe('mine');
  });

  it.each(['en', 'ru'])('prints a template in %s that is valid', async (lang) => {
    const { code, stdout } = await cli(['banks', 'new', '--template', '--lang', lang], { cwd });
    expect(code).toBe(0);
    writeFileSync(join(cwd, 'mine.yaml'), stdout);
    expect(await cli(['banks', 'validate', 'mine.yaml'], { cwd })).toMatchObject({ code: 0, stdout: '' });
  });

  it.each(['en', 'ru'])('the template in %s explains every key', async (lang) => {
    const { stdout } = await cli(['banks', 'new', '--template', '--lang', lang], { cwd });
    const { questions } = JSON.parse((await cli(['schema', 'bank'])).stdout).properties;
    const question = questions.items.properties;
    const samples = question.samples.items.properties;
    const keys = [question, question.criteria.items.properties, samples, samples.expect.properties]
      .flatMap(Object.keys)
      // For those who fit the weights that ship.
      .filter((key) => key !== 'labels');
    expect(keys.filter((key) => !stdout.includes(`${key}:`))).toEqual([]);
  });

  it('without a terminal names what to do instead', async () => {
    const { code, stdout, stderr } = await cli(['banks', 'new'], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe(
      'star-coach: banks new asks questions on a terminal; without one, star-coach banks new --template > my-bank.yaml\n',
    );
  });

  it('asks on a terminal', async () => {
    const screen = await openScreen(['banks', 'new', join(cwd, 'mine.yaml')], { env: { LANG: 'en' } });
    await screen.until('Id of the role');
    screen.press(`The Baker${KEY.enter}`);
    await screen.until('Use lower-case Latin letters');
    screen.press(`\u0015baker${KEY.enter}`);
    await screen.until('In which languages');
    screen.press(KEY.ctrlC);
    expect(await screen.ended).toBe(130);
    expect(existsSync(join(cwd, 'mine.yaml'))).toBe(false);
  });
});
