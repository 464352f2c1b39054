import type { Report } from './types.js';

/** Every lint report by the name `--format` takes: registry, help and type in one. Only those asked for are loaded. */
export const REPORTS = {
  stylish: async () => (await import('./stylish.js')).stylish,
  unix: async () => (await import('./unix.js')).unix,
  json: async () => (await import('./json.js')).json,
  sarif: async () => (await import('./sarif.js')).sarif,
  github: async () => (await import('./github.js')).github,
  gitlab: async () => (await import('./gitlab.js')).gitlab,
  junit: async () => (await import('./junit.js')).junit,
  checkstyle: async () => (await import('./checkstyle.js')).checkstyle,
  markdown: async () => (await import('./markdown.js')).markdown,
  html: async () => (await import('./html.js')).html,
} as const satisfies Record<string, () => Promise<Report>>;

export type ReportName = keyof typeof REPORTS;

export const REPORT_NAMES = Object.keys(REPORTS) as readonly ReportName[];
