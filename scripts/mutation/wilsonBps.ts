/** Of the normal distribution: 95 % of it lie within so many deviations. */
const Z = 1.96;

/**
 * The lower end of the 95 % confidence interval of a share of which a sample was seen, in hundredths of a percent, rounded down.
 * (p + z²/2n − z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n): Wilson, "Probable Inference, the Law of Succession, and Statistical
 * Inference", 1927.
 */
export function wilsonBps(part: number, whole: number): number {
  if (whole === 0) return 0;
  const share = part / whole;
  const square = (Z * Z) / whole;
  const deviation = Z * Math.sqrt((share * (1 - share)) / whole + square / (4 * whole));
  return Math.floor((10_000 * (share + square / 2 - deviation)) / (1 + square));
}
