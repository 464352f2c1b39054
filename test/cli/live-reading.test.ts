import { expect, test } from 'vitest';
import { createLiveReader } from '../../src/cli/live-reading.js';
import { content } from '../support/content.js';

const asked = (wanted: (framework: string | null) => boolean) => {
  const found = content.bank('support-manager')?.questions.find(({ framework }) => wanted(framework));
  if (!found) throw new Error('the bank has no such question');
  return found;
};
const star = asked((framework) => framework === 'star');
const live = createLiveReader(content, star, { language: 'en', judged: true });
const states = (text: string) => live(text).parts.map(({ letter, state }) => `${letter} ${state}`);

const SITUATION = 'In March a client of ours lost all of her reports overnight.';
const TASK = 'I had to get them back within a day.';

test('a first word is counted and not judged', () => {
  expect(live('In March')).toMatchObject({ words: 2, gap: null });
  expect(states('In March a client lost')).toEqual(['S missing', 'T missing', 'A missing', 'R missing']);
});

test('a part is there when its sentence is, and what comes next is asked for', () => {
  // Alone it may still become a result.
  expect(states(SITUATION)[0]).toBe('S missing');
  const both = live(`${SITUATION} ${TASK}`);
  expect(both.parts.slice(0, 2).map(({ state }) => state)).toEqual(['present', 'present']);
  expect(both.gap).toMatchObject({ letter: 'A' });
  // The beginning of a sentence changes nothing until its end is typed.
  const begun = live(`${SITUATION} ${TASK} I called`);
  expect(begun.parts).toEqual(both.parts);
  expect(begun.words).toBe(both.words + 2);
});

test('a text without full stops is read as it goes', () => {
  const typed = `${SITUATION.slice(0, -1)} and I had to get all of them back within a single day`;
  expect(states(typed)).not.toContain('S missing');
});

test('counts words and time alone where nothing is judged', () => {
  const free = createLiveReader(
    content,
    asked((framework) => framework === null),
    { language: 'en', judged: true },
  );
  expect(free(`${SITUATION} ${TASK}`).parts).toEqual([]);
  const calm = createLiveReader(content, star, { language: 'en', judged: false });
  expect(calm(`${SITUATION} ${TASK}`)).toEqual({ words: 21, speech: 9, parts: [], figures: null, gap: null });
  expect(live(`${SITUATION} `.repeat(500)).parts).toEqual([]);
});

test('two short sentences that have ended are judged', () => {
  expect(states('In March a client lost her reports. I had to get them back.')[0]).toBe('S present');
});

test('years are no figures, and figures go unmentioned where none are asked for', () => {
  const text = `In 2021 we lost all of the reports of a client. We had 12 complaints. ${TASK}`;
  expect(live(text).figures).toBe(1);
  const none = createLiveReader(content, { ...star, numbers: 'none' }, { language: 'en', judged: true });
  expect([none('In March').figures, none(text).figures]).toEqual([null, null]);
});

test('an answer in progress is not called short or asked for an optional part', () => {
  const open = { ...asked((framework) => framework === null), criteria: [], kind: 'professional' as const };
  const free = createLiveReader(content, { ...open, kind: 'behavioral' }, { language: 'en', judged: true });
  expect(free('In May a client lost all of her reports. I found them for her.').gap).toBeNull();
  const letter = { ...open, framework: 'letter-nudge' };
  const nudge = createLiveReader(content, letter, { language: 'en', judged: true });
  const optional = content.framework('letter-nudge').parts.find((part) => part.optional)?.letter;
  const read = nudge(
    'Hello Mr Grey,\n\nI was at your office on 2 May for the interview about the team lead job. If I want to leave here at the end of the quarter, I have to hand in my notice by the 15th. Can you give me a date for your answer?\n\nBest regards,\nNora Bell\n',
  );
  expect(read.parts.filter(({ state }) => state === 'missing').map(({ letter: of }) => of)).toEqual([
    optional,
  ]);
  expect(read.gap?.letter ?? null).toBeNull();
});

test('what is written is not measured aloud', () => {
  const task = { ...star, framework: 'test-task' };
  const read = createLiveReader(content, task, { language: 'en', judged: true });
  expect(read(`${SITUATION} ${TASK}`)).toMatchObject({ words: 21, speech: null });
});
