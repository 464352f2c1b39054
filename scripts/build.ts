// npm run build: writes dist/ as it is published. Everything is made in a folder of its own and takes the
// place of dist/ at the end, so that a program that runs meanwhile never meets half a build.
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { InputError } from '../src/content/problems.js';
import { bundle } from './build/bundle.js';
import { compileContent } from './build/compile-content.js';
import { writeDeclarations } from './build/declarations.js';
import { noticesOf } from './build/notices.js';
import { writeSchemas } from './build/schemas.js';

const FRESH = `node_modules/.cache/star-coach/build-${process.pid}`;
const OLD = `${FRESH}-old`;
const ATTEMPTS = 5;

try {
  rmSync(FRESH, { recursive: true, force: true });
  mkdirSync(FRESH, { recursive: true });
  await build(FRESH);
  takePlace();
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  for (const { path, line, column, message } of error.problems)
    process.stderr.write(`${path}:${line}:${column}: ${message}\n`);
  if (error.message !== '') process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  for (const folder of [FRESH, OLD]) rmSync(folder, { recursive: true, force: true });
}

async function build(to: string): Promise<void> {
  const declarations = writeDeclarations(join(to, 'types'));
  const { files, inputs } = await bundle();
  for (const { path, code } of files) {
    const file = join(to, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, code);
  }
  writeFileSync(join(to, 'THIRD-PARTY-NOTICES.txt'), noticesOf(inputs));
  // The declarations describe CommonJS files, whatever the package's own type is.
  writeFileSync(join(to, 'package.json'), '{\n  "type": "commonjs"\n}\n');
  compileContent('data', join(to, 'content'));
  writeSchemas(join(to, 'content'), join(to, 'schemas'));
  await declarations;
}

/** Another build may put its own folder in place between the two steps: then that one is moved away too. */
function takePlace(): void {
  for (let attempt = 1; ; attempt++) {
    rmSync(OLD, { recursive: true, force: true });
    try {
      if (existsSync('dist')) renameSync('dist', OLD);
      renameSync(FRESH, 'dist');
      return;
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
    }
  }
}
