/**
 * Makes the engine run code as it comes, without optimising what runs often. Reading one answer the optimising
 * compiler costs a quarter of all processor time (beside the program, on a thread of its own) and is hardly done
 * when the program ends; it earns its cost from about a hundred answers on.
 *
 * @param require loads what sets flags, a tenth of an empty script that `--version` has no use for
 * @param engine version of V8
 * @param few true where it is surely a few answers that will be read
 * @returns gives the engine its compiler back
 */
export function sparingEngine(
  require: (id: string) => unknown,
  { engine, few }: { readonly engine: string; readonly few: boolean },
): () => void {
  const { setFlagsFromString } = flagsOf(require);
  // Later engines have other flags, and complain aloud of one they do not know.
  const measured = engine.startsWith(MEASURED);
  setFlagsFromString('--no-opt');
  if (measured && few) setFlagsFromString(ROOMY);
  return () => {
    setFlagsFromString('--opt');
    if (!measured) return;
    for (const flag of [...THRIFTY, PATIENT]) setFlagsFromString(flag);
  };
}

/** The engine of Node 20. */
const MEASURED = '11.3.';

/**
 * Code must run four times as often as usual before it is optimised: much of what is optimised early soon has to
 * be optimised again. A fifth less processor time for a thousand files, the same for ten thousand.
 */
const PATIENT = '--interrupt-budget=540672';

/**
 * The room for new objects starts at a megabyte and is doubled when it has run full often enough. At once made
 * sixteen times larger, it holds all that reading one answer makes, and nobody looks for garbage in it again: a
 * twelfth of what the program does in such a run. Room is never given back, so a folder of files gets none.
 */
const ROOMY = '--semi-space-growth-factor=16';

/**
 * What is new gets no more room as time goes on, and what stays is looked through when it has grown by a fifth: a
 * reading leaves little behind. As the engine has it by itself (2 and 70), 2,000 files took 40 MB more.
 */
const THRIFTY: readonly string[] = ['--semi-space-growth-factor=1', '--heap-growing-percent=20'];

type Flags = Pick<typeof import('node:v8'), 'setFlagsFromString'>;

/**
 * What sets flags. `node:v8` would bring all of Node's streams along, and to load them when flags are set already
 * takes more than a quarter of an empty script: code of Node's own that was compiled with other flags is compiled anew. Where
 * the old way to the same function is closed, it is `node:v8` after all.
 */
function flagsOf(require: (id: string) => unknown): Flags {
  const host = process as unknown as { noDeprecation: boolean; readonly binding: (name: string) => unknown };
  const { noDeprecation } = host;
  host.noDeprecation = true;
  try {
    return host.binding('v8') as Flags;
  } catch {
    return require('node:v8') as Flags;
  } finally {
    host.noDeprecation = noDeprecation;
  }
}
