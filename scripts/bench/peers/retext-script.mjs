// Copied beside the installed peers and run there: retext as its users run it. Arguments: files or folders.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import retextEnglish from 'retext-english';
import retextIndefiniteArticle from 'retext-indefinite-article';
import retextIntensify from 'retext-intensify';
import retextPassive from 'retext-passive';
import retextRepeatedWords from 'retext-repeated-words';
import retextStringify from 'retext-stringify';
import { read } from 'to-vfile';
import { unified } from 'unified';
import { reporter } from 'vfile-reporter';

const processor = unified()
  .use(retextEnglish)
  .use(retextIndefiniteArticle)
  .use(retextIntensify)
  .use(retextPassive)
  .use(retextRepeatedWords)
  .use(retextStringify);

const paths = process.argv.slice(2).flatMap((path) =>
  statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    : [path],
);
const files = [];
for (const path of paths) files.push(await processor.process(await read(path)));
console.error(reporter(files));
process.exitCode = files.some(({ messages }) => messages.length > 0) ? 1 : 0;
