import { type ChosenQuestion, REASONS } from '../rehearsal/choose.js';
import type { ProgressNames } from '../reports/progress-names.js';

/** Question → why it is asked, in words; that it is new goes without saying. */
export function reasonsOf(
  chosen: readonly ChosenQuestion[],
  { t, competency }: Pick<ProgressNames, 't' | 'competency'>,
): Map<string, string> {
  return new Map(
    chosen.flatMap(({ question, reason, competency: weak }): [string, string][] =>
      reason === 'new'
        ? []
        : [[question.id, t(`session.because.${reason}`, { competency: competency(weak ?? '') })]],
    ),
  );
}

/**
 * What a rehearsal opens with: the role, how long it is, when feedback comes, and why these questions are asked.
 *
 * @param asked the questions that the history or chance chose
 */
export function practiceOpening(
  asked: readonly ChosenQuestion[],
  {
    names: { t, role: nameOf },
    role,
    draft,
    minutes,
    calm,
  }: {
    readonly names: Pick<ProgressNames, 't' | 'role'>;
    readonly role: string;
    /** True where an unfinished answer comes first. */
    readonly draft: boolean;
    readonly minutes: number | null;
    readonly calm: boolean;
  },
): string {
  const first = draft ? 1 : 0;
  const length =
    minutes === null
      ? t('session.opening.questions', { role: nameOf(role), count: asked.length + first })
      : t('session.opening.minutes', { role: nameOf(role), count: minutes });
  const counts = REASONS.map(
    (reason) => [reason, asked.filter((one) => one.reason === reason).length] as const,
  );
  const told = [['draft', first] as const, ...counts].filter(([, count]) => count > 0);
  // In a first rehearsal all questions are new, and with a limit of time nobody knows how many will be asked.
  const unknown = minutes !== null || told.every(([reason]) => reason === 'new');
  const reasons = told.map(([reason, count]) => t(`session.opening.${reason}`, { count })).join(', ');
  return [
    length,
    t(`session.opening.${calm ? 'end' : 'each'}`),
    ...(unknown ? [] : [t('session.opening.why', { reasons })]),
  ].join(' ');
}
