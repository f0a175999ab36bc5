/** An amount of wei in WCT with thousands separators, rounded to two places: "1,234.50"; "<0.01" for dust. */
export function formatWct(wei: bigint): string {
  const hundredths = (wei + HUNDREDTH / 2n) / HUNDREDTH;
  if (wei > 0n && hundredths === 0n) return "<0.01";
  const whole = (hundredths / 100n).toString().replace(/\B(?=(\d{3})+$)/g, ",");
  return `${whole}.${(hundredths % 100n).toString().padStart(2, "0")}`;
}

/** A hundredth of a WCT in wei. */
const HUNDREDTH = 10n ** 16n;
