/** Of an average year. */
const WEEKS_PER_YEAR = 365.25 / 7;
const DENOMINATOR_WEEKS = 209;

/**
 * What a Locked position earns in a year, in parts of its amount, at one week's reward: its weight per token is
 * preset ÷ 209 weeks. Undefined if nothing was shared, or nobody had weight.
 */
export function aprOf(options: { reward: number; periodWeight: number; preset: number }): number | undefined {
  const { reward, periodWeight, preset } = options;
  if (reward === 0 || periodWeight === 0) return undefined;
  return ((reward * preset) / DENOMINATOR_WEEKS / periodWeight) * WEEKS_PER_YEAR;
}
