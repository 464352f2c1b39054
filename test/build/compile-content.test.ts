import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compileContent, readContent } from '../../scripts/build/compile-content.js';
import { InputError } from '../../src/content/problems.js';
import type { Bank } from '../../src/content/types.js';
import { openContent } from '../../src/store/content.js';
import { SMALL_BANK } from '../support/small-bank.js';

let folder: string;
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const problems = () =>
  readContent(folder).problems.map(
    ({ path, line, column, message }) => `${path.slice(folder.length + 1)}:${line}:${column}: ${message}`,
  );

const LANGUAGE = (code: string) =>
  `code: ${code}\nname: { en: A, ru: А }\nspeechRate: 120\nstock: [thing*]\nhabitual: [often]\naims: [so that]\n`;
const CUES = `cues:
  - id: after-all
    about: { en: says how it ended, ru: сказан конец }
    patterns: [in the end]
    examples: { yes: [In the end it held.], no: [] }
`;
const WEIGHTS = `weights:
  star:
    labels: [situation, task, action, result, lesson, other]
    sameSentence: 1
    transitions: { start: 1 0 0 0 0 0 }
    features: { bias: 0 0 0 0 0 0 }
`;

const PRESET = 'name: plain\nabout: { en: All, ru: Всё }\nseverities: { info: warn }\nrules: {}\n';

const RULES = `rules:
  - id: no-numbers
    severity: info
    check: { kind: phrases, patterns: { en: [never ever], ru: [никогда вообще] } }
    summary: { en: A, ru: А }
    message: { en: A, ru: А }
    advice: { en: A, ru: А }
    reason: { en: A, ru: А }
    examples:
      bad: [{ language: en, text: a }, { language: ru, text: а }]
      good: [{ language: en, text: a }, { language: ru, text: а }]
`;
const rule = (line: string) => RULES.replace('    severity', `    ${line}\n    severity`);
const GUIDE = `topic: hall
order: 1
roles: [baker]
title: { en: A, ru: А }
aim: { en: A, ru: А }
sections: [{ title: { en: A, ru: А }, points: [{ en: A, ru: А }] }]
questions: [ba-burnt-batch]
checklist: [{ id: ready, en: A, ru: А }]
`;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'star-coach-'));
  for (const code of ['en', 'ru']) {
    // The texts of the problems themselves.
    cpSync(`data/messages/${code}.yaml`, join(folder, `messages/${code}.yaml`));
    write(`languages/${code}/language.yaml`, LANGUAGE(code));
    write(`languages/${code}/cues.yaml`, CUES);
    write(`languages/${code}/weights.yaml`, WEIGHTS);
  }
  cpSync('data/frameworks/star.yaml', join(folder, 'frameworks/star.yaml'));
  write('rules/all.yaml', RULES);
  write('presets/plain.yaml', PRESET);
  write('banks/baker.yaml', SMALL_BANK);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('what ships', () => {
  it('is valid', () => {
    const found = readContent('data').problems;
    expect(found.map(({ path, line, column, message }) => `${path}:${line}:${column}: ${message}`)).toEqual(
      [],
    );
  });
});

describe('compileContent', () => {
  it('writes what openContent reads', () => {
    const to = join(folder, 'compiled');
    compileContent(folder, to);
    const content = openContent(to);
    expect(content.index).toEqual({
      interfaceLanguages: ['en', 'ru'],
      answerLanguages: ['en', 'ru'],
      frameworks: ['star'],
      banks: [{ role: 'baker', name: { en: 'Baker', ru: 'Пекарь' }, questions: ['ba-burnt-batch'] }],
    });
    expect(content.question('ba-burnt-batch')).toMatchObject({ stage: 'hr', criteria: [{ id: 'owns-up' }] });
    expect(content.bank('butcher')).toBeNull();
    expect(content.question('absent')).toBeNull();
    expect(content.languageModels()[0]).toMatchObject({ code: 'en', weights: { star: { sameSentence: 1 } } });
    expect(content.languageModels()[0]?.cues[0]).not.toHaveProperty('examples');
  });

  it('reads what answers of a language speak of, where it is known', () => {
    const to = join(folder, 'compiled');
    const row = (weights: string) =>
      `limit: -2\ncompetencies: [learning, teamwork]\nusual: {}\nweights:\n  "learnt": "${weights}"\n`;
    write('languages/ru/subjects.yaml', row('3 -12'));
    compileContent(folder, to);
    const subjects = openContent(to)
      .languageModels()
      .map((model) => model.subjects);
    expect(subjects).toEqual([
      undefined,
      { limit: -2, competencies: ['learning', 'teamwork'], usual: {}, words: 'learnt', columns: ['q', 'b'] },
    ]);
    write('languages/ru/subjects.yaml', row('3'));
    expect(problems()).toHaveLength(1);
  });

  it('joins the files of a role and leaves out the labels of samples', () => {
    const more = SMALL_BANK.replaceAll('ba-burnt-batch', 'ba-late-order').replace(
      'grade: weak',
      'grade: weak\n        labels: S TA R',
    );
    write('banks/baker.late.yaml', more);
    const { pieces, problems: found } = readContent(folder);
    expect(found).toEqual([]);
    const bank = pieces['bank.baker'] as Bank;
    expect(bank.questions.map(({ id }) => id).sort()).toEqual(['ba-burnt-batch', 'ba-late-order']);
    expect(more).toContain('labels: S TA R');
    expect(JSON.stringify(bank)).not.toContain('S TA R');
  });

  it('throws every problem of every file and leaves what was there', () => {
    const to = join(folder, 'compiled');
    write('compiled/pieces.bin', '{}');
    write('banks/baker.yaml', SMALL_BANK.replace('stage: hr', 'stage: hrr'));
    write('rules/all.yaml', 'rulez: []\n');
    let thrown: unknown;
    try {
      compileContent(folder, to);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(InputError);
    expect((thrown as InputError).problems).toHaveLength(3);
    expect(readFileSync(join(to, 'pieces.bin'), 'utf8')).toBe('{}');
  });
});

describe('readContent finds', () => {
  it('nothing wrong in whole content', () => {
    expect(problems()).toEqual([]);
  });

  it('a text without translation, and one that does not exist in English', () => {
    const path = join(folder, 'messages/ru.yaml');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('  description: ', '  discription: '));
    const line = text.split('\n').findIndex((each) => each.startsWith('  description: ')) + 1;
    expect(problems()).toEqual([
      expect.stringMatching(/^messages\/ru\.yaml:\d+:\d+: the text 'cli\.description' has no translation$/),
      `messages/ru.yaml:${line}:16: the text 'cli.discription' does not exist in English`,
    ]);
  });

  it('names that a translation forgot', () => {
    write('messages/en.yaml', `${readFileSync('data/messages/en.yaml', 'utf8')}zz: "{a} of {b}"\n`);
    const russian = readFileSync('data/messages/ru.yaml', 'utf8');
    write('messages/ru.yaml', `${russian}zz: "{a} из {c}"\n`);
    const line = russian.split('\n').length;
    expect(problems()).toEqual([
      `messages/ru.yaml:${line}:5: the text 'zz' must use {a}, {b}, as in English`,
    ]);
  });

  it.each([
    [
      'a bank in a file of another name',
      'banks/butcher.yaml',
      SMALL_BANK.replace('ba-burnt', 'bu-burnt'),
      ["banks/butcher.yaml:1:7: 'baker' is in a file with another name"],
    ],
    [
      'a question of two banks',
      'banks/cook.yaml',
      SMALL_BANK.replace('role: baker', 'role: cook'),
      ["banks/cook.yaml:4:9: ba-burnt-batch: 'ba-burnt-batch' appears twice"],
    ],
    [
      'a pattern of a criterion that cannot be read',
      'banks/baker.yaml',
      SMALL_BANK.replace('[my fault]', '["(my fault"]'),
      ["banks/baker.yaml:16:22: the pattern '(my fault': the brackets do not match or are empty"],
    ],
    [
      'a pattern of a cue that cannot be read',
      'languages/en/cues.yaml',
      CUES.replace('[in the end]', '["(in the"]'),
      ["languages/en/cues.yaml:4:16: the pattern '(in the': the brackets do not match or are empty"],
    ],
    [
      'a pattern of a language that cannot be read',
      'languages/en/language.yaml',
      LANGUAGE('en').replace('[so that]', '[(so that]'),
      ["languages/en/language.yaml:6:8: the pattern '(so that': the brackets do not match or are empty"],
    ],
    [
      'labels in another order',
      'languages/en/weights.yaml',
      WEIGHTS.replace('situation, task', 'task, situation'),
      ['languages/en/weights.yaml:3:13: weights.star.labels: the labels are not those of the framework'],
    ],
    [
      'too few weights',
      'languages/en/weights.yaml',
      WEIGHTS.replace('bias: 0 ', 'bias: '),
      ['languages/en/weights.yaml:6:23: a row holds one number for each label, with spaces between'],
    ],
    [
      'a rule that names no rule',
      'rules/all.yaml',
      rule('saidBy: [no-numbers, vauge]'),
      ["rules/all.yaml:3:26: rules.0.saidBy.1: 'vauge' does not exist; there are: no-numbers"],
    ],
    [
      'a rule that names no framework',
      'rules/all.yaml',
      rule('frameworks: [sstar]'),
      ["rules/all.yaml:3:18: rules.0.frameworks.0: 'sstar' does not exist; there are: star"],
    ],
    [
      'a sample that expects no rule',
      'banks/baker.yaml',
      SMALL_BANK.replace(/findings: \[[^\]]*\]/, 'findings: [vauge]'),
      [expect.stringMatching(/^banks\/baker\.yaml:\d+:\d+: .*'vauge' does not exist; there are: /)],
    ],
    [
      'a preset that names no rule',
      'presets/plain.yaml',
      PRESET.replace('rules: {}', 'rules: { vauge: off }'),
      ["presets/plain.yaml:4:10: unknown key 'vauge'; known here: no-numbers"],
    ],
    [
      'a language in the folder of another',
      'languages/en/language.yaml',
      LANGUAGE('ru'),
      ["languages/en/language.yaml:1:7: 'ru' is in a file with another name"],
    ],
  ])('%s', (_name, path, text, expected) => {
    write(path, text);
    expect(problems()).toEqual(expected);
  });
});

describe('guides', () => {
  it('of one place in the order come by their topics', () => {
    write('guides/baker.zoo.yaml', GUIDE.replace('topic: hall', 'topic: zoo'));
    write('guides/hall.yaml', GUIDE);
    expect(problems()).toEqual([]);
    expect(readContent(folder).pieces.guides).toMatchObject([{ topic: 'hall' }, { topic: 'zoo' }]);
  });

  it('of one topic for one role stand once', () => {
    write('guides/baker.hall.yaml', GUIDE);
    write('guides/hall.yaml', GUIDE);
    expect(problems()).toEqual([
      expect.stringMatching(/^guides\/hall\.yaml:1:8: .*baker\.hall.*guides\/baker\.hall\.yaml/),
    ]);
  });
});

describe('readContent tells one fault once', () => {
  beforeEach(() => {
    write('rules/all.yaml', rule('frameworks: [star]'));
    write('guides/hall.yaml', GUIDE);
    write('presets/plain.yaml', PRESET.replace('rules: {}', 'rules: { no-numbers: off }'));
    const star = readFileSync('data/frameworks/star.yaml', 'utf8');
    write('frameworks/star.yaml', `${star}rules: { with: [no-numbers], without: [] }\n`);
  });

  it('and nothing where there is none', () => {
    expect(problems()).toEqual([]);
  });

  it.each([
    ['a bank, and not the guides that name its questions', 'banks/baker.yaml', 'stage: hr', 'stage: hrr'],
    ['a bank that is no YAML', 'banks/baker.yaml', 'stage: hr', 'stage: hr\n    stage: hr'],
    ['a rule, and not what names it', 'rules/all.yaml', 'severity: info', 'severity: inform'],
    ['rules that are no YAML', 'rules/all.yaml', 'severity: info', 'severity: "info'],
  ])('in %s', (_name, path, right, wrong) => {
    const text = readFileSync(join(folder, path), 'utf8');
    expect(text).toContain(right);
    write(path, text.replace(right, wrong));
    expect(problems()).toEqual([expect.stringContaining(`${path}:`)]);
  });

  it('in a framework, and not in the rules and banks that name it', () => {
    const star = readFileSync(join(folder, 'frameworks/star.yaml'), 'utf8');
    write('frameworks/star.yaml', star.replace('colour: blue', 'colour: bleu'));
    expect(problems().filter((problem) => /^(?:rules|banks)/.test(problem))).toEqual([]);
    expect(problems()[0]).toMatch(/^frameworks\/star\.yaml:.*bleu/);
  });
});
