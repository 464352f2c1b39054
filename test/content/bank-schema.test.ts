import { describe, expect, it } from 'vitest';
import { bankSchema } from '../../src/content/bank-schema.js';
import { translator } from '../../src/content/messages.js';
import { validate } from '../../src/content/validate.js';
import { parseYaml } from '../../src/content/yaml.js';
import { content } from '../support/content.js';
import { SMALL_BANK } from '../support/small-bank.js';

const FRAMEWORKS = { star: ['situation', 'task', 'action', 'result'] };
const shipped = bankSchema({ languages: ['en', 'ru'], own: false, frameworks: FRAMEWORKS });
const own = bankSchema({ languages: ['en', 'ru'], own: true, frameworks: FRAMEWORKS });
const english = translator(content.messages('en'), 'en');

const read = (source: string, schema = shipped, t = english) =>
  validate(schema, parseYaml(source, 'b.yaml', t), t);
const problemsOf = (source: string, schema = shipped, t = english) =>
  (read(source, schema, t).problems ?? []).map(
    ({ line, column, message }) => `${line}:${column}: ${message}`,
  );

/** Replaces one line of the whole bank; the tests name lines by their text. */
function broken(line: string, by: string): string {
  if (!SMALL_BANK.includes(line)) throw new Error(`no line '${line}'`);
  return SMALL_BANK.replace(line, by);
}

describe('a bank that ships', () => {
  it('is read as it is written', () => {
    expect(read(SMALL_BANK)).toMatchObject({
      problems: null,
      value: { role: 'baker', questions: [{ id: 'ba-burnt-batch', samples: [{ grade: 'weak' }] }] },
    });
  });

  it.each([
    [
      'a misspelt key',
      'criteria:',
      'critera:',
      [
        "4:5: questions[0]: key 'criteria' is missing",
        "13:5: unknown key 'critera'; did you mean 'criteria'?",
      ],
    ],
    [
      'a key of no near name',
      'role: baker',
      'role: baker\nprice: 3',
      ["2:1: unknown key 'price'; known here: role, name, questions"],
    ],
    [
      'a misspelt framework, of whose parts nothing is said',
      'framework: star',
      'framewrok: star',
      [
        "4:5: questions[0]: key 'framework' is missing",
        "10:5: unknown key 'framewrok'; did you mean 'framework'?",
      ],
    ],
    [
      'labels that are none',
      'grade: weak',
      'grade: weak\n        labels: s t',
      [
        '22:17: questions[0].samples[0].labels: one or two capital letters for each sentence are needed, with a space between sentences: S TA R',
      ],
    ],
    ['a missing key', '    stage: hr\n', '', ["4:5: questions[0]: key 'stage' is missing"]],
    [
      'a wrong type',
      'lesson: true',
      'lesson: 3',
      ['12:13: questions[0].lesson: expected true or false, found a number'],
    ],
    ['a list for a text', 'role: baker', 'role: [baker]', ['1:7: role: expected text, found a list']],
    [
      'a text for a list',
      'levels: [junior, senior]',
      'levels: junior',
      ['9:13: questions[0].levels: expected a list, found text'],
    ],
    [
      'an unquoted number',
      'en: Baker',
      'en: 1',
      ['2:13: name.en: expected text, found a number; put it in quotes'],
    ],
    [
      'nothing behind a key',
      'numbers: welcome',
      'numbers:',
      ['11:5: questions[0].numbers: null is not one of: required, welcome, none'],
    ],
    [
      'a misspelt choice',
      'kind: behavioral',
      'kind: behavioural',
      ["7:11: questions[0].kind: behavioural is not known; did you mean 'behavioral'?"],
    ],
    [
      'an unknown framework',
      'framework: star',
      'framework: soar',
      ["10:16: questions[0].framework: soar is not known; did you mean 'star'?"],
    ],
    ['a language that is not there', ', ru: Пекарь', '', ["2:7: name: key 'ru' is missing"]],
    [
      'a language too many',
      'ru: Пекарь',
      'ru: Пекарь, de: Bäcker',
      ["2:32: unknown key 'de'; known here: en, ru"],
    ],
    [
      'a text cut at its comma',
      'en: Recall one.',
      'en: Recall one, then tell',
      ["17:29: unknown key 'then tell'; a text with a comma inside braces must be in quotes"],
    ],
    [
      'an id that is none',
      'id: ba-burnt-batch',
      'id: Burnt_Batch',
      [
        '4:9: questions[0].id: Burnt_Batch is not an id; use lower-case Latin letters and digits, joined by hyphens',
      ],
    ],
    ['a blank text', 'en: Recall one.', 'en: " "', ['17:17: questions[0].hint.en is empty']],
    ['no cues', 'en: [my fault]', 'en: []', ['16:21: questions[0].criteria[0].cues.en is empty']],
    ['no levels', '[junior, senior]', '[]', ['9:13: questions[0].levels is empty']],
    [
      'a level twice',
      '[junior, senior]',
      '[junior, junior]',
      ["9:22: questions[0].levels[1]: 'junior' appears twice"],
    ],
    [
      'a part that is not there',
      '[task, result]',
      '[task, outcome]',
      [
        "24:35: questions[0].samples[0].expect.missing[1]: 'outcome' does not exist; there are: situation, task, action, result",
      ],
    ],
    [
      'a criterion about a part that is not there',
      '      - id: owns-up',
      '      - id: owns-up\n        part: outcome',
      [
        "15:15: questions[0].criteria[0].part: 'outcome' does not exist; there are: situation, task, action, result",
      ],
    ],
    [
      'parts without a framework',
      'framework: star',
      'framework: null',
      [
        "24:29: questions[0].samples[0].expect.missing[0]: 'task' does not exist; there are: —",
        "24:35: questions[0].samples[0].expect.missing[1]: 'result' does not exist; there are: —",
      ],
    ],
    [
      'an escape code',
      'en: Baker',
      'en: "\\e[31mBaker"',
      ['2:13: name.en holds a control or direction character'],
    ],
    [
      'a text turned round',
      'en: Baker',
      'en: "Ba\\u202eker"',
      ['2:13: name.en holds a control or direction character'],
    ],
    [
      'a key with an escape code',
      'role: baker',
      'role: baker\n"\\e[31m": 1',
      ["2:1: unknown key '\\u001b[31m'; known here: role, name, questions"],
    ],
  ])('%s', (_name, line, by, problems) => {
    expect(problemsOf(broken(line, by))).toEqual(problems);
  });

  it.each([
    ['no questions', 'role: x\nname: { en: X, ru: Х }\nquestions: []\n', ['3:12: questions is empty']],
    ['an empty file', '', ['1:1: the file is empty']],
    ['a list', '- a\n', ['1:1: the file: expected a map of keys, found a list']],
    ['a text', 'hello\n', ['1:1: the file: expected a map of keys, found text']],
  ])('%s', (_name, source, problems) => {
    expect(problemsOf(source)).toEqual(problems);
  });

  it('has no id twice, even where other things are wrong', () => {
    const question = SMALL_BANK.slice(SMALL_BANK.indexOf('  - id:'));
    const twice = SMALL_BANK + question.replace('lesson: true', 'lesson: perhaps');
    expect(problemsOf(twice)).toEqual([
      "25:9: questions[1].id: 'ba-burnt-batch' appears twice",
      '33:13: questions[1].lesson: expected true or false, found text',
    ]);
  });

  it('is told all its mistakes at once, in line order', () => {
    const mistakes = [
      ['role: baker', 'role: The Baker'],
      ['en: Baker', 'en: 7'],
      ['stage: hr', 'stage: hrr'],
      ['competencies: [care]', 'competencies: care'],
      ['[junior, senior]', '[junior, boss]'],
      ['numbers: welcome', 'number: welcome'],
      ['lesson: true', 'lesson: "yes"'],
      ['ru: [моя вина]', 'ru: [""]'],
      ['grade: weak', 'grade: week'],
      ['language: en', 'language: fr'],
    ] as const;
    const source = mistakes.reduce((text, [line, by]) => text.replace(line, by), SMALL_BANK);
    expect(problemsOf(source)).toEqual([
      '1:7: role: The Baker is not an id; use lower-case Latin letters and digits, joined by hyphens',
      '2:13: name.en: expected text, found a number; put it in quotes',
      "4:5: questions[0]: key 'numbers' is missing",
      "6:12: questions[0].stage: hrr is not known; did you mean 'hr'?",
      '8:19: questions[0].competencies: expected a list, found text',
      '9:22: questions[0].levels[1]: boss is not one of: junior, middle, senior',
      "11:5: unknown key 'number'; did you mean 'numbers'?",
      '12:13: questions[0].lesson: expected true or false, found text',
      '16:38: questions[0].criteria[0].cues.ru[0] is empty',
      "21:16: questions[0].samples[0].grade: week is not known; did you mean 'weak'?",
      '22:19: questions[0].samples[0].language: fr is not one of: en, ru',
    ]);
  });

  it('is told so in Russian', () => {
    const t = translator(content.messages('ru'), 'ru');
    expect(problemsOf(broken('numbers: welcome', 'numberz: welcome'), shipped, t)).toEqual([
      '4:5: questions[0]: не хватает ключа «numbers»',
      '11:5: неизвестный ключ «numberz»; может быть, «numbers»?',
    ]);
  });

  it('has the same places with CRLF and a byte order mark', () => {
    const source = broken('lesson: true', 'lesson: 3');
    expect(problemsOf(`\uFEFF${source.replaceAll('\n', '\r\n')}`)).toEqual(problemsOf(source));
  });
});

describe("a user's own bank", () => {
  const SHORT = `role: baker
name: { ru: Пекарь }
questions:
  - id: first
    text: { ru: Расскажите о хлебе. }
    stage: hr
    kind: behavioral
    framework: star
    hint: { ru: Вспомните один случай. }
`;

  it('may be short and in one language', () => {
    expect(read(SHORT, own).value).toEqual({
      role: 'baker',
      name: { en: 'Пекарь', ru: 'Пекарь' },
      questions: [
        {
          id: 'first',
          text: { en: 'Расскажите о хлебе.', ru: 'Расскажите о хлебе.' },
          stage: 'hr',
          kind: 'behavioral',
          competencies: [],
          levels: ['junior', 'middle', 'senior'],
          framework: 'star',
          numbers: 'welcome',
          lesson: false,
          criteria: [],
          hint: { en: 'Вспомните один случай.', ru: 'Вспомните один случай.' },
          followUps: [],
          samples: [],
        },
      ],
    });
  });

  it('gives a criterion cues in at least one language', () => {
    const criteria =
      '    criteria:\n      - { id: a, text: { en: A }, cues: {} }\n      - { id: b, text: { en: B }, cues: { en: [b] } }\n';
    expect(problemsOf(SHORT + criteria, own)).toEqual([
      '11:41: questions[0].criteria[0].cues: no patterns in any language',
    ]);
  });

  it('names something in at least one language', () => {
    expect(problemsOf(SHORT.replace('{ ru: Пекарь }', 'Пекарь'), own)).toEqual([
      '2:7: name: a text goes after its language, as in { en: Hello }',
    ]);
    expect(problemsOf(SHORT.replace('{ ru: Пекарь }', '{}'), own)).toEqual([
      '2:7: name: no text in any language',
    ]);
  });
});
