/**
 * Index of the first item that is past something, in a list in which all after it are past it, too; the length where
 * none is. Halves the list again and again.
 */
export function firstPast<T>(list: readonly T[], isPast: (item: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isPast(list[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}
