import type { Translate } from '../content/messages.js';
import { printableLine } from './escape.js';
import { summaryLine } from './summary.js';
import type { LintFinding, Report } from './types.js';

/** GitHub takes comments of 65,536 characters, and GitLab cuts long ones; a sum and what comes first fit. */
const LONGEST = 50_000;

/** For comments on pull requests and summaries of CI jobs: a sum, and a table of findings as long as a comment may be. */
export const markdown: Report = (result, { t }) => {
  const rows = result.files.flatMap(({ path, findings }) => findings.map((finding) => row(path, finding, t)));
  const title = `**${markdownText(summaryLine(result, t))}**\n`;
  if (rows.length === 0) return [title];
  const columns = ['place', 'severity', 'finding', 'rule'].map((name) => t(`report.column.${name}`));
  const head = `| ${columns.join(' | ')} |\n|${' --- |'.repeat(columns.length)}\n`;
  let table = '';
  let shown = 0;
  for (const next of rows) {
    if (table.length + next.length > LONGEST) break;
    table += next;
    shown += 1;
  }
  const left = rows.length - shown;
  return [`${title}\n${head}${table}${left === 0 ? '' : `\n${t('report.more', { count: left })}\n`}`];
};

function row(path: string, { rule, severity, message, advice, start }: LintFinding, t: Translate): string {
  const place = `${markdownText(path)}:${start.line}:${start.column}`;
  const told = advice === '' ? markdownText(message) : `${markdownText(message)}<br>${markdownText(advice)}`;
  return `| ${place} | ${t(`report.severity.${severity}`)} | ${told} | \`${rule}\` |\n`;
}

/**
 * Untrusted text in a cell of a table: markup is text, and «@name» and «#1» call nobody: what stands after
 * them is parted from them by an empty comment.
 */
function markdownText(text: string): string {
  return printableLine(text)
    .replace(/[\\`*_[\]<>|~$&^]/g, '\\$&')
    .replace(/[@#](?=[\p{L}\p{N}_])/gu, '$&<!-- -->');
}
