/** How many of `reporters` are a quorum: ⌊2N / 3⌋ + 1. */
export function reportsNeeded(reporters: number): number {
  return Math.floor((reporters * 2) / 3) + 1;
}
