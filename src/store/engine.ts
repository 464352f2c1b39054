import { setFlagsFromString } from 'node:v8';

/**
 * Makes the engine run code as it comes, without optimising what runs often. Reading one answer the optimising
 * compiler costs a quarter of all processor time (beside the program, on a thread of its own) and is hardly done
 * when the program ends; it earns its cost from about a hundred answers on.
 *
 * @returns gives the engine its compiler back
 */
export function sparingEngine(): () => void {
  setFlagsFromString('--no-opt');
  return () => setFlagsFromString('--opt');
}
