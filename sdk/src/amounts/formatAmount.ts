/**
 * Writes wei as an amount of tokens for people: "1,000.5". {@link parseAmount} reads it back, unless it was rounded.
 *
 * @param value In wei; a difference may be below zero.
 * @param options.decimals Of the token; 18 by default.
 * @param options.places Decimals to show, always as many; rounded half up, away from zero. What would round to 0 and is not 0 is
 * shown as "<0.01" (">-0.01" below zero). Without it the amount is exact, without zeros at the end.
 */
export function formatAmount(value: bigint, options: { decimals?: number; places?: number } = {}): string {
  const { decimals = 18, places } = options;
  const isNegative = value < 0n;
  const magnitude = isNegative ? -value : value;
  if (places === undefined) {
    const { whole, fraction } = split(magnitude, decimals);
    return `${isNegative ? "-" : ""}${joined(whole, fraction.replace(/0+$/, ""))}`;
  }
  const rounded = scale(magnitude, decimals, places);
  if (rounded === 0n && magnitude !== 0n) {
    const { whole, fraction } = split(1n, places);
    return `${isNegative ? ">-" : "<"}${joined(whole, fraction)}`;
  }
  const { whole, fraction } = split(rounded, places);
  return `${isNegative ? "-" : ""}${joined(whole, fraction)}`;
}

/** From one number of decimals to another, rounded half up. */
function scale(magnitude: bigint, from: number, to: number): bigint {
  if (to >= from) return magnitude * 10n ** BigInt(to - from);
  const unit = 10n ** BigInt(from - to);
  return (magnitude + unit / 2n) / unit;
}

function split(magnitude: bigint, decimals: number): { whole: string; fraction: string } {
  const digits = magnitude.toString().padStart(decimals + 1, "0");
  const point = digits.length - decimals;
  return { whole: digits.slice(0, point), fraction: digits.slice(point) };
}

function joined(whole: string, fraction: string): string {
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return fraction === "" ? grouped : `${grouped}.${fraction}`;
}
