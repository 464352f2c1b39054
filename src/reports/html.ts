import { localText } from '../content/localized.js';
import { SEVERITIES } from '../content/severities.js';
import { countFindings } from './counts.js';
import { fileSection } from './html-file.js';
import { html as escaped, page } from './session-page.js';
import { summaryLine } from './summary.js';
import type { LintResult, Report, ReportOptions } from './types.js';

/**
 * One page that needs nothing beside itself and runs nothing: the answers of each file with their parts marked and
 * their findings below; boxes at the top choose which findings are shown. It can be read in light and dark, by
 * keyboard and aloud, and prints.
 */
export const html: Report = (result, options) => {
  const { language, t } = options;
  const files = result.files.map((file, index) => fileSection(file, index, options));
  const body = [
    `<h1>${escaped(t('report.page.title'))}</h1>`,
    `<p class="quiet">${escaped(summaryLine(result, t))}</p>`,
    countFindings(result).findings === 0 ? '' : filters(result, options) + ruleTable(result, options),
    ...files,
    `<p class="quiet">${escaped(t('report.page.written', { version: options.version }))}</p>`,
  ];
  return [page({ title: t('report.page.title'), language, body: `${body.join('\n')}\n`, style: STYLE })];
};

/** Boxes that hide and show findings by severity; style sheets do the work. */
function filters(result: LintResult, { t }: ReportOptions): string {
  const counts = countFindings(result);
  const boxes = SEVERITIES.filter((severity) => counts[severity] > 0).map(
    (severity) =>
      `<label class="badge ${severity}"><input type="checkbox" id="show-${severity}" checked> ${escaped(
        t(`report.count.${severity}`, { count: counts[severity] }),
      )}</label>`,
  );
  return `<fieldset class="filters"><legend>${escaped(t('report.page.show'))}</legend>\n${boxes.join('\n')}\n</fieldset>\n`;
}

/** How often each rule reported, the most frequent first. */
function ruleTable({ files }: LintResult, { t, rules, language }: ReportOptions): string {
  const counts = new Map<string, number>();
  for (const { findings } of files)
    for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const texts = new Map(rules().map(({ id, summary }) => [id, localText(summary, language)]));
  const rows = [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(
      ([rule, count]) =>
        `<tr><th scope="row"><code>${escaped(rule)}</code></th><td>${escaped(texts.get(rule) ?? '')}</td><td>${count}</td></tr>`,
    );
  const head = ['rule', 'about', 'times'].map(
    (name) => `<th scope="col">${escaped(t(`report.column.${name}`))}</th>`,
  );
  return `<details class="rules"><summary>${escaped(t('report.page.rules'))}</summary>
<table><thead><tr>${head.join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table></details>`;
}

const STYLE = `.filters { border: 0; padding: 0; margin: 1rem 0; display: flex; flex-wrap: wrap; gap: .25rem .5rem; }
.filters legend { padding: 0; margin-bottom: .25rem; }
.filters label { cursor: pointer; padding: .15rem .75rem; }
.error { --own: var(--again); } .warn { --own: var(--t); } .info { --own: var(--s); }
${SEVERITIES.map((severity) => `body:has(#show-${severity}:not(:checked)) .finding.${severity} { display: none; }`).join('\n')}
details.file { border: 1px solid var(--line); border-radius: .5rem; margin: 1rem 0; padding: 0 1rem; }
details.file > summary { padding: .6rem 0; cursor: pointer; }
details.rules > summary { cursor: pointer; padding: .25rem 0; }
details.rules table { margin: .5rem 0 1rem; }
details.rules td { text-align: left; } details.rules td:last-child { text-align: right; }
summary h2 { display: inline; font-size: 1.1rem; overflow-wrap: anywhere; }
:focus-visible { outline: 2px solid var(--s); outline-offset: 2px; }
section.one { margin: 0 0 1.5rem; }
section.one > h3 { overflow-wrap: anywhere; }
.answer { max-width: none; white-space: pre-wrap; }
.answer a { font-size: .75em; font-weight: 600; vertical-align: super; line-height: 1; text-decoration: none; padding: 0 .15em; color: var(--own); }
ol.findings { list-style: none; padding: 0; }
.finding { border-left: 3px solid var(--own); padding: .15rem 0 .15rem .75rem; margin: .75rem 0; max-width: none; overflow-wrap: anywhere; }
.finding p { margin: .15rem 0; max-width: none; }
.finding .advice { color: var(--quiet); }
.finding code { font-size: .875em; }
code { overflow-wrap: anywhere; }
@media (max-width: 40rem) { details.file { padding: 0 .6rem; } details.rules th, details.rules td { padding: .3rem .35rem; } }
@media print { .filters, details.rules { display: none; } details.file { border: 0; padding: 0; } .finding { break-inside: avoid; } }
`;
