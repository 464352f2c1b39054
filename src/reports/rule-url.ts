/** Where a rule is explained, relative to the root of the project. */
export function ruleUrl(rule: string): string {
  return `docs/rules/${encodeURIComponent(rule)}.md`;
}
