import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CONTENT_DIR } from '../support/content.js';
import { labelled } from './labelled.js';

/** The interface that outside corpora are measured through: docs/corpus.md. */
const KEYS = ['id', 'labels', 'also', 'parts', 'story', 'resultNumber', 'findings'];

test('--predictions prints one object an answer, with these keys and nothing else', () => {
  const folder = mkdtempSync(join(tmpdir(), 'star-coach-predictions-'));
  try {
    const file = join(folder, 'answers.jsonl');
    const answers = [
      labelled([
        'S In May two drivers left us.',
        'A I trained the office staff.',
        'R Late parcels fell by 40%.',
      ]),
      labelled(['S Весной от нас ушли два водителя.\n', 'A Я обучила диспетчеров.'], {
        id: 'x2-001',
        lang: 'ru',
      }),
    ];
    writeFileSync(file, answers.map((answer) => JSON.stringify(answer)).join('\n'));
    const args = [
      '--import',
      'tsx',
      'scripts/accuracy.ts',
      '--corpus',
      file,
      '--predictions',
      '--content',
      CONTENT_DIR,
    ];
    const lines = execFileSync(process.execPath, args, { encoding: 'utf8' }).trimEnd().split('\n');
    const found = lines.map((line) => JSON.parse(line));
    expect(found.map(({ id }) => id)).toEqual(['x1-001', 'x2-001']);
    for (const [index, prediction] of found.entries()) {
      expect(Object.keys(prediction)).toEqual(KEYS);
      expect(Object.keys(prediction.parts)).toEqual(['S', 'T', 'A', 'R']);
      for (const state of Object.values(prediction.parts))
        expect(['present', 'implied', 'empty', 'missing']).toContain(state);
      expect(prediction.labels).toHaveLength(answers[index]?.sentences.length ?? 0);
      expect(prediction.also).toHaveLength(prediction.labels.length);
      for (const label of prediction.labels) expect('STARO').toContain(label);
    }
    expect(found[0]).toMatchObject({ labels: ['S', 'A', 'R'], story: true, resultNumber: true });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
