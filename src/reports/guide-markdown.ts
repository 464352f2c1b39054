import { localText } from '../content/localized.js';
import { printableLine } from './escape.js';
import {
  checklistProgress,
  factText,
  type GuidePage,
  type GuidePageOptions,
  withCode,
} from './guide-page.js';

/** Guides of one role as one Markdown document; a single one begins with its own title. */
export function guideMarkdown(pages: readonly GuidePage[], options: GuidePageOptions): string {
  const title = escaped(options.t('guide.document', { role: options.role }));
  const single = pages.length === 1;
  const parts = pages.map((page) => guidePart(page, options, single ? '#' : '##'));
  return single ? parts.join('') : `# ${title}\n\n${parts.join('\n')}`;
}

function guidePart(page: GuidePage, options: GuidePageOptions, level: string): string {
  const { guide, ticked } = page;
  const { t, language } = options;
  const local = (text: Parameters<typeof localText>[0]) =>
    withCode(localText(text, language), { plain: escaped, code: (piece) => `\`${printableLine(piece)}\`` });
  const heading = (text: string) => `\n${level}# ${escaped(text)}\n\n`;
  const points = (texts: readonly string[], ordered = false) =>
    texts.map((text, index) => `${ordered ? `${index + 1}.` : '-'} ${text}\n`).join('');
  const head = (['aim', 'who', 'time'] as const).flatMap((key) => {
    const text = guide[key];
    return text === null ? [] : [`**${escaped(t(`guide.${key}`))}.** ${local(text)}\n`];
  });
  return [
    `${level} ${local(guide.title)}\n\n`,
    level === '#' ? `*${escaped(options.role)}*\n\n` : '',
    head.join('\n'),
    guide.facts.length === 0
      ? ''
      : heading(t('guide.facts')) + points(guide.facts.map((fact) => escaped(factText(fact, options)))),
    ...guide.sections.map(
      (section) =>
        heading(localText(section.title, language)) + points(section.points.map(local), section.ordered),
    ),
    guide.questions.length === 0
      ? ''
      : heading(t('guide.questions')) +
        points(guide.questions.map(({ id, text }) => `${local(text)} (\`${id}\`)`)),
    guide.faults.length === 0
      ? ''
      : heading(t('guide.faults')) +
        guide.faults
          .map(
            ({ fault, bad, good }) =>
              `- ${local(fault)}\n  - ${escaped(t('guide.bad'))}: ${local(bad)}\n  - ${escaped(t('guide.good'))}: ${local(good)}\n`,
          )
          .join(''),
    heading(checklistProgress(page, t)),
    guide.checklist.map(({ id, text }) => `- [${ticked.has(id) ? 'x' : ' '}] ${local(text)}\n`).join(''),
  ].join('');
}

/** Marks of Markdown and HTML as the characters they are. */
function escaped(text: string): string {
  return printableLine(text).replace(/[\\`*_[\]<>|~&#]/g, '\\$&');
}
