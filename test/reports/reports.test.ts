import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { SEVERITIES } from '../../src/content/severities.js';
import { REPORT_NAMES } from '../../src/reports/reports.js';
import { EMPTY, HOSTILE, optionsFor, RESULT, render } from './sample.js';

const en = optionsFor('en');
const ru = optionsFor('ru');

/** What a terminal would act on; escapes of paint are switched off in these tests. */
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

/** Looks are for the eye: a snapshot would only say that they changed. */
const unstyled = (text: string) => text.replace(/<style>[\s\S]*<\/style>/, '<style></style>');

describe.each(REPORT_NAMES)('%s', (name) => {
  test.each([
    ['en', en],
    ['ru', ru],
  ])('in %s', async (_, options) => {
    expect(unstyled(await render(name, RESULT, options))).toMatchSnapshot();
  });

  test('of nothing', async () => {
    expect(unstyled(await render(name, EMPTY, en))).toMatchSnapshot();
  });

  test('sends no control or bidirectional character and no half of one', async () => {
    const text = await render(name, RESULT, en);
    expect(text).not.toMatch(UNSAFE);
    expect(Buffer.from(text).toString()).toBe(text);
    expect(text.endsWith('\n')).toBe(true);
  });
});

test('stylish paints severities, places and the sum', async () => {
  const text = await render('stylish', RESULT, { ...en, paint: (colour, plain) => `<${colour}>${plain}</>` });
  expect(text).toContain('<red>error  </>');
  expect(text).toContain('<yellow>warning</>');
  expect(text).toContain('<dim>Say what changed.</>');
});

test.each([
  [1, '✖ 1 замечание (1 ошибка); 1 ответ в 1 файле'],
  [2, '✖ 2 замечания (2 ошибки); 2 ответа в 2 файлах'],
  [5, '✖ 5 замечаний (5 ошибок); 5 ответов в 5 файлах'],
  [21, '✖ 21 замечание (21 ошибка); 21 ответ в 21 файле'],
])('stylish counts %i in Russian', async (count, expected) => {
  const [clean, broken] = RESULT.files;
  if (clean === undefined || broken === undefined) throw new Error('the sample has no such files');
  const files = Array.from({ length: count }, () => ({
    ...clean,
    findings: broken.findings.slice(0, 1),
    suppressions: [],
  }));
  expect(await render('stylish', { files }, ru)).toContain(expected);
});

test.each([
  [0, { warn: 1, info: 0 }, 'yellow', '✔ 1 ответ в 1 файле, ошибок нет; не показано: 1 предупреждение'],
  [0, { warn: 0, info: 2 }, 'blue', '✔ 1 ответ в 1 файле, ошибок нет; не показано: 2 заметки'],
  [0, { warn: 0, info: 0 }, 'green', '✔ 1 ответ в 1 файле, замечаний нет'],
  [
    1,
    { warn: 5, info: 21 },
    'red',
    '✖ 1 замечание (1 ошибка); 1 ответ в 1 файле; не показано: 5 предупреждений, 21 заметка',
  ],
])('stylish tells what is not shown: %i, %j', async (shown, notShown, colour, expected) => {
  const [clean, broken] = RESULT.files;
  if (clean === undefined || broken === undefined) throw new Error('the sample has no such files');
  const files = [{ ...clean, findings: broken.findings.slice(0, shown), suppressions: [] }];
  const paint = (name: string, plain: string) => `<${name}>${plain}</>`;
  const text = await render('stylish', { files, notShown }, { ...ru, paint });
  expect(text).toContain(`<${colour}>${expected}</>`);
});

test('every line of unix is a place and a message', async () => {
  const lines = (await render('unix', RESULT, en)).trimEnd().split('\n');
  expect(lines).toHaveLength(4);
  for (const line of lines) expect(line).toMatch(/^.+:\d+:\d+: (error|warn|info): .+ \[[a-z-]+\]$/);
});

const position = z.strictObject({ line: z.int().min(1), column: z.int().min(1), offset: z.int().min(0) });
const report = z.strictObject({
  version: z.literal(1),
  tool: z.strictObject({ name: z.literal('star-coach'), version: z.string() }),
  results: z.array(
    z.strictObject({
      path: z.string(),
      answers: z.array(
        z.strictObject({
          question: z.string().nullable(),
          title: z.string().nullable(),
          line: z.int().min(1),
          language: z.string().nullable(),
          story: z.string(),
          parts: z.record(z.string(), z.enum(['present', 'implied', 'empty', 'missing'])),
        }),
      ),
      findings: z.array(
        z.strictObject({
          rule: z.string(),
          severity: z.enum(SEVERITIES),
          message: z.string(),
          advice: z.string(),
          start: position,
          end: position,
          fingerprint: z.string(),
          url: z.string(),
        }),
      ),
    }),
  ),
  summary: z.strictObject({
    files: z.int(),
    answers: z.int(),
    error: z.int(),
    warn: z.int(),
    info: z.int(),
    suppressed: z.int(),
  }),
});

test('json is one object on one line, and reads back as it was', async () => {
  const text = await render('json', RESULT, en);
  expect(text.trimEnd()).not.toContain('\n');
  const data = report.parse(JSON.parse(text));
  expect(data.results.map(({ path }) => path)).toEqual(RESULT.files.map(({ path }) => path));
  expect(data.results[1]?.findings[1]).toMatchObject({
    message: HOSTILE,
    advice: HOSTILE,
    url: 'docs/rules/vague.md',
  });
  expect(data.summary).toEqual({ files: 3, answers: 3, error: 2, warn: 1, info: 1, suppressed: 2 });
});

/** A workflow command as the runner of GitHub Actions takes it apart. */
function readCommand(line: string) {
  const match = /^::(\w+) ([^\r\n]*?)::(.*)$/.exec(line);
  if (match === null) throw new Error(`no workflow command: ${line}`);
  const [, command = '', list = '', data = ''] = match;
  const decodeData = (text: string) =>
    text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
  const decodeProperty = (text: string) => decodeData(text.replaceAll('%3A', ':').replaceAll('%2C', ','));
  const properties = list.split(',').map((pair) => {
    const equals = pair.indexOf('=');
    return [pair.slice(0, equals), decodeProperty(pair.slice(equals + 1))];
  });
  return { command, properties: Object.fromEntries(properties), message: decodeData(data) };
}

test('github is a workflow command a line, and reads back', async () => {
  const commands = (await render('github', RESULT, en)).trimEnd().split('\n').map(readCommand);
  expect(commands.map(({ command }) => command)).toEqual(['error', 'warning', 'notice', 'error']);
  expect(commands[0]).toEqual({
    command: 'error',
    properties: {
      file: 'answers/с пробелом, 50%: "кавычки" 🙂.md',
      line: '3',
      endLine: '3',
      col: '42',
      endColumn: '56',
      title: 'star-coach: missing-result',
    },
    message: 'Nothing says how it ended.\nSay what changed.',
  });
  expect(commands[1]?.message).toContain('100%: a,b\r\n::error::c "d" <e> &');
  expect(Object.keys(commands[1]?.properties ?? {})).toEqual(['file', 'line', 'endLine', 'title']);
});
