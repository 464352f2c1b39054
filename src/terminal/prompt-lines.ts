import stringWidth from 'string-width';
import type { Question } from '../content/types.js';
import { visible } from '../content/visible.js';
import type { PromptHeading } from './frame.js';
import { cutTo, legendLine, type MeterView, meterLine } from './meter.js';
import { inLanguage, type TextStyle } from './text-style.js';
import { wrap } from './wrap.js';

/** Lines over the prompt: which question of how many, the question, what to think of. */
export function questionLines(
  asked: {
    readonly question: Question;
    readonly number: number;
    readonly of: number;
    readonly hint: boolean;
    /** Why it is asked, in words; null where that goes without saying. */
    readonly reason: string | null;
    /** What was to be mended in the answer that is being revised, in words; null for nothing. */
    readonly mend?: string | null;
  },
  style: TextStyle,
): PromptHeading {
  const { question, number, of, hint, reason, mend = null } = asked;
  const { language, t, paint, columns } = style;
  const where = t('prompt.number', { number, of, stage: t(`session.stage.${question.stage}`) });
  return headingOf(
    [
      paint('dim', wrap(reason === null ? where : `${where} · ${reason}`, columns)),
      paint('bold', wrap(inLanguage(question.text, language), columns)),
    ],
    [
      ...(hint ? [paint('dim', wrap(inLanguage(question.hint, language), columns))] : []),
      ...(mend === null ? [] : [paint('cyan', wrap(mend, columns))]),
    ],
  );
}

/** An empty line ends what stands over the prompt. */
function headingOf(asked: readonly string[], help: readonly string[]): PromptHeading {
  const linesOf = (blocks: readonly string[]) => blocks.flatMap((block) => block.split('\n'));
  return { lines: linesOf([...asked, ...help, '']), asked: linesOf(asked).length };
}

/** Lines over the prompt where the interviewer asks once more about the answer just given. */
export function followUpLines(
  asked: {
    readonly ask: string;
    readonly question: Question;
    readonly number: number;
    readonly of: number;
  },
  { t, paint, columns }: TextStyle,
): PromptHeading {
  const { ask, question, number, of } = asked;
  const stage = t(`session.stage.${question.stage}`);
  return headingOf(
    [
      paint('dim', wrap(t('session.follow-up-to', { number, of, stage }), columns)),
      paint('bold', wrap(ask, columns)),
    ],
    [],
  );
}

/** Lines under the prompt: the meter, and the keys or what has just happened. */
export function statusLines(
  view: MeterView & { readonly empty: boolean; readonly notice: string | null },
  style: TextStyle & { readonly unicode: boolean },
): string[] {
  const { t, paint, columns, unicode } = style;
  const { empty, notice } = view;
  const keys = t(empty ? 'prompt.keys-empty' : 'prompt.keys');
  const shown = unicode ? keys : keys.replaceAll(' · ', ' | ');
  // Keys that are needed most stand first: a narrow terminal drops the last ones.
  const separator = unicode ? ' · ' : ' | ';
  const fitting = shown.split(separator);
  while (fitting.length > 1 && stringWidth(fitting.join(separator)) > columns) fitting.pop();
  const below =
    notice === null
      ? paint('dim', cutTo(fitting.join(separator), columns, ''))
      : paint('yellow', cutTo(visible(notice), columns, unicode ? '…' : '...'));
  return [empty ? legendLine(view, style) : meterLine(view, style), below];
}

/**
 * What is said once where there is no line under the prompt.
 *
 * @param kept whether an answer that is left unfinished is kept
 */
export function plainHelp({ t, columns }: TextStyle, { kept }: { readonly kept: boolean }): string[] {
  return wrap(t(kept ? 'prompt.plain' : 'prompt.plain-unkept'), columns).split('\n');
}
