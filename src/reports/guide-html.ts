import { localText } from '../content/localized.js';
import {
  checklistProgress,
  factText,
  type GuidePage,
  type GuidePageOptions,
  withCode,
} from './guide-page.js';
import { html, page } from './session-page.js';

/** Guides of one role as one page that needs nothing beside itself; several get a table of contents. */
export function guideHtml(pages: readonly GuidePage[], options: GuidePageOptions): string {
  const { language, t, role } = options;
  const [first] = pages;
  const single = pages.length === 1 && first !== undefined;
  const title = single ? localText(first.guide.title, language) : t('guide.document', { role });
  const contents = pages.map(
    ({ guide }) => `<li><a href="#${html(guide.topic)}">${html(localText(guide.title, language))}</a></li>\n`,
  );
  const body = [
    `<h1>${html(title)}</h1>\n`,
    single ? `<p class="quiet">${html(role)}</p>\n` : '',
    single ? '' : `<nav aria-label="${html(t('guide.contents'))}"><ul>\n${contents.join('')}</ul></nav>\n`,
    ...pages.map((each) => guideSection(each, options, single)),
  ].join('');
  return page({ title, language, body, style: STYLE });
}

function guideSection(each: GuidePage, options: GuidePageOptions, single: boolean): string {
  const { guide, ticked } = each;
  const { language, t } = options;
  const level = single ? 2 : 3;
  const local = (text: Parameters<typeof localText>[0]) =>
    withCode(localText(text, language), { plain: html, code: (piece) => `<code>${html(piece)}</code>` });
  const heading = (text: string) => `<h${level}>${html(text)}</h${level}>\n`;
  const items = (texts: readonly string[]) => texts.map((item) => `<li>${item}</li>\n`).join('');
  const list = (texts: readonly string[], kind = '') =>
    `<ul${kind === '' ? '' : ` class="${kind}"`}>\n${items(texts)}</ul>\n`;
  const head = (['aim', 'who', 'time'] as const).flatMap((key) => {
    const text = guide[key];
    return text === null ? [] : [`<dt>${html(t(`guide.${key}`))}</dt><dd>${local(text)}</dd>\n`];
  });
  const faults = guide.faults.map(
    ({ fault, bad, good }) =>
      `${local(fault)}<p class="said again"><b>${html(t('guide.bad'))}</b> ${local(bad)}</p><p class="said good"><b>${html(t('guide.good'))}</b> ${local(good)}</p>`,
  );
  return [
    `<section id="${html(guide.topic)}">\n`,
    single ? '' : `<h2>${local(guide.title)}</h2>\n`,
    `<dl class="head">\n${head.join('')}</dl>\n`,
    guide.facts.length === 0
      ? ''
      : heading(t('guide.facts')) + list(guide.facts.map((fact) => html(factText(fact, options)))),
    ...guide.sections.map(
      ({ title, ordered, points }) =>
        heading(localText(title, language)) +
        (ordered ? `<ol>\n${items(points.map(local))}</ol>\n` : list(points.map(local))),
    ),
    guide.questions.length === 0
      ? ''
      : heading(t('guide.questions')) +
        list(guide.questions.map(({ id, text }) => `${local(text)} <code>${html(id)}</code>`)),
    guide.faults.length === 0 ? '' : heading(t('guide.faults')) + list(faults, 'faults'),
    heading(checklistProgress(each, t)),
    list(
      guide.checklist.map(
        ({ id, text }) =>
          `<label><input type="checkbox"${ticked.has(id) ? ' checked' : ''}> <span>${local(text)}</span></label>`,
      ),
      'checklist',
    ),
    '</section>\n',
  ].join('');
}

const STYLE = `main { max-width: 52rem; }
dl.head { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .35rem 1rem; margin: 1rem 0; background: var(--raised); border-radius: .5rem; padding: .75rem 1rem; }
dl.head dt { color: var(--quiet); } dl.head dd { margin: 0; }
section > h3 { margin-top: 1.75rem; }
code { color: var(--quiet); font-size: .85em; overflow-wrap: anywhere; }
.faults > li { margin: .75rem 0; }
.said { border-left: 3px solid var(--own); padding-left: .75rem; margin: .35rem 0; }
.said b { color: var(--own); font-weight: 600; }
.said.again { --own: var(--again); } .said.good { --own: var(--good); }
.checklist { list-style: none; padding: 0; }
.checklist label { display: flex; gap: .6rem; align-items: baseline; cursor: pointer; }
:focus-visible { outline: 2px solid var(--s); outline-offset: 2px; }
@media (max-width: 32rem) { dl.head { grid-template-columns: minmax(0, 1fr); } dl.head dd { margin-bottom: .5rem; } }
@media print { section + section { break-before: page; } .faults > li, .checklist li { break-inside: avoid; } nav { display: none; } dl.head { border: 1px solid var(--line); } }
`;
