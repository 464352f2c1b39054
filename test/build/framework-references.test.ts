import { describe, expect, it } from 'vitest';
import { frameworkReferenceProblems } from '../../scripts/build/framework-references.js';
import type { Framework } from '../../src/content/types.js';
import { parseYaml } from '../../src/content/yaml.js';
import { content } from '../support/content.js';

const t = (key: string, values = {}) => `${key} ${JSON.stringify(values)}`;
const parsed = parseYaml('id: x\n', 'x.yaml', t);
const frameworks = content.index.frameworks.map((id) => content.framework(id));
const known = {
  frameworks,
  rules: content.rules().map(({ id }) => id),
  cues: content.languageModels().flatMap(({ cues }) => cues.map(({ id }) => id)),
};

/** What is said of a shipped framework after a change. */
function said(id: string, change: (framework: Framework) => Framework): string {
  return frameworkReferenceProblems(change(content.framework(id)), parsed, known, t)
    .map(({ message }) => message)
    .join('\n');
}

const first = (framework: Framework, change: object): Framework => ({
  ...framework,
  parts: framework.parts.map((part, index) => (index === 0 ? { ...part, ...change } : part)),
});

describe('references of a framework', () => {
  it.each(frameworks.map(({ id }) => id))('%s refers to what there is', (id) => {
    expect(said(id, (framework) => framework)).toBe('');
  });

  it.each<[string, (framework: Framework) => Framework, RegExp]>([
    [
      'rule asked for',
      (framework) => ({ ...framework, rules: { with: ['vagu'], without: [] } }),
      /stray.*vagu/,
    ],
    [
      'rule left out',
      (framework) => ({ ...framework, rules: { with: [], without: ['filer'] } }),
      /stray.*filer/,
    ],
    ['lender', (framework) => ({ ...framework, like: 'case' }), /stray.*"name":"case"/],
    ['label of the lender', (framework) => first(framework, { like: 'plot' }), /stray.*plot/],
    [
      'cue that is used',
      (framework) => first(framework, { uses: { strong: ['cue:stepp'], weak: [] } }),
      /stray.*stepp/,
    ],
  ])('tells of a %s that does not exist', (_name, change, expected) => {
    expect(said('client-story', change)).toMatch(expected);
  });

  it('tells of a cue with the name of a cue of a language', () => {
    const cues = [{ ...content.framework('case').parts[0]?.cues[0], id: 'step' }];
    expect(said('case', (framework) => first(framework, { cues }))).toMatch(/twice.*step/);
  });
});
