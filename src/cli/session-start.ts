import { isatty } from 'node:tty';
import { Option } from 'commander';
import { nearest } from '../content/nearest.js';
import { InputError } from '../content/problems.js';
import type { Bank } from '../content/types.js';
import type { Terminal } from '../terminal/keyboard.js';
import { choose } from '../terminal/menu.js';
import { inLanguage } from '../terminal/text-style.js';
import { isAttended } from './attended.js';
import type { CommandContext } from './context.js';
import { showsUnicode } from './shows-unicode.js';
import { typedCommand } from './typed-command.js';

/**
 * Where the window was closed, Node aborts while it sets the terminal back, and systems report a crash: the
 * process ends by the hang-up before that.
 */
function endWithTerminal(): void {
  if (isatty(0)) return;
  process.removeAllListeners('SIGHUP');
  process.kill(process.pid, 'SIGHUP');
}

/**
 * Both ends of the terminal.
 *
 * @throws InputError where one of them is no terminal: a prompt would wait for ever
 */
export function openTerminal({ io, t }: CommandContext, command: string): Terminal {
  if (!isAttended(io)) {
    const instead = { check: typedCommand(io, 'check'), lint: typedCommand(io, 'lint') };
    throw new InputError(t('session.no-terminal', { command, ...instead }));
  }
  if (isatty(0) && !process.listeners('exit').includes(endWithTerminal))
    process.once('exit', endWithTerminal);
  const { stdin, stdout } = io as unknown as Terminal;
  return {
    stdin,
    stdout,
    plain: io.argv.includes('--plain') || io.env.TERM === 'dumb',
    unicode: showsUnicode(io.env),
  };
}

/** Option of every command that asks: `openTerminal` looks for it. */
export function plainOption({ t }: CommandContext): Option {
  return new Option('--plain', t('session.plain'));
}

/**
 * The bank of a role; without a role it is asked for.
 *
 * @returns null where the menu was left with Ctrl-C
 * @throws InputError on a role that has no bank
 */
export async function chooseRole(
  { content, t, paint, language }: CommandContext,
  terminal: Terminal,
  role: string | undefined,
): Promise<Bank | null> {
  const { banks } = content.index;
  if (role !== undefined) {
    const bank = content.bank(role);
    if (bank) return bank;
    const roles = banks.map((known) => known.role);
    const near = nearest(role, roles);
    throw new InputError(t('session.no-such-role', { role, roles: roles.join(', ') }), {
      advice: near === null ? t('session.own-role') : t('session.did-you-mean', { name: near }),
    });
  }
  const chosen = await choose({
    terminal,
    paint,
    message: t('session.which-role'),
    keys: t('session.keys'),
    items: banks.map((bank) => ({ value: bank.role, name: inLanguage(bank.name, language) })),
  });
  return chosen === null ? null : content.bank(chosen);
}

/** Names a session after its start and its process: unique on one machine, good for a file. */
export function sessionName(now: number): string {
  return `${new Date(now).toISOString().replace(/[:.]/g, '-')}-${process.pid}`;
}
