import { visibleLine, visibleName } from '../content/visible.js';
import type { CheckedFile } from './lint-across.js';
import type { FindingMaker, RawFinding } from './lint-findings.js';
import { bankFlags } from './typed-command.js';

const RULE = 'unanswered-question';

/** Names that a message lists before it only counts. */
const MOST_NAMED = 5;

interface RoleFiles {
  readonly first: CheckedFile;
  readonly answered: Set<string>;
  /** True where a file, a config or the command line asks for the rule by name. */
  asked: boolean;
}

/**
 * Questions of a role that none of its files answers: one finding a role, in its first file. A folder is often a
 * part of what somebody has prepared, so this is said only to those who ask for it by name.
 */
export function unansweredOf(
  files: readonly CheckedFile[],
  makerOf: (file: CheckedFile) => FindingMaker,
  sourceOf: (file: CheckedFile) => string,
): { readonly file: CheckedFile; readonly raw: RawFinding }[] {
  const roles = new Map<string, RoleFiles>();
  for (const file of files) {
    const maker = makerOf(file);
    const role = file.facts.role ?? maker.role;
    if (role === null) continue;
    const known = roles.get(role) ?? { first: file, answered: new Set<string>(), asked: false };
    roles.set(role, known);
    if (maker.wholeRole) known.asked = true;
    for (const { question, span, rules } of file.facts.answers()) {
      if (Object.hasOwn(rules, RULE)) known.asked = true;
      if (question !== null && span.end > span.start) known.answered.add(question);
    }
  }
  return [...roles].flatMap(([role, { first, answered, asked }]) => {
    const maker = makerOf(first);
    const questions = maker.questionsOf(role);
    const open = asked && questions !== null ? questions.filter((id) => !answered.has(id)) : [];
    if (open.length === 0 || questions === null) return [];
    const names = open.slice(0, MOST_NAMED).map(visibleLine);
    const values = {
      role: visibleName(role),
      count: open.length,
      all: questions.length,
      banks: bankFlags(maker.banks)
        .map((flag) => ` ${flag}`)
        .join(''),
      names: open.length > MOST_NAMED ? `${names.join(', ')}…` : names.join(', '),
    };
    const raw = maker.own({
      rule: RULE,
      span: placeOfRole(first, sourceOf(first)),
      answer: first.facts.answers()[0] ?? null,
      values: {},
      message: maker.t('lint.role.message', values),
      advice: maker.t('lint.role.advice', values),
      words: role,
    });
    return [{ file: first, raw }];
  });
}

/** The value of `role` in the front matter or at the top of a YAML file; the file's beginning where it has none. */
function placeOfRole({ facts }: CheckedFile, source: string): { start: number; end: number } {
  const line = facts.role === null ? null : /^role[ \t]*:[ \t]*/m.exec(source);
  if (line === null || facts.role === null) return { start: 0, end: 0 };
  const start = source.indexOf(facts.role, line.index + line[0].length);
  return start < 0 ? { start: line.index, end: line.index } : { start, end: start + facts.role.length };
}
