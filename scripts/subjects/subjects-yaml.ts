import { STEPS, weightAt } from '../../src/content/packed-subjects.js';
import type { Subjects } from '../../src/content/types.js';

/**
 * The text of a `subjects.yaml`; a row a word, in the order of the competencies.
 *
 * @param inputs their fingerprint
 */
export function subjectsYaml(
  { competencies, words, columns, usual, limit }: Subjects,
  inputs: string,
): string {
  const rows = words
    .split(' ')
    .map((word, at): [string, string] => [
      word,
      columns.map((column) => Math.round(weightAt(column, at) * STEPS)).join(' '),
    ]);
  return [
    '# What answers speak of, by the stems of their words. Written by `npm run subjects` from the answers of',
    '# test/corpus/, by the questions they were given to (scripts/subjects/asked.ts); do not edit.',
    '# `weights`: log odds in tenths, in the order of the competencies.',
    `# Inputs: ${inputs}`,
    `limit: ${limit}`,
    `competencies: [${competencies.join(', ')}]`,
    'usual:',
    ...Object.entries(usual).map(([name, odds]) => `  ${name}: ${odds}`),
    'weights:',
    ...rows.map(([word, row]) => `  ${JSON.stringify(word)}: ${JSON.stringify(row)}`),
    '',
  ].join('\n');
}
