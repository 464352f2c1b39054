import { Option } from 'commander';
import { questionsLike } from '../../content/like-questions.js';
import { nearest } from '../../content/nearest.js';
import { InputError } from '../../content/problems.js';
import type { Bank } from '../../content/types.js';
import { visibleName } from '../../content/visible.js';
import { type ChosenQuestion, choosePractice, type QuestionFilter } from '../../rehearsal/choose.js';
import type { PracticeRecord } from '../../rehearsal/record.js';
import { memoriesOf, reviewsOf } from '../../rehearsal/schedule.js';
import type { Turn } from '../../rehearsal/types.js';
import { abandonedDrafts, type FoundDraft, removeDraft } from '../../store/drafts.js';
import { type Home, homeOf } from '../../store/home.js';
import type { JournalEntry } from '../../store/journal-line.js';
import type { Terminal } from '../../terminal/keyboard.js';
import { choose } from '../../terminal/menu.js';
import { inLanguage } from '../../terminal/text-style.js';
import { columnsOf } from '../../terminal/window.js';
import { wrap } from '../../terminal/wrap.js';
import type { CommandModule } from '../commands.js';
import type { CommandContext } from '../context.js';
import { dayOf, endOfDay } from '../days.js';
import { openHistory } from '../history.js';
import { practiceOpening, reasonsOf } from '../practice-opening.js';
import { progressNames } from '../progress/names.js';
import { addQuestionFilter, checkCompetency } from '../question-filter.js';
import { EXIT } from '../run.js';
import { runSession } from '../session.js';
import { createKeeper } from '../session-keeper.js';
import { declareSession, type SessionFlags } from '../session-options.js';
import { chooseRole, openTerminal, sessionName } from '../session-start.js';
import { practiceCommand, questionsCommand } from '../typed-command.js';

interface Flags extends SessionFlags, QuestionFilter {
  /** Minutes after which no new question is asked. */
  readonly time?: number;
  readonly calm?: true;
  readonly question?: string;
}

/** Questions of a session that says nothing of their number; of one that only wants to be quiet. */
const QUESTIONS = { usual: 5, calm: 3 } as const;

export const command: CommandModule = {
  declare: (command, context, done) =>
    declareSession<Flags>(command, context, {
      name: 'practice',
      questions: QUESTIONS,
      own: (command, number) => {
        const { t } = context;
        addQuestionFilter(command, t)
          .addOption(new Option('--time <minutes>', t('command.practice.time')).argParser(number))
          .option('--calm', t('command.practice.calm'))
          .option('--question <id>', t('command.practice.question'));
      },
      run: practice,
      done,
    }),
};

async function practice(context: CommandContext, role: string | undefined, flags: Flags): Promise<number> {
  const { io, t, language } = context;
  const terminal = openTerminal(context, 'practice');
  const { banks } = context.content.index;
  const asking = banks.find(({ questions }) => questions.includes(flags.question ?? ''));
  const bank = await chooseRole(context, terminal, role ?? asking?.role);
  if (bank === null) return EXIT.interrupted;
  checkCompetency(bank, flags.competency, t);
  const home = homeOf(io.env, io.cwd);
  const history = openHistory(context, home, { needed: false });
  const questions = questionsOf(context, { bank, history, flags });
  const offered = await offerDraft(context, { terminal, bank, home });
  if (offered === null) return EXIT.interrupted;
  const count = countOf(flags);
  const first = bank.questions.filter(({ id }) => id === offered.draft?.question);
  const others = questions.filter(({ question }) => question.id !== offered.draft?.question);
  const chosen = others.slice(0, count - first.length);
  const keeper = createKeeper({
    home,
    file: null,
    mode: 'practice',
    role: bank.role,
    session: sessionName(io.now()),
    now: io.now,
    title: ({ question }) => inLanguage(question.text, language),
  });
  if (offered.draft) {
    keeper.typing(offered.draft.question, offered.draft.text);
    // The text is on the disk twice before it is there once.
    if (keeper.flush() !== null) removeDraft(offered.draft.path);
  }
  const names = progressNames(context);
  const minutes = flags.time ?? null;
  const calm = flags.calm === true;
  const about = { names, role: bank.role, draft: first.length > 0, minutes, calm };
  if (flags.question === undefined)
    io.stdout.write(`${wrap(practiceOpening(chosen, about), columnsOf(terminal.stdout))}\n\n`);
  return runSession(context, {
    questions: [...first, ...chosen.map(({ question }) => question)],
    reasons: flags.question === undefined ? reasonsOf(chosen, names) : new Map(),
    dueIn: (turns) => dueAfter(turns, { role: bank.role, history, now: io.now() }),
    feedback: calm ? 'end' : 'each',
    minutes,
    level: flags.level,
    interview: null,
    drafts: offered.draft ? { [offered.draft.question]: offered.draft.text } : {},
    terminal,
    keeper,
    timed: false,
    practise: practiceCommand(io, bank.role, flags),
  });
}

/** @throws InputError where the flags leave no question */
function questionsOf(
  { io, t, language }: CommandContext,
  {
    bank,
    history,
    flags,
  }: { readonly bank: Bank; readonly history: readonly JournalEntry[]; readonly flags: Flags },
): readonly ChosenQuestion[] {
  const { question: id } = flags;
  const list = questionsCommand(io, bank.role, flags);
  if (id !== undefined) {
    const question = bank.questions.find((known) => known.id === id);
    if (question) return [{ question, reason: 'new', competency: null }];
    const near = nearest(
      id,
      bank.questions.map((known) => known.id),
    );
    const like = questionsLike(id, bank.questions, language);
    const likeThem = like.length === 0 ? [] : [t('answer.source.like', { ids: like.join(', ') })];
    const all = t('session.list-questions', { command: list });
    throw new InputError(t('session.no-such-question', { id: visibleName(id), role: bank.role }), {
      advice: near === null ? [...likeThem, all].join('\n') : t('session.did-you-mean', { name: near }),
    });
  }
  const chosen = choosePractice(bank.questions, {
    ...flags,
    count: countOf(flags),
    seed: flags.seed ?? io.now(),
    memories: memoriesOf(
      reviewsOf(
        history.filter(({ role }) => role === bank.role),
        io.now(),
      ),
    ),
    tonight: endOfDay(io.now()),
  });
  if (chosen.length === 0)
    throw new InputError(t('session.no-questions', { role: bank.role }), {
      advice: t('session.list-questions', { command: list }),
    });
  return chosen;
}

/** In how many days the answered questions come again, this session counted in. */
function dueAfter(
  turns: readonly Turn[],
  {
    role,
    history,
    now,
  }: { readonly role: string; readonly history: readonly JournalEntry[]; readonly now: number },
): Map<string, number> {
  const at = new Date(now).toISOString();
  const given = turns.flatMap(({ question, attempts }) =>
    attempts.map(({ outcome, seconds }, index): PracticeRecord => {
      const about = { role, question: question.id, attempt: index + 1, mode: 'practice' } as const;
      return { ...about, at, session: '', seconds, outcome };
    }),
  );
  const memories = memoriesOf(reviewsOf([...history.filter((entry) => entry.role === role), ...given], now));
  return new Map(turns.map(({ question: { id } }) => [id, dayOf(memories.get(id)?.due ?? now) - dayOf(now)]));
}

/** A session with a limit of time takes as many questions as there are; the clock ends it. */
function countOf({ count, time, calm }: Flags): number {
  if (count !== undefined) return count;
  if (time !== undefined) return Number.POSITIVE_INFINITY;
  return calm ? QUESTIONS.calm : QUESTIONS.usual;
}

/** Offers the latest unfinished answer of the role. @returns null where the menu was left with Ctrl-C */
async function offerDraft(
  { io, t, paint, language }: CommandContext,
  { terminal, bank, home }: { readonly terminal: Terminal; readonly bank: Bank; readonly home: Home },
): Promise<{ readonly draft: FoundDraft | null } | null> {
  const draft = abandonedDrafts(home.drafts, io.now()).find(
    ({ role, question }) => role === bank.role && bank.questions.some(({ id }) => id === question),
  );
  const question = bank.questions.find(({ id }) => id === draft?.question);
  if (!draft || !question) return { draft: null };
  const chosen = await choose({
    terminal,
    paint,
    message: t('session.draft.found', {
      date: new Date(draft.at).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' }),
      question: inLanguage(question.text, language),
    }),
    keys: t('session.keys'),
    items: (['continue', 'later', 'drop'] as const).map((value) => ({
      value,
      name: t(`session.draft.${value}`),
    })),
  });
  if (chosen === null) return null;
  if (chosen === 'drop') removeDraft(draft.path);
  return { draft: chosen === 'continue' ? draft : null };
}
