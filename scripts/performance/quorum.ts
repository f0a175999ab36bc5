/** The reports of N reporters that are enough: ⌊2N / 3⌋ + 1. */
export function reportsNeeded(reporters: bigint): bigint {
  return (reporters * 2n) / 3n + 1n;
}

/** The values that put a median out of reach of f = ⌊(N − 1) / 3⌋ liars: 2f + 1. N is at least 1. */
export function valuesNeeded(reporters: bigint): bigint {
  return ((reporters - 1n) / 3n) * 2n + 1n;
}
