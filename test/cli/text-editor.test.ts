import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { editElsewhere } from '../../src/cli/text-editor.js';
import { translator } from '../../src/content/messages.js';
import { content } from '../support/content.js';
import { folder } from './lint-folder.js';

const t = translator(content.messages('en'), 'en');

test.each([
  { changes: false, milliseconds: 1000, notice: 'true closed at once' },
  { changes: false, milliseconds: 2000, notice: null },
  { changes: true, milliseconds: 1000, notice: null },
])('an editor open for $milliseconds ms, changes: $changes', async ({ changes, milliseconds, notice }) => {
  const script = join(folder({ 'editor.sh': '#!/bin/sh\nprintf "more\\n" >> "$1"\n' }), 'editor.sh');
  chmodSync(script, 0o755);
  const clock = vi.spyOn(performance, 'now').mockReturnValueOnce(0).mockReturnValue(milliseconds);
  onTestFinished(() => clock.mockRestore());
  const edited = await editElsewhere('Typed here', {
    env: { EDITOR: changes ? `"${script}"` : 'true' },
    t,
  });
  expect(edited).toEqual({
    type: 'edited',
    text: changes ? 'Typed here\nmore' : 'Typed here',
    notice: notice === null ? null : expect.stringContaining(notice),
  });
});
