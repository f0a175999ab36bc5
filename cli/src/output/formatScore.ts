/** A score of 1e18 fixed point in percent, rounded down to a tenth: "97.4 %". */
export function formatScore(score: bigint): string {
  const tenths = score / 10n ** 15n;
  return `${(tenths / 10n).toString()}.${(tenths % 10n).toString()} %`;
}
