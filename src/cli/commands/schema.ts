import { nearest } from '../../content/nearest.js';
import { InputError } from '../../content/problems.js';
import { visibleName } from '../../content/visible.js';
import { details } from '../commander-texts.js';
import type { CommandModule } from '../commands.js';
import { EXIT } from '../run.js';
import { jsonSchema, SCHEMA_NAMES } from '../schema/schemas.js';

export const command: CommandModule = {
  declare: (command, context, done) => {
    const { io, t } = context;
    const names = SCHEMA_NAMES.join(', ');
    command
      .argument('<what>', t('command.schema.what', { names }))
      .addHelpText('after', details(t('command.schema.details')))
      .action((what: string) => {
        const name = SCHEMA_NAMES.find((known) => known === what);
        if (name === undefined) {
          const near = nearest(what, SCHEMA_NAMES);
          throw new InputError(t('command.schema.unknown', { name: visibleName(what) }), {
            advice: near === null ? t('command.schema.known', { names }) : t('lint.did-you-mean', { near }),
          });
        }
        io.stdout.write(`${JSON.stringify(jsonSchema(name, context), null, 2)}\n`);
        done(EXIT.clean);
      });
  },
};
