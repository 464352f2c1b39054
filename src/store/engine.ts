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
  if (measured && few) for (const flag of [ROOMY, ...PLAIN_EXPRESSIONS]) setFlagsFromString(flag);
  return () => {
    setFlagsFromString('--opt');
    if (!measured) return;
    for (const flag of [...THRIFTY, PATIENT, SHORT_INLINING, ...FAST_EXPRESSIONS]) setFlagsFromString(flag);
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
 * Functions are not optimised together with much of what they call: as the engine has it by itself (920), a fifth of
 * the processor time for a folder goes to its optimising compiler. A tenth less for a thousand files, a sixth for
 * three thousand.
 */
const SHORT_INLINING = '--max-inlined-bytecode-size-cumulative=50';

/**
 * The room for new objects starts at a megabyte and is doubled when it has run full often enough. At once made
 * six times larger, it holds what reading one answer makes, and nobody looks for garbage in it again: a twelfth of
 * what the program does in such a run. More than that takes longer to ask the system for than it spares. Room is
 * never given back, so a folder of files gets none.
 */
const ROOMY = '--semi-space-growth-factor=6';

/**
 * Most expressions of a start run a few times: they stay as they were first compiled, which is not polished either.
 * By itself the engine compiles each anew, to machine code, when it runs for the second time.
 */
const PLAIN_EXPRESSIONS: readonly string[] = [
  '--regexp-tier-up-ticks=100',
  '--no-regexp-peephole-optimization',
];
const FAST_EXPRESSIONS: readonly string[] = ['--regexp-tier-up-ticks=1', '--regexp-peephole-optimization'];

/**
 * What is new gets no more room as time goes on, and what stays is looked through when it has grown by a fifth: a
 * reading leaves little behind. As the engine has it by itself (2 and 70), 2,000 files take 40 MB more.
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
