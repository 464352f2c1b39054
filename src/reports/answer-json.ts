import type { Analysis } from '../analyze.js';
import type { Translate } from '../content/messages.js';
import type { Cue } from '../content/types.js';
import { unsafeAt, visible } from '../content/visible.js';
import type { Finding } from '../rules/types.js';
import type { LanguageCode, Span } from '../text/types.js';
import { reasonsInWords } from './answer-because.js';

/** Format version; a change that breaks readers raises it. */
const VERSION = 1;

export interface AnswerJsonOptions {
  readonly t: Translate;
  /** Language of the interface, in which reasons, messages and advice are written. */
  readonly language: LanguageCode;
  /** Cues of the language of the answer. */
  readonly cues: readonly Cue[];
  /** False where the question asks for no structure: then there are no sentences and no parts. */
  readonly structured: boolean;
  /** Where the answer begins in its file: all offsets are UTF-16 offsets into the file. */
  readonly offset: number;
}

/** The reading of one answer as one versioned object on one line. */
export function answerJson(analysis: Analysis, options: AnswerJsonOptions): string {
  const { document, story, quantities, findings, nextFix, speakingSeconds } = analysis;
  const { offset } = options;
  const text = JSON.stringify({
    version: VERSION,
    language: document.language,
    story: story.kind,
    sentences: options.structured ? sentenceData(analysis, options) : [],
    parts: options.structured ? partData(analysis, options) : {},
    quantities: quantities.map(({ kind, role, value, unit, base, method, ...span }) => ({
      ...moved(span, offset),
      text: document.text.slice(span.start, span.end),
      kind,
      role,
      value: Number.isFinite(value) ? rounded(value, 6) : null,
      unit,
      ...(base === undefined ? {} : { base: moved(base, offset) }),
      ...(method === undefined ? {} : { method: moved(method, offset) }),
    })),
    findings: findings.map((finding) => findingData(finding, offset)),
    nextFix: nextFix === null ? null : findingData(nextFix, offset),
    speakingSeconds: Math.round(speakingSeconds),
  });
  // JSON lets DEL, C1 and bidirectional characters stand as they are; a terminal acts on them.
  return `${unsafeAt(text) < 0 ? text : visible(text)}\n`;
}

/** A sentence that carries no part has `part: null`; a lesson is told apart from the result. */
function sentenceData({ sentences, framework, document }: Analysis, options: AnswerJsonOptions) {
  const words = { ...options, framework, text: document.text };
  return sentences.map(({ label, also, confidence, because, ...span }) => ({
    ...moved(span, options.offset),
    part: label === framework.neutral ? null : label,
    also,
    confidence: rounded(confidence, 3),
    because: reasonsInWords(because, words),
  }));
}

function partData({ parts, framework, document }: Analysis, options: AnswerJsonOptions) {
  const words = { ...options, framework, text: document.text };
  return Object.fromEntries(
    parts.map(({ part, state, spans, because }) => [
      part,
      {
        state,
        spans: spans.map((span) => moved(span, options.offset)),
        because: reasonsInWords(because, words),
      },
    ]),
  );
}

function findingData({ rule, severity, span, message, advice, evidence, ask }: Finding, offset: number) {
  return { rule, severity, ...moved(span, offset), message, advice, evidence, ask };
}

function moved({ start, end }: Span, offset: number): Span {
  return { start: start + offset, end: end + offset };
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
