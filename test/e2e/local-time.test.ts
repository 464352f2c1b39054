import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { content } from '../support/content.js';
import { builtProgram } from './built.js';
import { KEY, openScreen } from './terminal.js';

const ROLE = 'support-manager';
const question = content.bank(ROLE)?.questions.find(({ framework }) => framework === 'star');

beforeAll(async () => {
  await builtProgram();
}, 120_000);

test('answers are named by the clock on the wall, not by that of Greenwich', async () => {
  const home = mkdtempSync(join(tmpdir(), 'star-home-'));
  // Fourteen hours ahead: mostly another day.
  const wall = () =>
    new Date(Date.now() + 14 * 3600 * 1000).toISOString().slice(0, 16).replace('T', '-').replace(':', '');
  const env = { STAR_COACH_HOME: home, LC_ALL: 'en_US.UTF-8', TZ: 'Etc/GMT-14' };
  const screen = await openScreen(['practice', ROLE, '--question', question?.id ?? ''], { env });
  await screen.until('Ctrl-D done');
  const before = wall();
  screen.press('In March a client lost her reports. I called her and restored them.');
  await screen.until('restored them.');
  screen.press(KEY.ctrlD);
  await screen.until('What next?');
  const [name = ''] = readdirSync(join(home, 'answers'));
  expect([before, wall()].map((minute) => `${minute}-${ROLE}.md`)).toContain(name);
  screen.press(KEY.ctrlC);
  await screen.ended;
  rmSync(home, { recursive: true });
});
