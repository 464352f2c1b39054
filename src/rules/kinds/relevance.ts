import type { Question } from '../../content/types.js';
import { matchPatterns } from '../../text/patterns.js';
import { scan } from '../../text/scan.js';
import type { LanguageCode, Token } from '../../text/types.js';
import { mentions } from '../criteria.js';
import { wholeAnswer } from '../place.js';
import type { Kind } from '../types.js';
import { patternsOf, type Wording } from '../wording.js';

export interface RelevanceOptions {
  /** Words that any question is put in: «расскажите», «клиент», «работа». */
  readonly ordinary: Wording;
  /** Fewest words of an answer that can be said to miss the question. */
  readonly leastWords: number;
  /** Fewest words of the question, its criteria and its hint that make a topic. */
  readonly leastTopic: number;
  /** Competency → words that stories which show it speak of. */
  readonly topics: Readonly<Record<string, Wording>>;
  /** Competencies that a story of anything may show: what asks for one of them first cannot be missed. */
  readonly anyStory: readonly string[];
}

/** Shorter words name no topic. */
const LEAST_LETTERS = 4;

/**
 * Nothing in the answer speaks for its question: it mentions no criterion, holds no word of the question, its
 * criteria, hint and follow-up questions, ordinary words aside, and none that stories of its competencies speak of.
 * A question without criteria, without a text in the language of the answer, or of which it is not known what
 * its stories speak of, is let pass.
 */
export const relevance: Kind<RelevanceOptions> = {
  kind: 'relevance',
  settable: { keys: ['leastWords'] },
  create: ({ ordinary, leastWords, leastTopic, topics: spoken, anyStory }) => {
    const topics = new WeakMap<Question, Map<LanguageCode, ReadonlySet<string>>>();
    const topicOf = (question: Question, language: LanguageCode): ReadonlySet<string> => {
      const known = topics.get(question) ?? new Map<LanguageCode, ReadonlySet<string>>();
      topics.set(question, known);
      const topic = known.get(language) ?? readTopic(question, language, ordinary);
      known.set(language, topic);
      return topic;
    };
    /** Of a competency with a name of the user's own nothing is known but what the question itself speaks of. */
    const spokenOf = ({ competencies, text }: Question, language: LanguageCode): readonly Wording[] => {
      const named = competencies.map((name) => spoken[name]).filter((wording) => wording !== undefined);
      if (named.length > 0) return named;
      const tokens = scan(text[language] ?? '', language);
      return Object.values(spoken).filter((wording) => holds(tokens, wording, language));
    };
    return (reading, { question }) => {
      const { document, story } = reading;
      const { language } = document;
      if (question === null || language === null || document.wordCount < leastWords) return [];
      // Whoever tells no story is told so, and general words belong to no topic anyway.
      if (story.kind !== 'story' || question.text[language] === undefined) return [];
      if (anyStory.includes(question.competencies[0] ?? '')) return [];
      const asked = question.criteria.filter(({ cues }) => (cues[language]?.length ?? 0) > 0);
      if (asked.length === 0 || asked.some((criterion) => mentions(reading, criterion))) return [];
      const topic = topicOf(question, language);
      if (topic.size < leastTopic || document.tokens.some((token) => topic.has(stemOf(token) ?? '')))
        return [];
      const wordings = spokenOf(question, language);
      if (wordings.length === 0 || wordings.some((wording) => holds(document.tokens, wording, language)))
        return [];
      return [{ span: wholeAnswer(reading), absent: true, values: { question: question.text[language] } }];
    };
  },
};

function holds(tokens: readonly Token[], wording: Wording, language: LanguageCode): boolean {
  return matchPatterns(patternsOf(wording, language), tokens).length > 0;
}

function readTopic(question: Question, language: LanguageCode, ordinary: Wording): Set<string> {
  const texts = [
    question.text,
    question.hint,
    ...question.criteria.map((criterion) => criterion.text),
    ...question.followUps,
  ];
  const text = texts.map((localized) => localized[language] ?? '').join('\n');
  const tokens = scan(text, language);
  const general = new Set(matchPatterns(patternsOf(ordinary, language), tokens).map(({ from }) => from));
  const stems = tokens.map((token, index) => (general.has(index) ? null : stemOf(token)));
  return new Set(stems.filter((stem) => stem !== null));
}

function stemOf({ word }: Token): string | null {
  return word === null || word.norm.length < LEAST_LETTERS ? null : word.stem;
}
