import { nearest } from '../../content/nearest.js';
import { InputError } from '../../content/problems.js';
import { visibleName } from '../../content/visible.js';
import type { CommandModule } from '../commands.js';
import type { CommandContext } from '../context.js';
import { showRule } from '../rules/explanation.js';
import { EXIT } from '../run.js';
import { typedCommand } from '../typed-command.js';

/** Width of what is piped: a page of prose. */
const PIPED = 80;

export const command: CommandModule = {
  declare: (command, context, done) => {
    const { io, content, t } = context;
    command
      .argument('<rule>', t('command.explain.rule'))
      .addHelpText('after', `\n${t('command.explain.examples')}`)
      .action((id: string) => {
        const rule = content.rules().find((known) => known.id === id);
        if (rule === undefined) throw unknown(id, context);
        const { answerLanguages } = content.index;
        io.stdout.write(showRule(rule, { answerLanguages, columns: io.stdout.columns ?? PIPED }, context));
        done(EXIT.clean);
      });
  },
};

function unknown(id: string, { io, content, t }: CommandContext): InputError {
  const near = nearest(
    id,
    content.rules().map((rule) => rule.id),
  );
  const key = near === null ? 'command.explain.unknown' : 'command.explain.unknown-near';
  const advice = t('command.explain.see-list', { command: typedCommand(io, 'rules') });
  return new InputError(t(key, { rule: visibleName(id), near: near ?? '' }), { advice });
}
