import { join } from 'node:path';

const MODULES = '/node_modules/';

/** The folders of the packages that modules come from, sorted; modules of the project itself are left out. */
export function packageFolders(modules: readonly string[]): string[] {
  return [...new Set(modules.flatMap((module) => folderOf(module) ?? []))].sort();
}

function folderOf(module: string): string | null {
  const path = module.replaceAll('\\', '/');
  const at = path.lastIndexOf(MODULES);
  if (at < 0) return null;
  const [first = '', second = ''] = path.slice(at + MODULES.length).split('/');
  return join(path.slice(0, at + MODULES.length), first.startsWith('@') ? `${first}/${second}` : first);
}
