import type { Weights } from '../../src/content/types.js';

const HEAD = `# What each feature of a clause weighs for each label, in the order of \`labels\`.
# Written by \`npm run fit\` from test/corpus/ and prior.yaml; not by hand.
`;

/**
 * The text of a weights.yaml: one row a feature, in the order of the features.
 *
 * @param inputs fingerprint of what the weights were fitted to, for `npm run fit -- --check`
 */
export function weightsYaml(frameworks: Readonly<Record<string, Weights>>, inputs: string): string {
  const lines = [HEAD.trimEnd(), `# Inputs: ${inputs}`, 'weights:'];
  for (const [framework, { labels, sameSentence, transitions, features }] of Object.entries(frameworks)) {
    lines.push(`  ${framework}:`, `    labels: [${labels.join(', ')}]`, `    sameSentence: ${sameSentence}`);
    lines.push('    transitions:', ...rows(transitions), '    features:', ...rows(features));
  }
  return `${lines.join('\n')}\n`;
}

function rows(table: Readonly<Record<string, readonly number[]>>): string[] {
  return Object.entries(table).map(([name, row]) => `      ${JSON.stringify(name)}: ${row.join(' ')}`);
}
