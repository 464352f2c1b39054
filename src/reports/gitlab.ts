import type { Severity } from '../content/types.js';
import { messageOf } from './elsewhere.js';
import { jsonText } from './json-text.js';
import { pathHash } from './path-hash.js';
import type { Report } from './types.js';

const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'major', warn: 'minor', info: 'info' };

/**
 * GitLab's Code Quality report (https://docs.gitlab.com/ci/testing/code_quality/): a list, with a fingerprint that
 * no other finding of the project has, so the path goes into it.
 */
export const gitlab: Report = ({ files }, { rootPathOf }) => [
  jsonText(
    files.flatMap(({ path: shown, findings }) => {
      const path = rootPathOf(shown);
      const inFile = pathHash(path);
      return findings.map((finding) => {
        const { rule, severity, advice, start, end, fingerprint } = finding;
        const message = messageOf(finding, rootPathOf);
        return {
          description: advice === '' ? message : `${message} ${advice}`,
          check_name: rule,
          fingerprint: `${fingerprint}${inFile}`,
          severity: SEVERITIES[severity],
          location: { path, lines: { begin: start.line, end: end.line } },
        };
      });
    }),
  ),
];
