import { applyFixes, fixesOf, type SuppressionFix } from '../answers/suppressions-fix.js';
import { visibleLine } from '../content/visible.js';
import { errorCode } from '../store/error-code.js';
import { readTextFile } from '../store/read-file.js';
import { writeText } from '../store/write-text.js';
import { lineIndex } from '../text/lines.js';
import type { CommandContext } from './context.js';
import type { CheckedFile } from './lint-across.js';
import type { FindingMaker } from './lint-findings.js';
import { unusedHits } from './lint-suppress.js';

export interface FixOptions {
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
}

export interface FixableFile {
  readonly file: CheckedFile;
  readonly absolute: string;
  readonly maker: FindingMaker;
}

/**
 * Takes out comments that switch off nothing, or says on stderr what would go. A file that has changed since it
 * was read, or cannot be written, stays as it is, and that is said too.
 *
 * @param files with what comparison made of them
 * @returns absolute paths of the files that were written
 */
export function fixFiles(
  files: readonly FixableFile[],
  { fixDryRun = false }: FixOptions,
  { io, t }: CommandContext,
): string[] {
  const say = (line: string): void => void io.stderr.write(`${line}\n`);
  let count = 0;
  const written = files.flatMap(({ file, absolute, maker }) => {
    const { suppressions, used } = file.facts;
    const fixes = fixesOf(file.source, suppressions, unusedHits(file, used, maker));
    if (fixes.length === 0) return [];
    if (fixDryRun) {
      const place = lineIndex(file.source);
      for (const fix of fixes)
        say(wouldGo(`${visibleLine(file.path)}:${place(fix.suppression.comment.start).line}`, fix, file));
      return [];
    }
    try {
      if (readTextFile(absolute).source !== file.source) {
        say(t('lint.fix.changed', { path: visibleLine(file.path) }));
        return [];
      }
      writeText(absolute, applyFixes(file.source, fixes));
    } catch (error) {
      const code = errorCode(error) ?? String(error);
      say(t('lint.cannot-write', { path: visibleLine(file.path), code }));
      return [];
    }
    count += fixes.length;
    return [absolute];
  });
  if (count > 0) say(t('lint.fix.done', { count }));
  return written;

  function wouldGo(place: string, { suppression, names }: SuppressionFix, { source }: CheckedFile): string {
    const comment = visibleLine(source.slice(suppression.comment.start, suppression.comment.end));
    return names === null
      ? t('lint.fix.comment', { place, comment })
      : t('lint.fix.names', { place, comment, names: names.map(visibleLine).join(', ') });
  }
}
