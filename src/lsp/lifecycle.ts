import {
  ErrorCodes,
  LogMessageNotification,
  Message,
  type MessageStrategy,
  MessageType,
  type MessageWriter,
} from 'vscode-languageserver-protocol';
import { fits } from './params.js';

/**
 * Refuses what the protocol does not allow: anything before `initialize`, a second `initialize`, requests after
 * `shutdown`, and parameters that are not those of their method. Notifications, which nobody can answer, are dropped
 * then; `exit` always gets through.
 */
export function gate(writer: MessageWriter): MessageStrategy {
  let phase: 'new' | 'open' | 'shut' = 'new';
  const refusal = (method: string, params: unknown) => {
    if (phase === 'new' && method !== 'initialize')
      return { code: ErrorCodes.ServerNotInitialized, message: 'The first request is "initialize".' };
    if (phase === 'open' && method === 'initialize')
      return { code: ErrorCodes.InvalidRequest, message: 'The server is initialized already.' };
    if (phase === 'shut') return { code: ErrorCodes.InvalidRequest, message: 'The server is shut down.' };
    return fits(method, params) ? null : { code: ErrorCodes.InvalidParams, message: misfit(method) };
  };
  const log = (message: string) => {
    const params = { type: MessageType.Error, message };
    return writer.write({ jsonrpc: '2.0', method: LogMessageNotification.method, params } as Message);
  };
  return {
    handleMessage: (message, next) => {
      if (Message.isRequest(message)) {
        const { id, method, params } = message;
        const error = refusal(method, params);
        if (error !== null) return writer.write({ jsonrpc: '2.0', id, error } as Message);
        if (method === 'initialize') phase = 'open';
        if (method === 'shutdown') phase = 'shut';
      } else if (Message.isNotification(message) && message.method !== 'exit') {
        if (phase !== 'open') return;
        const { method, params } = message;
        if (!fits(method, params)) return log(misfit(method));
      }
      return next(message);
    },
  };
}

function misfit(method: string): string {
  return `The parameters of "${method}" are not those of the protocol.`;
}

/** Milliseconds between two looks at whether a process is still there. */
const LOOK = 3000;

/**
 * Calls once a process is gone. One that cannot be seen to begin with, as from within a container, is not watched.
 *
 * @returns ends the watching
 */
export function whenGone(processId: number, gone: () => void): () => void {
  if (!isThere(processId)) return () => {};
  const timer = setInterval(() => {
    if (!isThere(processId)) gone();
  }, LOOK);
  return () => clearInterval(timer);
}

function isThere(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // Of another user's process the system says that it may not be touched.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
