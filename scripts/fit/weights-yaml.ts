import type { LogOdds, Weights } from '../../src/content/types.js';

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
  for (const [framework, weights] of Object.entries(frameworks)) {
    const { labels, phases, sameSentence, transitions, inside, features, story, figures } = weights;
    lines.push(`  ${framework}:`, `    labels: [${labels.join(', ')}]`);
    if (phases !== undefined) lines.push(`    phases: ${inline(phases)}`);
    lines.push(`    sameSentence: ${sameSentence}`);
    for (const name of ['missingAbove', 'missingAboveLong'] as const) {
      const limits = Object.entries(weights[name] ?? {});
      if (limits.length > 0)
        lines.push(`    ${name}:`, ...limits.map(([label, points]) => `      ${label}: ${inline(points)}`));
    }
    if (story !== undefined) lines.push('    story:', ...logOdds(story));
    if (figures !== undefined) lines.push('    figures:', ...logOdds(figures));
    lines.push('    transitions:', ...rows(transitions));
    if (inside !== undefined) lines.push('    inside:', ...rows(inside));
    lines.push('    features:', ...rows(features));
  }
  return `${lines.join('\n')}\n`;
}

function rows(table: Readonly<Record<string, readonly number[]>>): string[] {
  return Object.entries(table).map(([name, row]) => `      ${JSON.stringify(name)}: ${row.join(' ')}`);
}

function inline(values: Readonly<Record<string, string | number>>): string {
  return `{ ${Object.entries(values)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ')} }`;
}

function logOdds({ bias, signs }: LogOdds): string[] {
  const rows = Object.entries(signs).map(([name, weight]) => `        ${JSON.stringify(name)}: ${weight}`);
  return [`      bias: ${bias}`, '      signs:', ...rows];
}
