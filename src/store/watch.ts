import { basename } from 'node:path';
import { watch } from 'chokidar';
import { fileKind } from './file-kind.js';

export interface WatchOptions {
  /** Absolute files and folders. */
  readonly paths: readonly string[];
  /** Called with everything that changed since the last call, once it has been quiet for a moment. */
  readonly changed: (paths: ReadonlySet<string>) => void;
  /** Milliseconds of quiet. */
  readonly quiet: number;
}

/** Folders whose files change by the thousand and hold no answers. */
const NEVER: readonly string[] = ['node_modules', '.git'];

/**
 * Watches files and what is in folders: new, changed and deleted files. Links are not followed.
 *
 * @returns ends the watching; once this is there, no change is missed
 */
export async function watchFiles({ paths, changed, quiet }: WatchOptions): Promise<() => Promise<void>> {
  const waiting = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch([...paths], {
    ignoreInitial: true,
    followSymlinks: false,
    // Folders in the way; a folder that is named as such is watched whatever it is called.
    ignored: (path) => NEVER.includes(basename(path)) && !paths.includes(path) && isFolder(path),
  });
  watcher.on('all', (event, path) => {
    if (event === 'addDir' || event === 'unlinkDir') return;
    waiting.add(path);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const all = new Set(waiting);
      waiting.clear();
      changed(all);
    }, quiet);
  });
  // What cannot be watched is not lost: it is read again when anything else changes.
  watcher.on('error', () => {});
  await new Promise<void>((ready) => watcher.once('ready', () => ready()));
  return async () => {
    clearTimeout(timer);
    await watcher.close();
  };
}

function isFolder(path: string): boolean {
  return fileKind(path) === 'folder';
}
