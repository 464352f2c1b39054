// Runs in a process of its own, bundled: reads answers again and again and prints how long that took.
// Arguments: folder of the compiled content, JSON file with answers, milliseconds to measure for; or `pasted` and the
// language, for the first answer of a session alone.
import { readFileSync } from 'node:fs';
import { decode } from '../../src/analysis/decode.js';
import { scoresOf } from '../../src/analysis/features.js';
import { modelFor } from '../../src/analysis/model.js';
import { readAnswer } from '../../src/analysis/read.js';
import { analyze } from '../../src/analyze.js';
import { analysisContext } from '../../src/cli/analysis-context.js';
import { createReadAhead } from '../../src/cli/read-ahead.js';
import { findQuantities } from '../../src/numbers/quantities.js';
import { applyRules } from '../../src/rules/apply.js';
import { openContent } from '../../src/store/content.js';
import { workAhead } from '../../src/terminal/when-idle.js';
import { readDocument } from '../../src/text/document.js';
import { median, quantile } from './statistics.js';

/** Microseconds. */
export interface ReadingTimes {
  /** The first answer of a process, with loading what reading it needs. */
  readonly first: number;
  readonly median: number;
  readonly p95: number;
  /** Medians of the steps; what is left to the median is putting the reading together. */
  readonly steps: {
    readonly document: number;
    readonly quantities: number;
    readonly features: number;
    readonly decode: number;
    readonly rules: number;
  };
}

/** Microseconds. */
export interface PastedTime {
  /** The first answer of a session, when the samples that are read ahead have been. */
  readonly pasted: number;
}

const [folder = '', file = '', milliseconds = '1000', language = ''] = process.argv.slice(2);
const texts = JSON.parse(readFileSync(file, 'utf8')) as string[];

if (milliseconds === 'pasted') void measurePasted(texts).then(print);
else print(measureReading(texts, Number(milliseconds)));

function print(times: ReadingTimes | PastedTime): void {
  process.stdout.write(JSON.stringify(times));
}

async function measurePasted([answer = '']: readonly string[]): Promise<PastedTime> {
  const content = openContent(folder);
  const ahead = createReadAhead(content, language);
  await new Promise<void>((done) => {
    workAhead(() => {
      const more = ahead();
      if (!more) done();
      return more;
    });
  });
  const context = analysisContext(content, { question: null, interfaceLanguage: language });
  const before = performance.now();
  analyze(answer, context);
  return { pasted: microseconds(performance.now() - before) };
}

function measureReading(answers: readonly string[], most: number): ReadingTimes {
  const [first = ''] = answers;
  const before = performance.now();
  const content = openContent(folder);
  const context = analysisContext(content, { question: null, interfaceLanguage: 'en' });
  analyze(first, context);
  const firstTime = performance.now() - before;

  const keystrokes = answers.flatMap((text) => typedEnds(text));
  const headings = context.framework.parts.map((part) => ({
    part: part.id,
    words: Object.values(part.headings).flat(),
  }));
  const languages = new Map(context.languages.map((language) => [language.code, language]));
  const runOn = (code: string) => languages.get(code)?.runOn;
  const read = (text: string) => readDocument(text, { headings, runOn });
  const model = (language: string | null) => {
    const data = languages.get(language ?? '');
    if (data === undefined) throw new Error('the language of an answer was not recognised');
    return modelFor(data, context.framework);
  };
  const step = (prepare: (text: string) => () => unknown) =>
    microseconds(median(repeat(keystrokes, most / 10, prepare)));
  const steps = {
    document: step((text) => () => read(text)),
    quantities: step((text) => {
      const document = read(text);
      return () => findQuantities(document);
    }),
    features: step((text) => {
      const document = read(text);
      const found = findQuantities(document);
      return () => scoresOf(document, found, model(document.language));
    }),
    decode: step((text) => {
      const document = read(text);
      const known = model(document.language);
      const clauses = scoresOf(document, findQuantities(document), known).map(({ clause, scores }) => ({
        continues: clause.continues,
        scores,
      }));
      return () => {
        const { absence } = decode(clauses, known);
        for (const part of context.framework.parts) absence([known.labels.indexOf(part.label)]);
      };
    }),
    rules: step((text) => {
      const reading = readAnswer(text, context);
      return () => applyRules(reading, context);
    }),
  };
  // Last, when the engine has compiled what runs often: a candidate types hundreds of letters.
  const whole = repeat(keystrokes, most / 2, (text) => () => analyze(text, context));
  return {
    first: microseconds(firstTime),
    median: microseconds(median(whole)),
    p95: microseconds(quantile(whole, 0.95)),
    steps,
  };
}

/** Runs until the engine has compiled what it compiles. */
const FEWEST = 300;

/** What is read while the end of an answer is typed. */
function typedEnds(text: string): string[] {
  return Array.from({ length: 40 }, (_, index) => text.slice(0, text.length - index)).reverse();
}

/** Milliseconds of each run, the first half left out as warming up. */
function repeat(
  keystrokes: readonly string[],
  most: number,
  prepare: (text: string) => () => unknown,
): number[] {
  const durations: number[] = [];
  const end = performance.now() + most;
  for (let index = 0; performance.now() < end || index < FEWEST; index++) {
    const run = prepare(keystrokes[index % keystrokes.length] ?? '');
    const before = performance.now();
    run();
    durations.push(performance.now() - before);
  }
  return durations.slice(durations.length >> 1);
}

function microseconds(milliseconds: number): number {
  return Math.round(milliseconds * 1000);
}
