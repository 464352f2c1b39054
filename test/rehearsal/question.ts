import type { Question } from '../../src/content/types.js';
import type { Outcome } from '../../src/rehearsal/outcome.js';

/** A question of a bank that exists in tests only. */
export function question(id: string, own: Partial<Question> = {}): Question {
  return {
    id,
    text: { en: `About ${id}?`, ru: `Про ${id}?` },
    stage: 'hr',
    kind: 'behavioral',
    competencies: [],
    levels: ['middle'],
    framework: 'star',
    numbers: 'welcome',
    lesson: false,
    criteria: [],
    hint: { en: 'Think.', ru: 'Подумайте.' },
    followUps: [],
    samples: [],
    ...own,
  };
}

/** The outcome of an answer with these findings, errors unless the name begins with `~`. */
export function outcome(...rules: string[]): Outcome {
  return {
    language: 'en',
    parts: { situation: 'present', task: 'missing', action: 'present', result: 'implied' },
    findings: rules.map((rule) =>
      rule.startsWith('~')
        ? { rule: rule.slice(1), severity: 'warn', evidence: '' }
        : { rule, severity: 'error', evidence: rule.startsWith('missing-') ? '' : 'words' },
    ),
    figures: 1,
    resultNumber: true,
    words: 100,
    speakingSeconds: 46,
    criteria: {},
  };
}
