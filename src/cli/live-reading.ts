import { type Analysis, type AnalysisContext, analyze } from '../analyze.js';
import { localText } from '../content/localized.js';
import type { LanguageModel, Question } from '../content/types.js';
import { visibleLine } from '../content/visible.js';
import { adviceOf } from '../rules/next-fix.js';
import type { ContentStore } from '../store/content.js';
import type { LiveReading } from '../terminal/meter.js';
import type { LanguageCode } from '../text/types.js';
import { analysisContext } from './analysis-context.js';
import { createSpeechMeter } from './speech-meter.js';

/** Rules that speak of what is not typed yet, or of a text that is hardly begun. */
const TOO_EARLY: readonly string[] = ['too-short', 'nonsense', 'unreadable-language'];

/** A first sentence of fewer words, alone, reads like a result as often as like a situation. */
const BEGUN = 20;

/** A sentence that is being typed is left out until it has this many words: its end decides what it is. */
const OPEN = 15;

/** A text of more characters takes a quarter of an hour to say, and too long to read between two keys. */
const ENDLESS = 12_000;

/**
 * Reads an answer while it is typed, for the meter.
 *
 * @param judged false where no word is said on the parts before all answers are given
 */
export function createLiveReader(
  content: ContentStore,
  question: Question,
  { language, judged }: { readonly language: LanguageCode; readonly judged: boolean },
): (text: string) => LiveReading {
  const models: readonly LanguageModel[] = content.languageModels();
  const speak = createSpeechMeter(models, language);
  const context = analysisContext(content, { question, interfaceLanguage: language });
  return (text) => {
    const { words, speech } = speak(text);
    const measured = { words, speech: context.framework.spoken ? Math.round(speech) : null };
    if (!judged || text.length > ENDLESS) return { ...measured, parts: [], figures: null, gap: null };
    const ended = endedText(text);
    if (!SECOND_SENTENCE.test(ended) && speak(ended).words < BEGUN)
      return { ...measured, ...unread(context, question, language) };
    return { ...measured, ...judgement(analyze(ended, context), question, language) };
  };
}

/** Something ends, and something goes on after it and ends as well. */
const SECOND_SENTENCE = /[.!?…\n][^.!?…\n]*\p{L}[^.!?…\n]*[.!?…\n]/u;

/** The text without the short beginning of a sentence at its end. */
function endedText(text: string): string {
  const end = Math.max(...['.', '!', '?', '…', '\n'].map((mark) => text.lastIndexOf(mark))) + 1;
  const open = text.slice(end).split(' ').length - 1;
  return open >= OPEN ? text : text.slice(0, end);
}

type Judgement = Pick<LiveReading, 'parts' | 'figures' | 'gap'>;

function unread(
  { framework }: AnalysisContext,
  { framework: asked, numbers }: Question,
  language: LanguageCode,
): Judgement {
  return {
    parts:
      asked === null
        ? []
        : framework.parts.map(({ letter, name }) => ({
            letter,
            name: localText(name, language),
            state: 'missing',
          })),
    figures: numbers === 'none' ? null : 0,
    gap: null,
  };
}

function judgement(analysis: Analysis, question: Question, language: LanguageCode): Judgement {
  const { framework, findings, quantities, parts: readings, document } = analysis;
  const nonsense = document.language === null || findings.some(({ rule }) => rule === 'nonsense');
  const parts = framework.parts.map(
    (part) =>
      ({
        part,
        state: nonsense
          ? 'missing'
          : (readings.find((reading) => reading.part === part.id)?.state ?? 'missing'),
      }) as const,
  );
  const absent = parts.find(
    ({ part, state }) => state === 'empty' || (state === 'missing' && !part.optional),
  );
  const fix = findings.find(({ rule, severity }) => severity !== 'info' && !TOO_EARLY.includes(rule));
  const gap =
    question.framework !== null && absent
      ? { letter: absent.part.letter, text: localText(absent.part.ask, language) }
      : fix
        ? { letter: null, text: visibleLine(adviceOf(analysis.nextFix ?? fix)) }
        : null;
  return {
    parts:
      question.framework === null
        ? []
        : parts.map(({ part: { letter, name }, state }) => ({
            letter,
            name: localText(name, language),
            state,
          })),
    figures: question.numbers === 'none' ? null : quantities.filter(({ kind }) => kind !== 'excluded').length,
    gap: gap?.text === '' ? null : gap,
  };
}
