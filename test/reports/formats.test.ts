import { readFileSync } from 'node:fs';
import Ajv from 'ajv-draft-04';
import fc from 'fast-check';
import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import * as z from 'zod';
import { pathHash } from '../../src/reports/path-hash.js';
import type { LintResult } from '../../src/reports/types.js';
import { pathUri } from '../../src/reports/uri.js';
import { EMPTY, HOSTILE, optionsFor, RESULT, render } from './sample.js';

const SCHEMAS = 'test/fixtures/schemas';
const ODD_PATH = 'answers/с пробелом, 50%: "кавычки" 🙂.md';

/** The sample with other texts wherever a text of the user's can stand. */
function withTexts(text: string): LintResult {
  return {
    files: RESULT.files.map((file) => ({
      ...file,
      path: text,
      findings: file.findings.map((finding) => ({ ...finding, message: text, advice: text })),
    })),
  };
}

const RESULTS: readonly [string, LintResult][] = [
  ['the sample', RESULT],
  ['nothing', EMPTY],
  ['only a clean file', { files: RESULT.files.slice(0, 1) }],
];

const anyText = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 });

describe('sarif', () => {
  const ajv = new Ajv.default({ allErrors: true, unicodeRegExp: false });
  ajv.addFormat('uri', { type: 'string', validate: (text: string) => URL.canParse(text) });
  ajv.addFormat('uri-reference', {
    type: 'string',
    validate: (text: string) => /^[!-~]*$/.test(text) && URL.canParse(text, 'file:///root/'),
  });
  ajv.addFormat('date-time', true);
  const valid = ajv.compile(JSON.parse(readFileSync(`${SCHEMAS}/sarif-2.1.0-rtm.5.json`, 'utf8')));

  const log = async (result: LintResult, language = 'en'): Promise<Log> => {
    const data = JSON.parse(await render('sarif', result, optionsFor(language)));
    expect(valid(data) ? [] : valid.errors).toEqual([]);
    return data;
  };

  test.each(RESULTS)('keeps to the schema: %s', async (_, result) => {
    await log(result);
    await log(result, 'ru');
  });

  test('the schema refuses what is wrong', async () => {
    const data = await log(RESULT);
    expect(valid({ ...data, version: '2.0.0' })).toBe(false);
    const [run] = data.runs;
    expect(valid({ ...data, runs: [{ ...run, columnKind: 'bytes' }] })).toBe(false);
  });

  test('keeps to it whatever the texts', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const data = await log(withTexts(text));
        expect(data.runs[0]?.results?.[2]?.message.text).toBe(`${text}\n${text}`);
      }),
      { numRuns: 30, examples: [[HOSTILE]] },
    );
  });

  test('says where, in UTF-16 units, under the root', async () => {
    const [run] = (await log(RESULT)).runs;
    expect(run?.columnKind).toBe('utf16CodeUnits');
    const first = run?.results?.find(({ ruleId }) => ruleId === 'missing-result');
    const place = first?.locations?.[0]?.physicalLocation;
    expect(place?.region).toEqual({ startLine: 3, startColumn: 42, endLine: 3, endColumn: 56 });
    expect(place?.artifactLocation?.uriBaseId).toBe('%SRCROOT%');
    const uri = place?.artifactLocation?.uri ?? '';
    expect(uri).toMatch(/^answers\/[!-~]+\.md$/);
    expect(decodeURIComponent(uri)).toBe(ODD_PATH);
    expect(first?.partialFingerprints).toEqual({ 'starCoach/v1': '0123456789abcdef' });
  });

  test('carries each rule that reported once, with help in the language of the interface', async () => {
    const [run] = (await log(RESULT, 'ru')).runs;
    const rules = run?.tool.driver.rules ?? [];
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const result of run?.results ?? []) expect(rules[result.ruleIndex ?? -1]?.id).toBe(result.ruleId);
    const vague = rules.find(({ id }) => id === 'vague');
    expect(vague?.defaultConfiguration?.level).toBe('warning');
    expect(vague?.help?.markdown).toMatch(/\*\*Почему это важно\*\*\n\n[А-Я]/);
    expect(vague?.help?.text).not.toMatch(/\{\w+\}/);
  });

  test('tells what was switched off, by whom and why', async () => {
    const results = (await log(RESULT)).runs[0]?.results ?? [];
    expect(
      results.map(({ ruleId, suppressions }) => [ruleId, suppressions?.map(({ kind }) => kind)]),
    ).toEqual([
      ['vague', ['inSource']],
      ['jargon', ['external']],
      ['missing-result', []],
      ['vague', []],
      ['number-without-base', []],
      ['parse-error', []],
    ]);
    expect(results[0]?.suppressions?.[0]?.justification).toBe(HOSTILE);
  });

  test('does not speak of suppression where there is none', async () => {
    const results = (await log({ files: RESULT.files.slice(1) })).runs[0]?.results ?? [];
    expect(results.map(({ suppressions }) => suppressions)).toEqual(Array(4).fill(undefined));
  });

  test.each([
    ['a b.md', 'a%20b.md'],
    ['100%.md', '100%25.md'],
    ['a#b?c.md', 'a%23b%3Fc.md'],
    ['a:b.md', 'a%3Ab.md'],
    ['ответы/Ё.md', '%D0%BE%D1%82%D0%B2%D0%B5%D1%82%D1%8B/%D0%81.md'],
    ['../x/a.md', '../x/a.md'],
    ['/tmp/a b.md', 'file:///tmp/a%20b.md'],
    ['C:/a b.md', 'file:///C:/a%20b.md'],
    ['\ud800.md', '%EF%BF%BD.md'],
    ['a\\b.md', 'a%5Cb.md'],
  ])('the path %j is %s', (path, uri) => {
    expect(pathUri(path)).toBe(uri);
  });

  test('a path outside of the root has no root', async () => {
    const results = (await log(withTexts('../a.md'))).runs[0]?.results ?? [];
    expect(results[0]?.locations?.[0]?.physicalLocation?.artifactLocation).toEqual({ uri: '../a.md' });
  });
});

describe('gitlab', () => {
  const schema = z.array(
    z.strictObject({
      description: z.string().min(1),
      check_name: z.string().min(1),
      fingerprint: z.string().regex(/^[0-9a-f]+$/),
      severity: z.enum(['info', 'minor', 'major', 'critical', 'blocker']),
      location: z.strictObject({
        path: z.string().min(1),
        lines: z.strictObject({ begin: z.int().min(1), end: z.int().min(1) }),
      }),
    }),
  );

  test.each(RESULTS)('keeps to the documented fields: %s', async (_, result) => {
    schema.parse(JSON.parse(await render('gitlab', result)));
  });

  test('says the path as it is, and gives each finding a fingerprint of its own', async () => {
    const [, broken] = RESULT.files;
    if (broken === undefined) throw new Error('the sample lacks its second file');
    const findings = schema.parse(
      JSON.parse(await render('gitlab', { files: [broken, { ...broken, path: 'other.md' }] })),
    );
    expect(findings.map(({ severity }) => severity)).toEqual([
      'major',
      'minor',
      'info',
      'major',
      'minor',
      'info',
    ]);
    expect(findings[0]?.location).toEqual({ path: ODD_PATH, lines: { begin: 3, end: 3 } });
    expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(6);
  });

  test('hashes of paths', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: 'grapheme' }), { minLength: 2 }), (paths) => {
        const hashes = paths.map(pathHash);
        expect(new Set(hashes).size).toBe(paths.length);
        for (const hash of hashes) expect(hash).toMatch(/^[0-9a-f]{16}$/);
      }),
    );
  });
});

describe.each(['junit', 'checkstyle'] as const)('%s', (name) => {
  const schema = { fileName: `${name}.xsd`, contents: readFileSync(`${SCHEMAS}/${name}.xsd`, 'utf8') };
  const faults = async (...contents: string[]) => {
    const xml = contents.map((text, at) => ({ fileName: `report-${at}.xml`, contents: text }));
    return (await validateXML({ xml, schema: [schema] })).errors.map(({ message }) => message);
  };

  test.each(RESULTS)('keeps to the schema: %s', async (_, result) => {
    expect(await faults(await render(name, result), await render(name, result, optionsFor('ru')))).toEqual(
      [],
    );
  });

  test('the schema refuses what is wrong', async () => {
    const report = await render(name, RESULT);
    expect(await faults(report.replace(/(name|line)=/, 'nome='))).not.toEqual([]);
    expect(await faults(report.replace('</', '<'))).not.toEqual([]);
  });

  test('is well formed whatever the texts', async () => {
    const texts = fc.sample(anyText, { numRuns: 60, seed: 7 });
    const reports = await Promise.all([HOSTILE, ...texts].map((text) => render(name, withTexts(text))));
    expect(await faults(...reports)).toEqual([]);
  });
});

test('junit: clean files and remarks pass, errors and warnings fail', async () => {
  const report = await render('junit', RESULT);
  expect(report).toContain('<testsuites name="star-coach" tests="5" failures="3" errors="0" time="0">');
  expect(report).toContain('<testcase name="answers/clean.md" classname="answers/clean.md" time="0"/>');
  expect(report.match(/<failure type="(error|warn)"/g)).toHaveLength(3);
  expect(report.match(/<system-out>/g)).toHaveLength(1);
});

test('checkstyle: every file, places and severities', async () => {
  const report = await render('checkstyle', RESULT);
  expect(report).toContain('<file name="answers/clean.md"/>');
  expect(report).toContain(
    '<error line="3" column="42" severity="error" message="Nothing says how it ended. Say',
  );
  expect(report).toContain('source="star-coach.missing-result"');
});

describe('markdown', () => {
  test('is a table whose rows stay rows', async () => {
    const [, , ...rows] = (await render('markdown', RESULT)).trimEnd().split('\n').slice(1);
    expect(rows).toHaveLength(5);
    for (const row of rows.slice(1)) expect(row.replace(/\\[\\|]/g, '').split('|')).toHaveLength(6);
  });

  test('lets no text be markup or call anybody', async () => {
    const text = await render(
      'markdown',
      withTexts('a|b `c` <img src=x> *d* @user #12 [e](http://f) $g$ \\'),
    );
    expect(text).toContain(
      'a\\|b \\`c\\` \\<img src=x\\> \\*d\\* @<!-- -->user #<!-- -->12 \\[e\\](http://f) \\$g\\$ \\\\',
    );
  });

  test('fits in a comment and says how much is left out', async () => {
    const [, broken] = RESULT.files;
    if (broken === undefined) throw new Error('the sample lacks its second file');
    const files = Array.from({ length: 1000 }, (_, at) => ({ ...broken, path: `${at}.md` }));
    const text = await render('markdown', { files }, optionsFor('ru'));
    expect(text.length).toBeLessThan(60_000);
    const rows = text.match(/^\| \d/gm)?.length ?? 0;
    expect(text).toMatch(new RegExp(`… и ещё ${3000 - rows} замечани[еяй]`));
  });
});
