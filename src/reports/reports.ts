import { github } from './github.js';
import { json } from './json.js';
import { stylish } from './stylish.js';
import type { Report } from './types.js';
import { unix } from './unix.js';

/** Every lint report by the name `--format` takes: registry, help and type in one. */
export const REPORTS = { stylish, unix, json, github } as const satisfies Record<string, Report>;

export type ReportName = keyof typeof REPORTS;

export const REPORT_NAMES = Object.keys(REPORTS) as readonly ReportName[];
