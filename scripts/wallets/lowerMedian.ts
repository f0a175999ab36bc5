/** The middle one of `values`; of an even number the smaller of the two in the middle. */
export function lowerMedian(values: readonly bigint[]): bigint {
  const median = [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))[Math.floor((values.length - 1) / 2)];
  if (median === undefined) throw new RangeError("no median of nothing");
  return median;
}
