import { type Analysis, analyze } from '../../src/analyze.js';
import { analysisContext } from '../../src/cli/analysis-context.js';
import type { ContentStore } from '../../src/store/content.js';
import type { LabelledText } from './texts.js';

/** Parts that are there, counted over texts: found and labelled, found only, labelled only. */
export interface Counts {
  readonly texts: number;
  readonly hit: number;
  readonly extra: number;
  readonly lost: number;
}

export interface Read {
  readonly labelled: LabelledText;
  readonly analysis: Analysis;
}

/** Reads a text as `check --framework` does. */
export function readText(
  content: ContentStore,
  framework: string,
  language: string,
  labelled: LabelledText,
): Read {
  const context = analysisContext(content, {
    question: null,
    framework,
    interfaceLanguage: language,
    language,
  });
  return { labelled, analysis: analyze(labelled.text, context) };
}

/** Rules that a text must report and that neither they nor those that speak for them (`saidBy`) report. */
export function unsaid(content: ContentStore, { labelled, analysis }: Read): string[] {
  const reported = analysis.findings.map(({ rule }) => rule);
  const speaking = (id: string) => content.rules().find((rule) => rule.id === id)?.saidBy ?? [];
  return labelled.findings.filter((id) => ![id, ...speaking(id)].some((rule) => reported.includes(rule)));
}

/** Parts that are said, whether by a clause of their own or only in passing. */
export function found({ parts }: Analysis): string[] {
  return parts.filter(({ state }) => state === 'present' || state === 'implied').map(({ part }) => part);
}

/** Compares what is found with the labels; of one part where it is named. */
export function count(reads: readonly Read[], only?: string): Counts {
  let hit = 0;
  let extra = 0;
  let lost = 0;
  for (const { labelled, analysis } of reads) {
    const told = found(analysis).filter((part) => only === undefined || part === only);
    const there = labelled.present.filter((part) => only === undefined || part === only);
    hit += told.filter((part) => there.includes(part)).length;
    extra += told.filter((part) => !there.includes(part)).length;
    lost += there.filter((part) => !told.includes(part)).length;
  }
  return { texts: reads.length, hit, extra, lost };
}

export const precision = ({ hit, extra }: Counts): number => hit / (hit + extra);
export const recall = ({ hit, lost }: Counts): number => hit / (hit + lost);
export const f1 = ({ hit, extra, lost }: Counts): number => (2 * hit) / (2 * hit + extra + lost);
