import type { ArtifactLocation, Log, ReportingDescriptor, Result, Suppression } from 'sarif';
import type { Severity } from '../content/types.js';
import { messageOf } from './elsewhere.js';
import { jsonText } from './json-text.js';
import { sarifRule } from './sarif-rule.js';
import type { LintFinding, Report, SuppressedFinding } from './types.js';
import { pathUri } from './uri.js';

const LEVELS = { error: 'error', warn: 'warning', info: 'note' } as const satisfies Record<Severity, string>;

/** Name of the folder that paths are relative to; the one GitHub's own tools use. */
const ROOT = '%SRCROOT%';

/**
 * SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html) as GitHub's code scanning and editors
 * read it: places in UTF-16 units, relative URIs, fingerprints that stay when lines move, rules with what `explain`
 * says of them. Findings that were switched off are there as suppressed.
 */
export const sarif: Report = ({ files }, options) => {
  const { version, t, rules, rootPathOf } = options;
  const known = new Map(rules().map((rule) => [rule.id, rule]));
  const numbers = new Map<string, number>();
  const descriptors: ReportingDescriptor[] = [];
  const numberOf = (rule: string, severity: Severity): number => {
    const number = numbers.get(rule) ?? descriptors.length;
    if (number === descriptors.length) {
      numbers.set(rule, number);
      descriptors.push(
        sarifRule(rule, LEVELS[known.get(rule)?.severity ?? severity], known.get(rule), options),
      );
    }
    return number;
  };
  // Where one result says whether it is suppressed, all have to.
  const tellsSuppressed = files.some(({ suppressions = [] }) => suppressions.length > 0);
  const results = files.flatMap(({ path, findings, suppressions = [] }) => {
    const artifactLocation = locationOf(rootPathOf(path));
    const one = (finding: LintFinding, suppressed: Suppression[]): Result => {
      const message = messageOf(finding, rootPathOf);
      return {
        ruleId: finding.rule,
        ruleIndex: numberOf(finding.rule, finding.severity),
        level: LEVELS[finding.severity],
        message: { text: finding.advice === '' ? message : `${message}\n${finding.advice}` },
        locations: [{ physicalLocation: { artifactLocation, region: regionOf(finding) } }],
        partialFingerprints: { 'starCoach/v1': finding.fingerprint },
        ...(tellsSuppressed ? { suppressions: suppressed } : {}),
      };
    };
    return [
      ...findings.map((finding) => one(finding, [])),
      ...suppressions.map((finding) => one(finding, [suppressionOf(finding)])),
    ];
  });
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'star-coach', version, semanticVersion: version, rules: descriptors } },
        invocations: [{ executionSuccessful: true }],
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [ROOT]: { description: { text: t('report.root') } } },
        results,
      },
    ],
  };
  return [jsonText(log)];
};

/** A path that leads out of the folder has no place under its root. */
function locationOf(path: string): ArtifactLocation {
  const uri = pathUri(path);
  return uri.startsWith('../') || uri.startsWith('file:') ? { uri } : { uri, uriBaseId: ROOT };
}

function regionOf({ start, end }: LintFinding) {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function suppressionOf({ by, reason }: SuppressedFinding): Suppression {
  return {
    kind: by === 'comment' ? 'inSource' : 'external',
    ...(reason === null ? {} : { justification: reason }),
  };
}
