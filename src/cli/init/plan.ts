import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { STAGES } from '../../content/interview.js';
import { InputError } from '../../content/problems.js';
import type { Bank } from '../../content/types.js';
import { visibleLine } from '../../content/visible.js';
import { configsIn } from '../../store/config-search.js';
import { leadsOut } from '../../store/leads-out.js';
import { readTextFile } from '../../store/read-file.js';
import { repositoryOf } from '../../store/repository.js';
import { shownPath, slashes } from '../../store/shown-path.js';
import type { CommandContext } from '../context.js';
import { answersTemplate } from './answers-template.js';
import { configTemplate } from './config-template.js';
import { workflowTemplate } from './workflow-template.js';

/** A file that `init` would make. */
export interface PlannedFile {
  /** Absolute. */
  readonly path: string;
  readonly text: () => Promise<string>;
  /** What is there in its place already; null: nothing. */
  readonly instead: string | null;
}

export interface PlanOptions {
  /** Absolute folder that gets the config and the answers. */
  readonly folder: string;
  readonly bank: Bank;
  /** Absolute paths of banks of one's own. */
  readonly banks: readonly string[];
}

/** Beside the config where the program is not installed in the project, for then no package holds it. */
const SCHEMA_BESIDE = 'star-coach.schema.json';
const SCHEMAS_IN_PACKAGE = 'node_modules/star-coach/dist/schemas';

/**
 * The files for one role, in the order they are shown.
 *
 * @throws InputError for a bank that no config may name
 */
export function planFiles({ folder, bank, banks }: PlanOptions, context: CommandContext): PlannedFile[] {
  const { io, content, language, t } = context;
  const file = (path: string, text: PlannedFile['text'], instead?: string): PlannedFile => ({
    path,
    text,
    instead: instead ?? (existsSync(path) ? path : null),
  });
  const [config] = configsIn(folder);
  const installed = installedSchema(folder, 'config');
  const schema = installed === null ? `./${SCHEMA_BESIDE}` : fromTo(folder, installed);
  const repository = repositoryOf(folder);
  if (config === undefined && repository !== null) refuseBanksOutside(banks, repository, context);
  const root = repository ?? folder;
  const answers = { language, t, framework: content.framework };
  const stages = STAGES.filter((stage) => bank.questions.some((question) => question.stage === stage));
  return [
    ...stages.map((stage) =>
      file(join(folder, 'answers', `${stage}.md`), async () => answersTemplate(bank, stage, answers)),
    ),
    file(
      join(folder, 'star-coach.config.yaml'),
      async () => {
        const own = banks.map((path) => fromTo(folder, path));
        return configTemplate({ role: bank.role, language, banks: own, schema, t });
      },
      config?.path,
    ),
    ...(config === undefined && installed === null
      ? [file(join(folder, SCHEMA_BESIDE), () => schemaText(context))]
      : []),
    file(join(root, '.github', 'workflows', 'star-coach.yml'), async () =>
      workflowTemplate({ version: io.version, folder: slashes(relative(root, folder)) }),
    ),
  ];
}

/** The role that the answers in place of those of a plan are for, where it is another one; null: there is none. */
export function otherRole(files: readonly PlannedFile[], { role }: Pick<Bank, 'role'>): string | null {
  for (const { instead } of files) {
    if (instead === null || !instead.endsWith('.md')) continue;
    const there = /^\uFEFF?---\r?\n(?:(?!---).*\r?\n)*?role: *["']?([\w-]+)/.exec(
      readTextFile(instead).source ?? '',
    )?.[1];
    if (there !== undefined && there !== role) return there;
  }
  return null;
}

/** A config may name no bank there, so the first `lint` would refuse the one that is made. */
function refuseBanksOutside(banks: readonly string[], repository: string, { io, t }: CommandContext): void {
  const path = banks.find((bank) => leadsOut(repository, bank));
  if (path === undefined) return;
  const shown = (file: string) => visibleLine(shownPath(file, io.cwd));
  throw new InputError(t('config.outside', { path: shown(path) }), {
    advice: t('init.bank-outside', { repository: shown(repository) }),
  });
}

/** A schema inside the package, where the folder or one above it has the package. */
export function installedSchema(folder: string, name: 'config' | 'bank'): string | null {
  for (let at = folder; ; at = dirname(at)) {
    const schema = join(at, SCHEMAS_IN_PACKAGE, `${name}.json`);
    if (existsSync(schema)) return schema;
    if (dirname(at) === at) return null;
  }
}

async function schemaText(context: CommandContext): Promise<string> {
  const { jsonSchema } = await import('../schema/schemas.js');
  return `${JSON.stringify(jsonSchema('config', context), null, 2)}\n`;
}

/** The way from a folder to a file, as a text file of any system may hold it. */
export function fromTo(folder: string, path: string): string {
  const way = slashes(relative(folder, path));
  return way.startsWith('../') ? way : `./${way}`;
}
