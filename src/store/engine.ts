/**
 * Makes the engine run code as it comes, without optimising what runs often. Reading one answer the optimising
 * compiler costs a quarter of all processor time (beside the program, on a thread of its own) and is hardly done
 * when the program ends; it earns its cost from about a hundred answers on.
 *
 * @param require loads what sets flags, a tenth of an empty script that `--version` has no use for
 * @returns gives the engine its compiler back
 */
export function sparingEngine(require: (id: string) => unknown): () => void {
  const { setFlagsFromString } = require('node:v8') as typeof import('node:v8');
  setFlagsFromString('--no-opt');
  return () => setFlagsFromString('--opt');
}
