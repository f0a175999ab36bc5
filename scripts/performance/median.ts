export interface WeightedValue {
  value: bigint;
  weight: bigint;
}

/** The smallest value up to which at least half of the weight lies. Throws without values. */
export function lowerMedian(values: readonly WeightedValue[]): bigint {
  return reach(values, (sum, total) => 2n * sum >= total);
}

/** The smallest value up to which more than half of the weight lies; the greatest if nothing weighs. Throws without values. */
export function upperMedian(values: readonly WeightedValue[]): bigint {
  return reach(values, (sum, total) => 2n * sum > total);
}

function reach(values: readonly WeightedValue[], isReached: (sum: bigint, total: bigint) => boolean): bigint {
  const sorted = [...values].sort((a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0));
  const last = sorted.at(-1);
  if (!last) throw new RangeError("no values, no median");
  const total = sorted.reduce((sum, { weight }) => sum + weight, 0n);
  let sum = 0n;
  const median = sorted.find(({ weight }) => {
    sum += weight;
    return isReached(sum, total);
  });
  return (median ?? last).value;
}
