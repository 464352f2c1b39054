import type { Level, QuestionKind, Stage } from './types.js';

/** Stages of hiring, in the order a candidate goes through them. */
export const STAGES = [
  'phone',
  'hr',
  'professional',
  'role-play',
  'case',
  'manager',
] as const satisfies readonly Stage[];

export const LEVELS = ['junior', 'middle', 'senior'] as const satisfies readonly Level[];

export const KINDS = [
  'behavioral',
  'hypothetical',
  'professional',
  'motivation',
  'provocative',
  'self-introduction',
  'objection',
  'negotiation',
  'case',
  'presentation',
] as const satisfies readonly QuestionKind[];
