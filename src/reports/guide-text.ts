import type { Guide } from '../content/guide-types.js';
import { localText } from '../content/localized.js';
import type { Translate } from '../content/messages.js';
import type { Localized } from '../content/types.js';
import { beside, hanging, linesOf, padded, widest } from './answer-layout.js';
import {
  checklistProgress,
  factText,
  type GuidePage,
  type GuidePageOptions,
  rehearsalCommand,
} from './guide-page.js';
import type { Paint } from './types.js';

export interface GuideTextOptions extends GuidePageOptions {
  readonly paint: Paint;
  /** Columns of the window. */
  readonly columns: number;
  /** False where the terminal knows ASCII alone. */
  readonly unicode: boolean;
  /** What is typed to run a command next. */
  readonly typedCommand: (...words: readonly string[]) => string;
}

/** Widest line of a guide: what is read at length is set narrower than a table. */
const WIDEST = 80;
const NARROWEST = 20;

/** One guide as a page for the terminal. */
export function guideText(page: GuidePage, options: GuideTextOptions): string {
  const { guide } = page;
  const { t, paint } = options;
  const write = pageWriter(options);
  const { width, local, heading, points, commands } = write;
  const own = ['guide', guide.role, guide.topic];
  const facts = guide.facts.map((fact) => factText(fact, options));
  const lines = [
    ...linesOf(local(guide.title), width).map((line) => paint('bold', line)),
    ...linesOf(options.role, width).map((line) => paint('dim', line)),
    '',
    ...head(page, options, width),
    ...(facts.length === 0 ? [] : [...heading(t('guide.facts')), ...points(facts)]),
    ...guide.sections.flatMap((section) => [
      ...heading(local(section.title)),
      ...points(section.points.map(local), section.ordered),
    ]),
    ...questionLines(guide, t, write),
    ...faultLines(guide, options, write),
    ...heading(checklistProgress(page, t)),
    ...checklist(page, options, width),
    ...commands('guide.how-to-tick', [...own, '--tick', '1'], [...own, '--checklist']),
  ];
  return `${lines.join('\n')}\n`;
}

/** What the blocks of a page are written with. */
type PageWriter = ReturnType<typeof pageWriter>;

function pageWriter(options: GuideTextOptions) {
  const { t, paint, language } = options;
  const width = widthOf(options);
  const mark = options.unicode
    ? { point: '•', wrong: '✗', right: '✓' }
    : { point: '*', wrong: '-', right: '+' };
  // A command is copied whole: the window breaks it, not we.
  const typed = (command: string) => `    ${paint('cyan', command)}`;
  return {
    width,
    mark,
    typed,
    local: (text: Localized) => localText(text, language).replaceAll('`', ''),
    points: (texts: readonly string[], ordered = false) =>
      texts.map((text, index) => hanging(`  ${ordered ? `${index + 1}.` : mark.point} `, text, width)),
    heading: (text: string) => ['', ...linesOf(text, width).map((line) => paint('bold', line))],
    /** @param key of the words above the commands */
    commands: (key: string, ...typedOnes: readonly (readonly string[])[]) => [
      ...hanging('  ', t(key), width)
        .split('\n')
        .map((line) => paint('dim', line)),
      ...typedOnes.map((words) => typed(options.typedCommand(...words))),
    ],
  };
}

/** The questions of the bank that belong to the guide, and how to rehearse them. */
function questionLines(guide: Guide, t: Translate, write: PageWriter): string[] {
  const { width, mark, local, heading, typed, commands } = write;
  if (guide.questions.length === 0) return [];
  const rehearse = rehearsalCommand(guide);
  return [
    ...heading(t('guide.questions')),
    ...guide.questions.flatMap(({ id, text }) => [
      hanging(`  ${mark.point} `, local(text), width),
      typed(id),
    ]),
    ...(rehearse === null ? [] : commands(rehearse.key, rehearse.words)),
  ];
}

/** What candidates get wrong, each said badly and said well. */
function faultLines(
  { faults }: Guide,
  { t, paint }: GuideTextOptions,
  { width, mark, local, heading }: PageWriter,
): string[] {
  if (faults.length === 0) return [];
  return [
    ...heading(t('guide.faults')),
    ...faults.flatMap(({ fault, bad, good }) => [
      hanging(`  ${mark.point} `, local(fault), width),
      hanging(`    ${paint('red', mark.wrong)} `, local(bad), width),
      hanging(`    ${paint('green', mark.right)} `, local(good), width),
    ]),
  ];
}

/** The checklist alone, as it is shown after a change. */
export function checklistText(page: GuidePage, options: Omit<GuideTextOptions, 'role'>): string {
  const width = widthOf(options);
  return `${[...checklist(page, options, width), checklistProgress(page, options.t)].join('\n')}\n`;
}

function checklist(
  { guide, ticked }: GuidePage,
  { paint, language }: Pick<GuideTextOptions, 'paint' | 'language'>,
  width: number,
): string[] {
  return guide.checklist.map(({ id, text }, index) => {
    const number = String(index + 1).padStart(String(guide.checklist.length).length);
    const mark = `  [${ticked.has(id) ? 'x' : ' '}] ${number}. `;
    const lines = hanging(mark, localText(text, language), width);
    return ticked.has(id) ? lines.replace('[x]', paint('green', '[x]')) : lines;
  });
}

function widthOf({ columns }: Pick<GuideTextOptions, 'columns'>): number {
  return Math.max(NARROWEST, Math.min(columns, WIDEST));
}

/** What the stage is for, who takes part, how long it lasts: names in a column, texts beside them. */
function head({ guide }: GuidePage, { t, paint, language }: GuideTextOptions, width: number): string[] {
  const rows = (['aim', 'who', 'time'] as const).flatMap((key) => {
    const text = guide[key];
    return text === null ? [] : [{ name: t(`guide.${key}`), text: localText(text, language) }];
  });
  const column = widest(rows.map(({ name }) => name)) + 2;
  return rows.map(({ name, text }) => beside(paint('dim', padded(name, column)), text, width));
}
