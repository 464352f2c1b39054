import type { Command } from 'commander';
import type { CommandContext } from './context.js';

/** What a file in `commands/` exports as `command`. */
export interface CommandModule {
  /**
   * Declares arguments, options and help of the command. Its action returns the exit code through `done`.
   *
   * @param command already named and summarised (`command.<name>.summary` in the messages)
   */
  readonly declare: (command: Command, context: CommandContext, done: (exitCode: number) => void) => void;
}

/** What the menu asks for before it runs a command; the answer becomes the command's arguments. */
export type MenuQuestion = 'answer-file' | 'answer-files' | 'bank' | 'data' | 'rule';

export interface CommandEntry {
  readonly name: string;
  /** Absent where the command needs no arguments, or asks for them itself. */
  readonly asks?: MenuQuestion;
  /** False for what scripts and editors call, not people. */
  readonly inMenu?: false;
  readonly load: () => Promise<CommandModule>;
}

/** Every command, in the order of the help. Only the one that is called is loaded. */
export const COMMANDS: readonly CommandEntry[] = [
  { name: 'practice', load: async () => (await import('./commands/practice.js')).command },
  { name: 'mock', load: async () => (await import('./commands/mock.js')).command },
  { name: 'guide', load: async () => (await import('./commands/guide.js')).command },
  { name: 'progress', load: async () => (await import('./commands/progress.js')).command },
  { name: 'data', asks: 'data', load: async () => (await import('./commands/data.js')).command },
  { name: 'check', asks: 'answer-file', load: async () => (await import('./commands/check.js')).command },
  { name: 'lint', asks: 'answer-files', load: async () => (await import('./commands/lint.js')).command },
  { name: 'banks', asks: 'bank', load: async () => (await import('./commands/banks.js')).command },
  { name: 'rules', load: async () => (await import('./commands/rules.js')).command },
  { name: 'explain', asks: 'rule', load: async () => (await import('./commands/explain.js')).command },
  { name: 'init', load: async () => (await import('./commands/init.js')).command },
  { name: 'config', load: async () => (await import('./commands/config.js')).command },
  {
    name: 'schema',
    inMenu: false,
    load: async () => (await import('./commands/schema.js')).command,
  },
  {
    name: 'completion',
    inMenu: false,
    load: async () => (await import('./commands/completion.js')).command,
  },
  { name: 'lsp', inMenu: false, load: async () => (await import('./commands/lsp.js')).command },
];
