import { describe, expect, it } from 'vitest';
import type { Guide } from '../../src/content/guide-types.js';
import { STAGES } from '../../src/content/interview.js';
import type { Localized } from '../../src/content/types.js';
import { rehearsalCommand } from '../../src/reports/guide-page.js';
import { content } from '../support/content.js';

const guides = content.guides().map(({ role, topic }) => content.guide(role, topic) as Guide);
const ROLES = ['client-department-head', 'support-manager'];

/** What each role must find, in the order of the way to a job. */
const TOPICS = [
  'market',
  'competencies',
  'vacancy',
  'documents',
  'stories',
  'self-assessment',
  'presence',
  'phone',
  'hr',
  'professional',
  'hard-questions',
  'test-task',
  'practical',
  'role-play',
  'case',
  'group',
  'presentation',
  'manager',
  'offer',
  'negotiation',
  'letters',
  'decision',
];

/** Figures that a guide must give, each in either language. */
const FIGURES: readonly (readonly [role: string, topic: string, figures: readonly string[]])[] = [
  ['support-manager', 'market', ['2025', '3–4', '2', '5']],
  ['client-department-head', 'market', ['2025', '3–4', '20', '50', '30', '2', '6']],
  ['client-department-head', 'phone', ['20']],
  ['client-department-head', 'offer', ['150', '250', '28']],
  ['support-manager', 'hr', ['30–60']],
  ['support-manager', 'test-task', ['1–3', '2–5']],
  ['support-manager', 'role-play', ['15–20']],
  ['support-manager', 'case', ['30–45']],
  ['support-manager', 'group', ['20–30']],
  ['support-manager', 'presentation', ['5–7', '3–5']],
  ['support-manager', 'letters', ['24–48']],
  ['client-department-head', 'letters', ['24']],
  ['support-manager', 'presence', ['1–2']],
];

describe('the guides', () => {
  it.each(ROLES)('take %s all the way', (role) => {
    expect(guides.filter((guide) => guide.role === role).map(({ topic }) => topic)).toEqual(TOPICS);
  });

  it.each(guides.map((guide) => [`${guide.role} ${guide.topic}`, guide] as const))(
    '%s: sections, faults said badly and well, something to tick',
    (_, guide) => {
      expect(guide.sections.length).toBeGreaterThan(0);
      expect(guide.faults.length).toBeGreaterThan(0);
      expect(guide.checklist.length).toBeGreaterThanOrEqual(4);
      for (const { bad, good } of guide.faults) expect(bad).not.toEqual(good);
    },
  );

  it.each(['en', 'ru'])('name sums in negotiations that lie in the range of the offer, in %s', (language) => {
    const role = 'client-department-head';
    const sumsOf = (topic: string, pick: (guide: Guide) => readonly Localized[]) =>
      pick(content.guide(role, topic) as Guide)
        .flatMap((text) => (text[language] as string).match(/\d{2,3}[,\s]000/g) ?? [])
        .map((sum) => Number(sum.replace(/\D/g, '')));
    const range = sumsOf('offer', ({ facts }) => facts.map(({ text }) => text));
    const named = sumsOf('negotiation', ({ faults }) => faults.map(({ good }) => good));
    expect(range).toEqual([150_000, 250_000]);
    expect(named.length).toBeGreaterThan(1);
    for (const sum of named) {
      expect(sum).toBeGreaterThanOrEqual(150_000);
      expect(sum).toBeLessThanOrEqual(250_000);
    }
  });

  it('point to questions of the role, most of them to several', () => {
    for (const { role, questions } of guides) {
      const known = content.bank(role)?.questions.map(({ id }) => id) ?? [];
      for (const { id, text } of questions) {
        expect(known).toContain(id);
        expect(text).toEqual(content.question(id)?.text);
      }
    }
    expect(guides.filter(({ questions }) => questions.length > 0).length).toBeGreaterThan(
      guides.length * 0.7,
    );
  });

  it.each(ROLES)('name every question of %s at least once', (role) => {
    const named = new Set(
      guides.filter((guide) => guide.role === role).flatMap(({ questions }) => questions.map(({ id }) => id)),
    );
    const known = content.bank(role)?.questions.map(({ id }) => id) ?? [];
    expect(known.length).toBeGreaterThanOrEqual(60);
    expect(known.filter((id) => !named.has(id))).toEqual([]);
  });

  it('end with a command that has something to rehearse', () => {
    for (const guide of guides) {
      const words = rehearsalCommand(guide)?.words.join(' ') ?? '';
      const [, role, option, value] = /^practice (\S+) --(stage|question) (\S+)$/.exec(words) ?? [];
      if (guide.questions.length === 0) expect(role).toBeUndefined();
      else {
        const questions = content.bank(role ?? '')?.questions ?? [];
        expect(questions.some(({ id, stage }) => (option === 'stage' ? stage : id) === value)).toBe(true);
      }
    }
  });

  it.each(FIGURES)('%s %s keeps its figures: %j', (role, topic, figures) => {
    const guide = content.guide(role, topic);
    for (const code of ['en', 'ru']) {
      const texts = JSON.stringify(guide, (key, value) =>
        ['en', 'ru'].includes(key) && key !== code ? '' : value,
      );
      for (const figure of figures) expect(texts).toContain(figure);
    }
  });

  it.each(['en', 'ru'])('call each stage as it is called elsewhere, in %s', (language) => {
    const messages = content.messages(language);
    for (const stage of STAGES) {
      const titles = guides.filter(({ topic }) => topic === stage).map(({ title }) => title[language]);
      const names = ['session', 'content'].map((where) => messages[`${where}.stage.${stage}`]);
      const called = new Set([...titles, ...names].map((name) => String(name).toLowerCase()));
      expect([...called]).toHaveLength(1);
    }
  });

  it('keep commands between backticks', () => {
    for (const guide of guides)
      for (const { points } of guide.sections)
        for (const point of points)
          for (const words of Object.values(point)) {
            const pieces = words.split('`');
            expect(pieces.length % 2, words).toBe(1);
            expect(pieces.filter((_, at) => at % 2 === 0).join(''), words).not.toContain('star-coach');
          }
  });

  it('an unknown one is null', () => {
    expect(content.guide('baker', 'phone')).toBeNull();
    expect(content.guide('support-manager', 'oven')).toBeNull();
  });
});
