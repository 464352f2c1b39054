import {
  ErrorCodes,
  Message,
  type MessageStrategy,
  type MessageWriter,
} from 'vscode-languageserver-protocol';

/**
 * Refuses what the protocol does not allow at its time: anything before `initialize`, a second `initialize`, and
 * requests after `shutdown`. Notifications, which nobody can answer, are dropped then; `exit` is heard always.
 */
export function lifecycle(writer: MessageWriter): MessageStrategy {
  let phase: 'new' | 'open' | 'shut' = 'new';
  const refusal = (method: string) => {
    if (phase === 'new' && method !== 'initialize')
      return { code: ErrorCodes.ServerNotInitialized, message: 'The first request is "initialize".' };
    if (phase === 'open' && method === 'initialize')
      return { code: ErrorCodes.InvalidRequest, message: 'The server is initialized already.' };
    return phase === 'shut' ? { code: ErrorCodes.InvalidRequest, message: 'The server is shut down.' } : null;
  };
  return {
    handleMessage: (message, next) => {
      if (Message.isRequest(message)) {
        const { id, method } = message;
        const error = refusal(method);
        if (error !== null) return writer.write({ jsonrpc: '2.0', id, error } as Message);
        if (method === 'initialize') phase = 'open';
        if (method === 'shutdown') phase = 'shut';
      } else if (Message.isNotification(message) && phase !== 'open' && message.method !== 'exit') return;
      return next(message);
    },
  };
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
