import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SEVERITIES } from '../../src/content/severities.js';
import { EMPTY, optionsFor, RESULT, render } from './sample.js';

/** Elements the page is made of. */
const ELEMENTS =
  'a b body code details div fieldset h1 h2 h3 head html input label legend li main mark meta ol p section span style summary table tbody td th thead title tr'.split(
    ' ',
  );

/** Those that have no end. */
const VOID = ['input', 'meta'];

/** Names of the tags in their order; fails where one is not closed in turn. */
function tagsOf(page: string): string[] {
  const open: string[] = [];
  const names: string[] = [];
  for (const [, slash, name = ''] of page.matchAll(/<(\/?)([a-z]+[0-9]?)\b[^<>]*>/g)) {
    names.push(name);
    if (slash === '/') expect(open.pop()).toBe(name);
    else if (!VOID.includes(name)) open.push(name);
  }
  expect(open).toEqual([]);
  return names;
}

const page = (language = 'en', result = RESULT) => render('html', result, optionsFor(language));

describe('the page', () => {
  test.each(['en', 'ru'])('is of known elements, each closed, in %s', async (language) => {
    const text = await page(language);
    expect(text).toMatch(new RegExp(`^<!doctype html>\n<html lang="${language}">`));
    expect([...new Set(tagsOf(text))].filter((name) => !ELEMENTS.includes(name))).toEqual([]);
    // What looks like a tag anywhere is one of ours.
    expect(text.replace(/<!doctype html>|<\/?[a-z]+[0-9]?\b[^<>]*>/g, '')).not.toContain('<');
  });

  test('runs and loads nothing', async () => {
    const text = await page();
    expect(text).not.toMatch(/<script|<link|<img|\son[a-z]+=|url\(|@import|https?:/i);
    expect(text).toContain("default-src 'none'");
  });

  test('numbers in the text lead to the findings', async () => {
    const text = await page();
    const ids = [...text.matchAll(/ id="(f[^"]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual(['f2-1', 'f2-2', 'f2-3', 'f3-1']);
    const targets = [...text.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(targets).toEqual(['f2-1', 'f2-2', 'f2-3']);
  });

  test('shows the answer as it is typed, its parts marked', async () => {
    const text = await page();
    expect(text).toContain('<mark class="c0"><b title="situation">S</b>Жалоб\tстало много 🙂.</mark>');
    expect(text).toContain('и <a class="error" href="#f2-1">1</a>всё наладилось.</mark>');
    expect(text).toContain('<span class="badge c3">R result: missing</span>');
    expect(text).toContain('&lt;b&gt;did&lt;/b&gt;');
  });

  test('folds clean files and hides by severity what is asked', async () => {
    const text = await page('ru');
    expect(text.match(/<details class="file">/g)).toHaveLength(1);
    expect(text.match(/<details class="file" open>/g)).toHaveLength(2);
    for (const severity of SEVERITIES) {
      expect(text).toContain(`<input type="checkbox" id="show-${severity}" checked>`);
      expect(text).toContain(
        `body:has(#show-${severity}:not(:checked)) .finding.${severity} { display: none; }`,
      );
    }
  });

  test('of nothing has nothing to choose', async () => {
    expect(await page('en', EMPTY)).not.toContain('<fieldset');
  });
});

test('no text opens an element or leaves an attribute', async () => {
  const [, file] = RESULT.files;
  if (file === undefined) throw new Error('the sample lacks its second file');
  const known = tagsOf(await page('en', { files: [file] }));
  const hostile = fc.string({
    unit: fc.constantFrom('<', '>', '"', "'", '&', 'b', '/', '-', '!', ' ', '\n'),
  });
  await fc.assert(
    fc.asyncProperty(hostile, async (text) => {
      const findings = file.findings.map((finding) => ({ ...finding, message: text, advice: `.${text}` }));
      const answers = file.answers.map((answer) => ({ ...answer, title: text }));
      const shown = await page('en', { files: [{ ...file, path: text, findings, answers }] });
      expect(tagsOf(shown).filter((name) => name !== 'p')).toEqual(known.filter((name) => name !== 'p'));
    }),
    { numRuns: 60 },
  );
});
