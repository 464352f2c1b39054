import { type GuideSource, guideSchema } from '../../src/content/guide-schema.js';
import type { Guide, GuideSummary } from '../../src/content/guide-types.js';
import type { Translate } from '../../src/content/messages.js';
import type { Problem } from '../../src/content/problems.js';
import type { Bank } from '../../src/content/types.js';
import { validate } from '../../src/content/validate.js';
import type { ParsedYaml } from '../../src/content/yaml.js';

/** A guide for each role it is written for, ready to be shown without its bank. */
export interface CompiledGuides {
  /** By role as the banks come, then in the order a candidate reads them. */
  readonly summaries: readonly GuideSummary[];
  readonly guides: readonly Guide[];
  readonly problems: readonly Problem[];
}

/**
 * Reads the files of `data/guides/`: `topic.yaml` for several roles, `role.topic.yaml` for one.
 *
 * @param banks guides carry the words of the questions they point to
 * @param whole whether these are all banks: where a file of them could not be read, no question is unknown
 */
export function compileGuides(
  files: readonly { readonly name: string; readonly parsed: ParsedYaml }[],
  {
    banks,
    whole,
    languages,
    t,
  }: {
    readonly banks: readonly Bank[];
    readonly whole: boolean;
    readonly languages: readonly string[];
    readonly t: Translate;
  },
): CompiledGuides {
  const problems: Problem[] = [];
  const sources: GuideSource[] = [];
  const schema = guideSchema({
    languages,
    own: false,
    roles: whole ? banks.map(({ role }) => role) : null,
    questions: whole ? banks.flatMap(({ questions }) => questions.map(({ id }) => id)) : null,
  });
  const homes = new Map<string, string>();
  for (const { name, parsed } of files) {
    const { value: source, problems: found } = validate(schema, parsed, t);
    if (source === null) {
      problems.push(...found);
      continue;
    }
    const report = (at: (string | number)[], key: string, values = {}) =>
      problems.push({ path: parsed.path, ...parsed.locate(at), message: t(key, values) });
    if (name !== source.topic && !source.roles.some((role) => name === `${role}.${source.topic}`))
      report(['topic'], 'content.file-name', { name: source.topic });
    for (const role of source.roles) {
      const key = `${role}.${source.topic}`;
      const home = homes.get(key);
      if (home !== undefined) report(['topic'], 'content.twice-in', { name: key, path: home });
      homes.set(key, parsed.path);
    }
    sources.push(source);
  }
  sources.sort((one, other) => one.order - other.order || (one.topic < other.topic ? -1 : 1));
  const guides = banks.flatMap((bank) =>
    sources.filter(({ roles }) => roles.includes(bank.role)).map((source) => guideFor(bank, source)),
  );
  const summaries = guides.map(({ role, topic, title, checklist }) => ({
    role,
    topic,
    title,
    checklist: checklist.map(({ id }) => id),
  }));
  return { summaries, guides, problems };
}

/** What a file says to one role. */
function guideFor(bank: Bank, source: GuideSource): Guide {
  const { role } = bank;
  const said = <T extends { readonly only: string | null }>(entries: readonly T[]): Omit<T, 'only'>[] =>
    entries.filter(({ only }) => only === null || only === role).map(({ only: _, ...entry }) => entry);
  const { topic, title, aim, who, time } = source;
  return {
    role,
    topic,
    title,
    aim,
    who,
    time,
    facts: said(source.facts),
    sections: said(source.sections)
      .map(({ title, ordered, points }) => ({
        title,
        ordered,
        points: said(points).map(({ text: point }) => point),
      }))
      .filter(({ points }) => points.length > 0),
    questions: source.questions.flatMap((wanted) =>
      bank.questions.filter(({ id }) => id === wanted).map(({ id, text, stage }) => ({ id, text, stage })),
    ),
    faults: said(source.faults),
    checklist: said(source.checklist),
  };
}
