// npm run numbers: how well figures are read in the marked lines of test/numbers/corpus, by kind and role.
//   npm run numbers                  both languages, both halves
//   npm run numbers -- --errors      and what went wrong in the lines that rules may be tuned on
import { CORPUS_HALVES, CORPUS_LANGUAGES, readLines } from './numbers/lines.js';
import { precision, recall, score, type Tally } from './numbers/score.js';
import { readOptions } from './options.js';

const { values } = readOptions('scripts/numbers.ts', {
  options: { errors: { type: 'boolean', default: false } },
});

for (const language of CORPUS_LANGUAGES) {
  for (const half of CORPUS_HALVES) {
    const lines = readLines(language, half);
    const { figures, kinds, roles, others, errors } = score(lines, language);
    console.log(`\n${language} ${half}: ${lines.length} lines\n${''.padEnd(24)}precision      recall`);
    row('figures', figures);
    for (const [title, rows] of Object.entries({ kinds, roles, others })) {
      console.log(title);
      for (const [name, tally] of [...rows].sort(([a], [b]) => (a < b ? -1 : 1))) row(`  ${name}`, tally);
    }
    // What goes wrong in the blind half is not shown, so that nobody mends rules for its lines.
    if (values.errors && half === 'dev') {
      for (const { at, what, text } of errors) console.log(`${at}: ${what}\n    ${text}`);
    }
  }
}

function row(name: string, tally: Tally): void {
  const cell = (share: number, of: number): string =>
    (of === 0 ? '–' : `${share.toFixed(3)} of ${String(of).padStart(3)}`).padEnd(15);
  console.log(
    `${name.padEnd(24)}${cell(precision(tally), tally.given)}${cell(recall(tally), tally.wanted)}`.trimEnd(),
  );
}
