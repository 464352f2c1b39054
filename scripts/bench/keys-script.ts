// Runs in a process of its own, bundled: types an answer key by key into the prompt and prints how long it took from
// each key to what is written for it. Arguments: folder of the compiled content, JSON file with answers, how many times.
import { readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { translator } from '../../src/content/messages.js';
import { openContent } from '../../src/store/content.js';
import { askAnswer } from '../../src/terminal/answer-prompt.js';
import type { Terminal } from '../../src/terminal/keyboard.js';
import { questionLines, statusLines } from '../../src/terminal/prompt-lines.js';
import { median, quantile } from './statistics.js';

/** Microseconds from a key to the last thing written for it. */
export interface KeyTimes {
  readonly median: number;
  readonly p99: number;
}

const [folder = '', file = '', times = '3'] = process.argv.slice(2);
const [answer = ''] = JSON.parse(readFileSync(file, 'utf8')) as string[];
const content = openContent(folder);
const question = content.question(content.index.banks[0]?.questions[0] ?? '');
if (question === null) throw new Error('there is no question to ask');

void measure();

async function measure(): Promise<void> {
  const durations: number[] = [];
  for (let round = 0; round < Number(times); round++) durations.push(...(await typeOut(answer)));
  // The engine compiles what runs often in the first words.
  const warm = durations.slice(Math.min(200, durations.length >> 2));
  const report: KeyTimes = {
    median: Math.round(1000 * median(warm)),
    p99: Math.round(1000 * quantile(warm, 0.99)),
  };
  process.stdout.write(JSON.stringify(report));
}

async function typeOut(text: string): Promise<number[]> {
  let written: (() => void) | undefined;
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => stdin });
  const stdout = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 });
  stdout.on('data', () => written?.());
  const terminal = { stdin, stdout, plain: false, unicode: true } as unknown as Terminal;
  const style = {
    language: 'en',
    t: translator(content.messages('en'), 'en'),
    paint: (_: string, painted: string) => `\u001b[2m${painted}\u001b[22m`,
    unicode: true,
  } as const;
  const reading = {
    parts: (['S', 'T', 'A', 'R'] as const).map((letter) => ({
      letter,
      name: letter,
      state: 'present' as const,
    })),
    figures: 2,
    words: 300,
    speech: 130,
    gap: null,
  };
  const typed = askAnswer({
    terminal,
    text: '',
    heading: (columns) =>
      question === null
        ? { lines: [], asked: 0 }
        : questionLines({ question, number: 1, of: 5, hint: true, reason: null }, { ...style, columns }),
    status: ({ columns, ...view }) =>
      statusLines({ ...view, reading, spent: null, limit: 120 }, { ...style, columns }),
    plainHelp: [],
    read: () => reading,
    ahead: () => false,
    changed: () => {},
    leaving: () => {},
    edit: async (same) => ({ type: 'edited', text: same, notice: null }),
    now: () => 0,
    ticks: false,
  });
  const took: number[] = [];
  for (const key of text.replace(/\s+/g, ' ')) {
    const drawn = new Promise<void>((done) => {
      written = done;
    });
    const before = performance.now();
    stdin.write(key);
    await drawn;
    took.push(performance.now() - before);
    written = undefined;
  }
  stdin.write('\u0004');
  await typed;
  return took;
}
