// npm run acceptance [-- FILE]: worked answers with what must be said of each; prints what agrees and what does not.
// The file is kept outside the repository; where it does not exist the check says so and passes.
import { existsSync, readFileSync } from 'node:fs';
import { type Analysis, analyze } from '../src/analyze.js';
import { analysisContext } from '../src/cli/analysis-context.js';
import type { Question, QuestionKind } from '../src/content/types.js';
import { openContent } from '../src/store/content.js';
import { compileContent } from './build/compile-content.js';
import { readOptions } from './options.js';

interface WorkedAnswer {
  readonly id: string;
  readonly lang: string;
  readonly question: string;
  readonly kind: string;
  readonly text: string;
  /** Part's letter → is it there; null where the answer has no such structure. */
  readonly present: Readonly<Record<string, 'yes' | 'no' | 'either'>> | null;
  readonly numbers: 'yes' | 'no' | 'either';
  readonly flags: readonly string[];
  readonly forbid: readonly string[];
}

const { positionals } = readOptions('scripts/acceptance.ts', { allowPositionals: true });
const file = positionals[0] ?? '../shared/acceptance/seed-answers.json';
if (existsSync(file)) run(JSON.parse(readFileSync(file, 'utf8')));
else console.log(`skipped: ${file} does not exist`);

function run(answers: readonly WorkedAnswer[]): void {
  const folder = 'node_modules/.cache/star-coach/acceptance';
  compileContent('data', folder);
  const content = openContent(folder);
  let agreed = 0;
  for (const answer of answers) {
    const question = questionOf(answer);
    const analysis = analyze(
      answer.text,
      analysisContext(content, { question, interfaceLanguage: 'en', language: answer.lang }),
    );
    const differences = differencesOf(answer, analysis);
    if (differences.length === 0) agreed++;
    else console.log(`${answer.id}: ${differences.join('; ')}`);
  }
  console.log(`${agreed} of ${answers.length} worked answers agree whole`);
}

/** Where the reading says something else than the file, a line each. */
function differencesOf(answer: WorkedAnswer, analysis: Analysis): string[] {
  const found = new Set(analysis.findings.map(({ rule }) => rule));
  const differences: string[] = [];
  for (const [letter, wanted] of Object.entries(answer.present ?? {})) {
    const part = analysis.framework.parts.find((candidate) => candidate.letter === letter);
    const state = analysis.parts.find((reading) => reading.part === part?.id)?.state;
    const reported = found.has(`missing-${part?.id}`) || state === 'empty' || state === 'missing';
    if (wanted === 'yes' && reported) differences.push(`${letter} is reported ${state}, must not be`);
    if (wanted === 'no' && !reported) differences.push(`${letter} is ${state}, must be reported missing`);
  }
  if (answer.numbers === 'yes' && !analysis.resultNumber) differences.push('no figure seen in the result');
  if (answer.numbers === 'no' && analysis.resultNumber) differences.push('a figure seen in the result');
  for (const rule of answer.flags) if (!found.has(rule)) differences.push(`${rule} must report`);
  for (const rule of answer.forbid) if (found.has(rule)) differences.push(`${rule} must not report`);
  return differences;
}

/** The question as far as the file describes it: figures are asked for, a case is told where parts are expected. */
function questionOf({ id, lang, kind, question, present }: WorkedAnswer): Question {
  return {
    id,
    text: { [lang]: question },
    stage: 'hr',
    kind: (kind === 'role-play' ? 'objection' : kind) as QuestionKind,
    competencies: [],
    levels: [],
    framework: present === null ? null : 'star',
    numbers: 'required',
    lesson: false,
    criteria: [],
    hint: {},
    followUps: [],
    samples: [],
  };
}
