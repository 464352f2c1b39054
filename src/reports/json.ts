import { countFindings } from './counts.js';
import { jsonPieces } from './json-text.js';
import { ruleUrl } from './rule-url.js';
import type { LintedFile, Report } from './types.js';

/** Format version; a change that breaks readers raises it. */
const VERSION = 1;

/** One versioned object on one line. Paths, messages and titles are exact; only their spelling is escaped. */
export const json: Report = function* (result, { version }) {
  const { files, answers, error, warn, info, suppressed } = countFindings(result);
  yield* jsonPieces(
    { version: VERSION, tool: { name: 'star-coach', version } },
    { name: 'results', values: result.files, dataOf: fileData },
    { summary: { files, answers, error, warn, info, suppressed } },
  );
};

function fileData({ path, answers, findings }: LintedFile) {
  return {
    path,
    answers: answers.map(({ question, title, line, language, story, parts }) => ({
      question,
      title,
      line,
      language,
      story,
      parts,
    })),
    findings: findings.map((finding) =>
      Object.assign({}, finding, { elsewhere: undefined, url: ruleUrl(finding.rule) }),
    ),
  };
}
