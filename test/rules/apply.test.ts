import { describe, expect, it } from 'vitest';
import type { Question, Severity } from '../../src/content/types.js';
import { applyRules, chooseNextFix } from '../../src/rules/apply.js';
import { adviceOf } from '../../src/rules/next-fix.js';
import { parseRules } from '../../src/rules/parse.js';
import type { Finding, Rule } from '../../src/rules/types.js';
import { content } from '../support/content.js';
import { asked, read, rule } from './reading.js';

const TEXT = 'Um, in May a client called. I listened, um, and he stayed.';
const um = { kind: 'phrases', patterns: { en: ['um'], ru: [] } };

function apply(text: string, rules: readonly Rule[], question: Partial<Question> | null = null) {
  return applyRules(read(text), { rules, ...asked(question) });
}

describe('applyRules', () => {
  it('fills in the quotation and keeps it as evidence', () => {
    const [finding] = apply(TEXT, [rule(um)]);
    expect(finding).toEqual({
      rule: 'some-rule',
      severity: 'warn',
      span: { start: 0, end: 2 },
      message: 'says "Um"',
      advice: 'advice',
      evidence: 'Um',
      ask: null,
    });
    const [russian] = applyRules(read(TEXT), { rules: [rule(um)], ...asked(null, 'ru') });
    expect(russian?.message).toBe('ru says "Um"');
  });

  it('sorts by place, then by severity, whatever the order of the rules', () => {
    const rules = [
      rule(um, { id: 'b', severity: 'info' }),
      rule(um, { id: 'a', severity: 'error' }),
      rule({ kind: 'phrases', patterns: { en: ['client'], ru: [] } }, { id: 'c' }),
    ];
    const order = (list: readonly Rule[]) => apply(TEXT, list).map((finding) => finding.rule);
    expect(order(rules)).toEqual(['a', 'b', 'c', 'a', 'b']);
    expect(order([...rules].reverse())).toEqual(order(rules));
  });

  it('of two that start together and weigh the same the shorter comes first', () => {
    const on = (words: string, id: string) => rule({ kind: 'phrases', patterns: { en: [words] } }, { id });
    expect(apply(TEXT, [on('may a client', 'a'), on('may', 'b')]).map((found) => found.rule)).toEqual([
      'b',
      'a',
    ]);
  });

  it('what is absent has no words of the candidate for evidence', () => {
    const [finding] = apply(TEXT, [rule({ kind: 'length', leastWords: 100 })]);
    expect(finding).toMatchObject({ evidence: '', span: { start: 0, end: TEXT.length } });
  });

  it.each([
    ['does without it', { with: [], without: ['some-rule'] }, {}, [0, 1]],
    [
      'asks for it, whatever kinds it names',
      { with: ['some-rule'], without: [] },
      { kinds: ['case'] },
      [1, 0],
    ],
    ['has no kind', { with: [], without: [] }, { kinds: ['behavioral'] }, [0, 0]],
  ] as const)('a framework %s', (_, own, limits, expected) => {
    const reading = read(TEXT);
    const framework = { ...reading.framework, kind: null, rules: own };
    const counts = [null, { framework: null, kind: 'hypothetical' }].map((question) => {
      const context = asked(question as Question | null);
      const rules = [rule({ ...um, least: 2 }, limits as object)];
      return applyRules({ ...reading, framework }, { ...context, rules }).length > 0 ? 1 : 0;
    });
    expect(counts).toEqual(expected);
  });

  it('what a kind of check says in its own words stands above all', () => {
    const text = (en: string) => ({ en, ru: en });
    const check = { kind: 'part-state', part: 'situation', state: 'missing', implied: text('only implied') };
    const own = rule(check, { otherKinds: { message: text('of the plan') } });
    const reading = read(TEXT);
    const parts = reading.parts.map((part) => ({ ...part, state: 'implied' as const }));
    const context = { ...asked({ kind: 'case' }), rules: [own] };
    expect(applyRules({ ...reading, parts }, context).map(({ message }) => message)).toEqual([
      'only implied',
    ]);
  });

  it('a missing part is asked for by the question of the part', () => {
    const text = (en: string) => ({ en, ru: en });
    const own = { ask: text('anything?'), otherKinds: { ask: text('of the plan?') } };
    const [finding] = apply(
      'In May a client was angry. I had to calm him down. I called him and signed a new offer for him.',
      [rule({ kind: 'part-state', part: 'result', state: 'missing' }, own)],
      {
        framework: 'case',
        kind: 'case',
      } as Partial<Question>,
    );
    expect(finding?.ask).toBe(content.framework('star').parts.find(({ id }) => id === 'result')?.ask.en);
  });

  it.each([
    ['no limits', {}, null, true],
    ['its framework, no question', { frameworks: ['star'] }, null, true],
    ['its framework', { frameworks: ['star'] }, { framework: 'star' }, true],
    ['a question without a framework', { frameworks: ['star'] }, { framework: null }, false],
    ['another framework', { frameworks: ['case'] }, { framework: 'star' }, false],
    ['its kind', { kinds: ['objection'] }, { framework: null, kind: 'objection' }, true],
    ['another kind', { kinds: ['objection'] }, { framework: 'star', kind: 'behavioral' }, false],
    ['no question counts as behavioral', { kinds: ['behavioral'] }, null, true],
    ['no question is no objection', { kinds: ['objection'] }, null, false],
  ] as const)('%s', (_, limits, question, runs) => {
    expect(apply(TEXT, [rule(um, limits as object)], question as never).length > 0).toBe(runs);
  });

  it.each([
    ['a past event', { framework: 'star', kind: 'behavioral' }, 'of the case'],
    ['no question: a story is expected', null, 'of the case'],
    ['a plan', { framework: null, kind: 'hypothetical' }, 'of the plan'],
    ['a case question', { framework: 'case', kind: 'case' }, 'of the plan'],
  ] as const)('advises by what the question asks for: %s', (_, question, advice) => {
    const text = (en: string) => ({ en, ru: en });
    const own = { advice: text('of the case'), otherKinds: { advice: text('of the plan') } };
    const [finding] = apply(TEXT, [rule(um, own)], question as never);
    expect(finding).toMatchObject({ message: 'says "Um"', advice, ask: null });
  });

  it.each([
    ['filler', 'Um, the guest called. I moved her to the garden side.', 'en', 'Cut "Um"'],
    ['filler', 'Um, the guest called. I moved her to the garden side.', 'ru', 'Вычеркните «Um»'],
    ['vague', 'All our customers were always happy. I just did my job.', 'en', 'Replace "just did my job"'],
    ['vague', 'All our customers were always happy. I just did my job.', 'ru', 'Вместо «just did my job»'],
  ])('%s names the words where its advice stands alone', (id, text, interfaceLanguage, start) => {
    const rules = content.rules().map(({ check, ...data }) => rule(check, data));
    const own = rules.filter((known) => known.id === id);
    const found = applyRules(read(text), { rules: own, ...asked(null, interfaceLanguage) }).map(adviceOf);
    expect(found).toContainEqual(expect.stringMatching(new RegExp(`^${start}`)));
  });

  it.each(['vague', 'criteria-gap'])('%s speaks of a case only where one is asked for', (id) => {
    const data = content.rules().find((known) => known.id === id);
    const words = {
      en: /your case|story|what exactly changed/i,
      ru: /так и было|истори|изменилось/i,
    };
    for (const language of ['en', 'ru'] as const) {
      const { message, advice, ask } = { ...data, ...data?.otherKinds };
      for (const said of [message, advice, ask]) expect(said?.[language] ?? '').not.toMatch(words[language]);
      expect(data?.advice[language]).not.toBe(advice?.[language]);
    }
  });

  it('says of an unreadable answer only that, and what is true of any text', () => {
    const rules = content.rules().map(({ check, ...data }) => rule(check, data));
    const german = 'Im Mai rief ein Kunde an, der [Name] hieß. Ich habe ihm zugehört und alles geändert.';
    expect(apply(german, rules).map((finding) => finding.rule)).toEqual([
      'unreadable-language',
      'placeholder',
    ]);
  });

  it.each(['', '   \n ', '!!! ???', '...'])('survives %j', (text) => {
    const rules = content.rules().map(({ check, ...data }) => rule(check, data));
    for (const { span } of apply(text, rules)) {
      expect(span.start).toBeGreaterThanOrEqual(0);
      expect(span.end).toBeLessThanOrEqual(text.length);
      expect(span.end).toBeGreaterThanOrEqual(span.start);
    }
  });
});

describe('chooseNextFix', () => {
  const finding = (name: string, severity: Finding['severity'] = 'warn', start = 0): Finding => ({
    rule: name,
    severity,
    span: { start, end: start + 1 },
    message: '',
    advice: '',
    evidence: '',
    ask: null,
  });

  it.each([
    [['filler', 'missing-result'], 'missing-result'],
    [['off-question', 'missing-result', 'no-numbers'], 'missing-result'],
    [['off-question', 'no-numbers'], 'no-numbers'],
    [['hedging', 'off-question'], 'off-question'],
    [['missing-result', 'not-a-story'], 'not-a-story'],
    [['missing-task', 'filler'], 'missing-task'],
    [['vague', 'too-short', 'handed-over'], 'handed-over'],
    [['vague', 'too-short'], 'too-short'],
    [['no-lesson', 'too-short'], 'too-short'],
    [['no-result-number', 'missing-action', 'empty-part'], 'missing-action'],
    [['a-rule-of-tomorrow', 'hedging'], 'hedging'],
    [['number-mismatch', 'no-numbers', 'too-short'], 'number-mismatch'],
    [['personal-need', 'number-mismatch'], 'number-mismatch'],
    [['no-options', 'excuse', 'no-empathy'], 'no-empathy'],
  ])('of %j first %s', (rules, first) => {
    expect(
      chooseNextFix(
        rules.map((name) => finding(name)),
        null,
      )?.rule,
    ).toBe(first);
  });

  it.each([
    ['a weakness', { kind: 'provocative', lesson: false, framework: null }, 'criteria-gap'],
    ['a mistake', { kind: 'behavioral', lesson: true, framework: 'star' }, 'criteria-gap'],
    ['an achievement', { kind: 'behavioral', lesson: false, framework: 'star' }, 'hedging'],
  ] as const)('asked for %s, the tone comes in its place', (_, question, first) => {
    const tone = finding('hedging');
    expect(chooseNextFix([tone, finding('criteria-gap', 'info')], question)?.rule).toBe(first);
  });

  it.each([
    ['a weakness', { kind: 'provocative', lesson: false, framework: null }, undefined],
    ['a mistake', { kind: 'behavioral', lesson: true, framework: 'star' }, undefined],
    ['an achievement', { kind: 'behavioral', lesson: false, framework: 'star' }, 'hedging'],
  ] as const)('asked for %s, neither the tone nor a task is all there is to mend', (_, question, first) => {
    const found = [finding('hedging'), finding('missing-task')];
    expect(chooseNextFix(found, question)?.rule).toBe(first);
  });

  it.each([
    ['a plan', { kind: 'hypothetical', lesson: false, framework: null }, 'criteria-gap'],
    ['a story', { kind: 'behavioral', lesson: false, framework: 'star' }, 'hedging'],
  ] as const)('asked for %s, points and tone come in this order', (_, question, first) => {
    const found = [finding('hedging'), finding('filler'), finding('criteria-gap', 'info')];
    expect(chooseNextFix(found, question)?.rule).toBe(first);
  });

  it('of the parts that are missing takes the one that the framework needs first', () => {
    const reading = read('I am glad to talk about it whenever it suits you.');
    const parts = ['dough', 'oven', 'crust'].map((id) => ({
      ...reading.framework.parts[0],
      id,
      name: { en: id },
    }));
    const missing = parts.map(({ id }) => ({
      part: id,
      state: 'missing',
      nearest: null,
      spans: [],
      because: [],
    }));
    const said = (neededFirst: readonly string[]) => {
      const framework = { ...reading.framework, parts, neededFirst } as typeof reading.framework;
      const data = { message: { en: 'no {part}' }, advice: { en: '' } };
      const rules = [rule({ kind: 'part-state', state: 'missing' }, data)];
      const found = applyRules({ ...reading, framework, parts: missing } as typeof reading, {
        ...asked(null),
        rules,
      });
      return found.map(({ message }) => message);
    };
    expect(said([])).toEqual(['no dough', 'no oven', 'no crust']);
    expect(said(['crust', 'oven'])).toEqual(['no crust', 'no oven', 'no dough']);
  });

  it('takes the more severe of two rules it does not know', () => {
    expect(chooseNextFix([finding('x', 'info'), finding('y', 'error')], null)?.rule).toBe('y');
  });

  it('takes the first place of one rule', () => {
    expect(
      chooseNextFix([finding('filler', 'warn', 3), finding('filler', 'warn', 9)], null)?.span.start,
    ).toBe(3);
  });

  it('is null where there is nothing to mend', () => {
    expect(chooseNextFix([], null)).toBeNull();
  });

  it('names only rules of the catalogue, or of the linter', () => {
    const known = content.rules().map(({ id }) => id);
    const elsewhere = ['private-data', 'off-question'];
    for (const { id } of content.rules()) expect(chooseNextFix([finding(id)], null)?.rule).toBe(id);
    expect([...known, ...elsewhere]).toContain(
      chooseNextFix([finding('private-data'), finding('vague')], null)?.rule,
    );
  });
});

describe('one finding a place', () => {
  const on = (words: string, id: string, more: object = {}) =>
    rule({ kind: 'phrases', patterns: { en: [words], ru: [] } }, { id, ...more });
  const told = (...rules: Rule[]) => apply(TEXT, rules).map((finding) => finding.rule);

  it('a rule is silent inside the place of one that says the same', () => {
    expect(told(on('may a client', 'wide'), on('client', 'narrow', { saidBy: ['wide'] }))).toEqual(['wide']);
  });

  it.each([
    ['where the other is silent', on('nothing', 'wide')],
    ['where the other covers a part only', on('client', 'wide')],
    ['where another rule reports', on('may a client', 'else')],
  ])('and reports %s', (_, other) => {
    expect(told(other, on('a client', 'narrow', { saidBy: ['wide'] }))).toContain('narrow');
  });

  it.each([
    ['the story has no result', '', ['missing-result']],
    ['it has one', ' All thirty shops accepted the new prices.', ['no-lesson']],
  ])('a lesson is asked for only where a result is told: %s', (_, end, expected) => {
    const text = `In 2020 I sent a price list with old figures to thirty shops. I noticed it at night, called each shop in the morning and sent the right one.${end}`;
    const question = { ...(content.question('sm-own-mistake') as Question), criteria: [] };
    const found = apply(text, parseRules(content.rules()), question);
    const ids = found.map((finding) => finding.rule);
    expect(ids.filter((id) => ['missing-result', 'no-lesson'].includes(id))).toEqual(expected);
  });

  it('what is no story lacks its parts and its lesson, and is told of neither', () => {
    const text =
      'Mistakes happen to everybody. I always try to be careful and check twice. If I err, I say so at once.';
    const question = { ...(content.question('sm-own-mistake') as Question), criteria: [] };
    const ids = apply(text, parseRules(content.rules()), question).map((finding) => finding.rule);
    expect(ids).toEqual(['not-a-story', 'vague']);
  });

  it.each([
    ['a mistake', { kind: 'behavioral', lesson: true, framework: 'star' }, 'put right'],
    ['an achievement', { kind: 'behavioral', lesson: false, framework: 'star' }, 'asked of you'],
  ] as const)('the task of %s is asked for by its own words', (_, question, words) => {
    const text =
      'In June a customer received the wrong machines twice in a row. I drove to their plant and counted the boxes. They stayed with us.';
    const rules = parseRules(content.rules()).filter(({ id }) => id === 'missing-task');
    const [finding] = apply(text, rules, question as Partial<Question>);
    expect(finding?.advice).toContain(words);
  });

  it('the one that is told is as grave as what it is told instead of', () => {
    const severities = (wide: Severity, narrow: Severity) =>
      apply(TEXT, [
        on('may a client', 'wide', { severity: wide }),
        on('client', 'narrow', { severity: narrow, saidBy: ['wide'] }),
      ]).map(({ severity }) => severity);
    expect(severities('warn', 'error')).toEqual(['error']);
    expect(severities('warn', 'info')).toEqual(['warn']);
  });
});

describe('an answer that is hardly begun', () => {
  const rules = parseRules(content.rules());
  const found = (text: string) => apply(text, rules).map((finding) => [finding.rule, finding.severity]);

  it.each([
    'I worked.',
    'Answered phones.',
    'Did what was asked of us. It went well.',
    'A client shouted at me. I calmed him down and left.',
    'Не знаю.',
    'Я работал.',
    'Снизил отток на 12 %.',
    'Действия: Сделал всё, что мог.',
  ])('%s is told that it is too short, not what else it lacks', (text) => {
    expect(found(text).filter(([id]) => id !== 'vague')).toEqual([['too-short', 'error']]);
    const [finding] = apply(text, rules);
    expect(finding?.ask).toContain('more');
  });

  it('is as grave as the finding it replaces', () => {
    expect(found('I called forty clients and it worked.')).toEqual([['too-short', 'warn']]);
  });

  it.each([
    'Courier vans stood idle in the yard all spring. I drew a new rota for nine drivers.',
    'Весной девять курьеров ссорились из-за ближних адресов. Я повесил график и показал его каждому.',
  ])('%s has a story begun, and the result is missing', (text) => {
    expect(found(text).map(([id]) => id)).toEqual(expect.arrayContaining(['too-short', 'missing-result']));
  });

  it.each([
    'I usually hear the customer out and offer two ways.',
    'Обычно я выслушиваю клиента и предлагаю варианты.',
    'У меня конфликтов с коллегами не бывает. Я человек неконфликтный.',
  ])('%s is no story, and that is all there is to say', (text) => {
    expect(found(text)).toEqual([['not-a-story', 'error']]);
  });
});
