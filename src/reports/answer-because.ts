import type { Because } from '../analysis/types.js';
import { localText } from '../content/localized.js';
import type { Translate } from '../content/messages.js';
import type { Cue, Framework } from '../content/types.js';
import { quote } from '../rules/quote.js';
import type { LanguageCode } from '../text/types.js';
import { printableLine } from './escape.js';

/** What is needed to put the reasons for a decision in words. */
export interface ReasonWords {
  readonly t: Translate;
  readonly language: LanguageCode;
  readonly framework: Framework;
  /** Cues of the language of the answer. */
  readonly cues: readonly Cue[];
  /** The answer, into which the spans of reasons point. */
  readonly text: string;
}

/** Families of features that name a word of the answer by itself. */
const WORD_FAMILIES: readonly string[] = ['stem', 'pair', 'start', 'ending', 'verb'];

/**
 * Reasons in words, the strongest first, each once and with all words of the answer that gave it.
 *
 * @throws Error on a feature that has no words: a test walks over all that have weights
 */
export function reasonsInWords(because: readonly Because[], words: ReasonWords): string[] {
  const { t, text } = words;
  const reasons = new Map<string, { readonly feature: string; readonly quotes: readonly string[] }>();
  for (const { feature, span } of because) {
    const what = featureInWords(feature, words);
    const said = printableLine(span === null ? '' : quote(text, span));
    const quotes = reasons.get(what)?.quotes ?? [];
    const quoted = t('answer.quoted', { quote: said });
    reasons.set(what, {
      feature,
      quotes: said === '' || quotes.includes(quoted) ? quotes : [...quotes, quoted],
    });
  }
  return [...reasons.values()].map(({ feature, quotes }) => {
    const what = featureInWords(feature, words, quotes.length);
    return quotes.length === 0 ? what : t('feature.quoting', { what, quotes: quotes.join(', ') });
  });
}

/** @param count how many words of the answer gave it */
function featureInWords(feature: string, { t, language, framework, cues }: ReasonWords, count = 1): string {
  const colon = feature.indexOf(':');
  const family = colon < 0 ? feature : feature.slice(0, colon);
  const name = colon < 0 ? '' : feature.slice(colon + 1);
  switch (family) {
    case 'cue':
    case 'cue-again':
      return aboutCue(name, cues, language);
    case 'subject':
      return aboutSubject(name, t);
    case 'effect':
      return aboutEffect(name, t);
    case 'under':
    case 'headed': {
      const part = framework.parts.find(({ id }) => id === name);
      return t('feature.under', { part: part ? localText(part.name, language) : name });
    }
    default:
      if (WORD_FAMILIES.includes(family)) return t('feature.word', { count });
      return t(name === '' ? `feature.${family}` : `feature.${family}.${name}`);
  }
}

function aboutCue(id: string, cues: readonly Cue[], language: LanguageCode): string {
  const about = cues.find((cue) => cue.id === id)?.about;
  return about ? localText(about, language) : id;
}

/** The half of the probabilities that a sign of a figure speaks of. */
const LIKELY = 5;

/** Signs of figures (`src/analysis/figures.ts`). */
function aboutEffect(sign: string, t: Translate): string {
  const [family = '', of = ''] = sign.split(':');
  switch (family) {
    case 'kind':
      return t(`feature.figure.${of}`);
    case 'typed':
      return t(`feature.effect.${of.endsWith('digits') ? 'digits' : 'words'}`);
    case 'size':
      return t(`feature.effect.size.${of.split(' ')[0]}`);
    case 'result':
      return t(`feature.effect.${Number(of) >= LIKELY ? 'in-result' : 'not-in-result'}`);
    case 'rule':
      return t('feature.effect.rule', { role: t(`answer.role.${of.split(' ')[0]}`) });
    case 'left':
      return t(`feature.effect.${of === '0' ? 'last' : 'not-last'}`);
    default:
      return t(`feature.effect.${family}`);
  }
}

/** `speaker:perfective:present` is said piece by piece. */
function aboutSubject(name: string, t: Translate): string {
  const [subject = '', ...traits] = name.split(':');
  return [t(`feature.subject.${subject}`), ...traits.map((trait) => t(`feature.verb.${trait}`))].join(', ');
}
