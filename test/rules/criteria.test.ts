import { describe, expect, it } from 'vitest';
import type { PartState } from '../../src/analysis/types.js';
import type { Criterion } from '../../src/content/types.js';
import { mentions, touches, whereTouched } from '../../src/rules/criteria.js';
import { analysisOf } from '../reports/answer-analysis.js';
import { content } from '../support/content.js';
import { read } from './reading.js';

const languages = content.languageModels();

const criterion = (cues: { readonly [language: string]: readonly string[] }, part?: string): Criterion => ({
  id: 'c',
  text: { en: 'c', ru: 'c' },
  part,
  cues,
});

/** Words of the answer that touch a criterion. */
function heard(text: string, one: Criterion): string | null {
  const span = whereTouched(read(text), one, languages);
  return span && text.slice(span.start, span.end);
}

const figure = {
  en: ['(cut|reduce|fell) ..4 (by|to|from) ..1 #'],
  ru: ['(сниз|сократ|упал)* ..4 (до|на|с) ..1 #'],
};

describe('a criterion', () => {
  it('is quoted by the clause that touches it most plainly, not by the first', () => {
    const calm = criterion({ en: ['calm*', 'kept my voice ..1 level', 'voice'], ru: [] });
    const text =
      'In May a calm day ended with a furious caller. I listened and kept my voice level all the time.';
    expect(heard(text, calm)).toContain('kept my voice level');
  });

  it('is not heard where the words are denied, unless the cue denies them', () => {
    const fault = criterion({ en: ['my fault'], ru: ['моя (вина|ошибка)'] });
    expect(heard('In May a client left us. It was my fault.', fault)).toContain('my fault');
    expect(heard("In May a client left us. It wasn't my fault.", fault)).toBeNull();
    expect(heard('In May a client left us. It was not my fault.', fault)).toBeNull();
    expect(heard('В мае от нас ушёл клиент. Это была не моя вина.', fault)).toBeNull();
    const patient = criterion({ en: [], ru: ['не ..1 перебивал*'] });
    expect(heard('В мае от нас ушёл клиент. Я не перебивал его.', patient)).toContain('не перебивал');
  });

  it('is quoted by a figure rather than by words', () => {
    const much = criterion({ en: ['two of us were ill', '# ..1 requests'], ru: [] });
    expect(heard('In March the queue grew to 900 requests, and two of us were ill.', much)).toContain('900');
  });

  it('about the result is quoted by the result', () => {
    const kept = criterion(
      { en: ['(stayed|stays) with us', '(their|the) contract ..4 (signed|ended) ..3'], ru: [] },
      'result',
    );
    const text =
      'In spring the contract of a bakery ended badly for us. I called the owner every day and found the wrong invoice. As a result she stayed with us and signed for two years.';
    expect(heard(text, kept)).toContain('she stayed with us');
  });

  it.each([
    ['a goal', 'We wanted to cut the wait to 5 minutes.', 0],
    ['a task', 'The goal was to cut the wait from 40 minutes to 5.', 0],
    [
      'an infinitive',
      'I moved the shifts and called every caller back, in order to cut the wait to 5 minutes.',
      0,
    ],
    ['a plan', 'Next year we will cut the wait to 5 minutes.', 0],
    ['an outcome', 'As a result the wait fell from 40 minutes to 5.', 1],
    ['an outcome that was aimed at', 'We wanted it shorter, and by June the wait fell to 5 minutes.', 1],
    ['цель', 'Мы хотели снизить отток с 12 до 5 процентов.', 0],
    ['цель с «чтобы»', 'Я обзвонил всех клиентов, чтобы снизить отток с 12 до 5 процентов.', 0],
    ['задача', 'Задача была снизить отток до 5 процентов.', 0],
    ['итог', 'В итоге отток снизился с 12 до 5 процентов.', 1],
  ])('about the result and %s: %s', (_, sentence, count) => {
    const russian = /\p{Script=Cyrillic}/u.test(sentence);
    const before = russian
      ? 'Весной от нас стали уходить клиенты. Я сам позвонил каждому и переписал договор.'
      : 'In spring people waited far too long on the phone. I called them back myself and wrote a new rota.';
    const after = russian ? 'К лету все вернулись к нам.' : 'By the summer nobody complained any more.';
    expect(touches(read(`${before} ${sentence} ${after}`), criterion(figure, 'result'), languages)).toBe(
      count === 1,
    );
    expect(touches(read(`${before} ${sentence} ${after}`), criterion(figure), languages)).toBe(true);
  });

  it.each([
    ['В итоге мы справились, проблему решили.', 0],
    ['В итоге мы справились с заявками к обеду.', 1],
    ['In the end we managed and solved the problem.', 0],
    ['In the end we managed and solved the problem before lunch.', 1],
  ])('about the result is not heard in stock words: %s', (sentence, count) => {
    const before = /\p{Script=Cyrillic}/u.test(sentence)
      ? 'Весной встала касса. Я позвонил технику и открыл вторую.'
      : 'In spring the till broke down. I called the technician and opened the second one.';
    const managed = criterion({ en: ['managed', 'solved'], ru: ['справились', 'решили'] }, 'result');
    expect(touches(read(`${before} ${sentence}`), managed, languages)).toBe(count === 1);
  });

  it('about the result is mentioned where a goal names it', () => {
    const answer = read('In spring people waited far too long. We wanted to cut the wait to 5 minutes.');
    expect(mentions(answer, criterion(figure, 'result'))).toBe(true);
    expect(mentions(answer, criterion({ en: ['refund*'], ru: [] }, 'result'))).toBe(false);
  });

  it('is not met where its part is missing', () => {
    const text =
      'In May a client was angry. I had to calm him down. I called him and signed a new offer for him.';
    const answer = read(text);
    expect(answer.parts.find(({ part }) => part === 'result')?.state).toBe('missing');
    const signed = { en: ['signed'], ru: [] };
    expect(touches(answer, criterion(signed), languages)).toBe(true);
    expect(touches(answer, criterion(signed, 'result'), languages)).toBe(false);
    expect(touches(answer, criterion(signed, 'a part of another framework'), languages)).toBe(true);
  });

  describe('about the result, in a clause of', () => {
    const signed = criterion({ en: ['signed', 'call* ..3 twice'], ru: [] }, 'result');
    const present = (state: PartState = 'present') => [
      { part: 'result', state, spans: [], because: [], nearest: null },
    ];
    const heardIn = (text: string, labels: readonly string[], state?: PartState) => {
      const span = whereTouched(analysisOf(text, labels, { parts: present(state) }), signed, languages);
      return span && text.slice(span.start, span.end);
    };

    it.each([
      ['situation', false],
      ['task', false],
      ['action', true],
      ['result', true],
      ['other', true],
      ['lesson', true],
    ])('%s: %s', (label, touched) => {
      expect(heardIn('All of them signed it.', [label]) !== null).toBe(touched);
    });

    it('what is learnt is heard though it speaks of next time', () => {
      const text = 'Next time I will call them twice.';
      expect(heardIn(text, ['lesson'])).toContain('call them twice');
      expect(heardIn(text, ['result'])).toBeNull();
    });

    it('what is learnt is quoted rather than a deed', () => {
      const text = 'I called all of them twice. I saw who signed.';
      expect(heardIn(text, ['action', 'lesson'])).toContain('signed');
      expect(heardIn(text, ['action', 'action'])).toContain('twice');
    });

    it('a result that says nothing', () => {
      expect(heardIn('All of them signed it.', ['result'], 'empty')).toBeNull();
    });
  });
});

describe('criteria of the banks', () => {
  // What says one thing does not speak of two, and words without a figure are no result in figures.
  it.each([
    ['ch-client-you-grew', 'client-result', ['He renewed the contract.', 'Он продлил договор.']],
    ['ch-client-won-back', 'figure-of-return', ['They renewed the contract.', 'Клиент подписал договор.']],
    [
      'ch-dissatisfied-client',
      'fair-solution',
      ['I apologised to the client.', 'Я извинился перед клиентом.'],
    ],
    ['ch-dissatisfied-client', 'both-sides-heard', ['I listened to the client.', 'Я выслушал клиента.']],
    ['sm-two-in-conflict', 'both-sides', ['I listened to the client.', 'Я выслушал клиента.']],
    ['ch-improve-metrics', 'starting-point', ['Our target was 95%.', 'Цель была 95 %.']],
    ['ch-improve-metrics', 'growth-measured', ['Sales grew by 20%.', 'Продажи выросли до 20 %.']],
    ['ch-motivate-under-load', 'measurable-results', ['Turnover fell.', 'Текучка снизилась.']],
    ['ch-motivate-under-load', 'concrete-motivation', ['The client thanked us.', 'Клиент нас поблагодарил.']],
    [
      'sm-motivating-short-handed',
      'varied-motivation',
      ['The client thanked us.', 'Клиент нас поблагодарил.'],
    ],
    ['sm-merger-with-sales', 'both-goals', ['Our target was 95%.', 'Цель была 95 %.']],
    ['ch-motivate-hard-goal', 'hard-goal', ['Our target was 95%.', 'Цель была 95 %.']],
    ['ch-motivate-hard-goal', 'measured-outcome', ['I made a plan.', 'Я составил план.']],
    ['sm-conflict-with-colleague', 'both-interests', ['The problem was solved.', 'В итоге проблему решили.']],
    ['sm-under-pressure', 'delivered', ['I drew a conclusion.', 'Я сделал вывод.']],
    ['ch-management-experience', 'management-posts', ['I asked my manager.', 'Я обратился к руководителю.']],
    [
      'ch-complaints-key-employee',
      'improvement-prevention',
      ['I apologised to them.', 'Я извинился перед ними.'],
    ],
    ['ch-outage-plan', 'review-after', ['Afterwards I call the ten biggest and offer a credit.']],
    [
      'sm-negotiate-offer',
      'sum-grounded',
      ['I was hoping for a bit more.', 'Рассчитывала на больший оклад.'],
    ],
    ['sm-strong-stress', 'what-pressed', ['It was very busy and I was stressed.']],
    ['sm-ai-in-support', 'tried-it', ['I use ChatGPT sometimes to write emails.']],
    ['ch-not-convinced', 'back-to-the-task', ['Well, if you have stronger candidates, take them.']],
    ['ch-nps-plan', 'check-of-success', ['Measure again in 6 months.']],
    ['sm-client-conflict', 'calm-professional', ['I am a calm, polite and professional person.']],
    ['sm-difficult-customer', 'patience', ['I told her to calm down.']],
    ['ch-own-mistake', 'lesson-in-use', ['It was hard, but I learned a lot.']],
    ['sm-hardest-project', 'teamwork', ['We worked together as a team.']],
  ])('%s: %s', (question, id, texts) => {
    const one = content.question(question)?.criteria.find((each) => each.id === id) as Criterion;
    expect(texts.filter((text) => mentions(read(text), one))).toEqual([]);
  });

  it.each([
    ['sm-weaknesses', 'real-weakness', "I'm rubbish at saying no."],
    ['sm-weaknesses', 'works-on-it', 'What helps is that I mute the chat until ten.'],
    ['sm-automation-tools', 'effect-measured', 'That freed up a whole person for the afternoon.'],
    ['sm-client-conflict', 'calm-professional', 'I put my pen down and let her get it all out.'],
    ['sm-team-project', 'obstacles', 'It was messy because the backup was from Sunday.'],
    ['sm-tight-deadline', 'time-against-work', 'It should have taken a month.'],
    ['sm-pay-expectations', 'market-known', 'A recruiter told me what people like me get.'],
    ['sm-pay-expectations', 'flexible-terms', 'What range have you budgeted for?'],
    ['sm-negotiate-offer', 'asks-about-bonus', 'What did it pay last year?'],
    ['sm-objection-too-expensive', 'price-heard', "I hear you, it's a fair chunk of money."],
    ['ch-best-agent-leaves', 'talks-with-leaver', "I'd ask her what made her write that letter."],
    ['ch-ask-future-boss', 'asks-first-tasks', 'How will you know in a year that I was the right choice?'],
    ['ch-not-convinced', 'answers-with-fact', 'I took renewals from 78 to 91 percent.'],
    ['ch-own-mistake', 'price-known', 'Потеряли двоих, это около четырёх миллионов в год.'],
    ['ch-own-mistake', 'owns-the-mistake', 'Я тогда не увидел, что лучший менеджер выгорает.'],
    ['sm-team-project', 'project-outcome', 'By 24 November 209 had moved and nobody went to a competitor.'],
    ['sm-negotiate-offer', 'sum-grounded', 'I was thinking of about 41,000 a year.'],
    ['sm-negotiate-offer', 'sum-grounded', "I'd ask for forty-one thousand."],
    ['sm-under-pressure', 'scale', 'Three of nine were off sick.'],
    ['sm-under-pressure', 'coordination', 'I wrote to everybody at once, so that nobody had to ask.'],
    ['sm-client-conflict', 'calm-professional', 'I lowered my voice and let her finish.'],
    ['sm-client-conflict', 'settled', 'В конце разговора он рассмеялся и попросил соединять его со мной.'],
    ['sm-client-conflict', 'customer-first', 'Представил себя на его месте: гости на пороге, а ключей нет.'],
    ['sm-difficult-customer', 'patience', 'Понимала, что дело не во мне.'],
    ['sm-difficult-customer', 'clarifying', 'Попросил прислать снимок последнего шага.'],
    ['sm-conflict-with-colleague', 'fair-account', 'From where she stood she was right.'],
    ['sm-own-mistake', 'owns-it', 'Галочку не туда поставил именно я.'],
    ['sm-weaknesses', 'what-it-cost', 'Once a client waited two days because of me.'],
    ['sm-pay-expectations', 'market-known', 'На сайтах за такую работу дают больше.'],
    ['ch-own-mistake', 'damage-repaired', 'Наутро поехал к клиенту, и мы построчно прошли договор.'],
    ['ch-introduce-change', 'training-support', 'In every shift there was one colleague whom you could ask.'],
    ['ch-career-goals', 'successor', 'За эти годы хочу вырастить человека, которому отдам отдел.'],
    ['ch-decision-pressure', 'reasoned-choice', 'A refund would have cost us forty thousand.'],
  ])('%s: %s is heard in %s', (question, id, text) => {
    const one = content.question(question)?.criteria.find((each) => each.id === id) as Criterion;
    expect(mentions(read(text), one)).toBe(true);
  });
});
