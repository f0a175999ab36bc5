import { WEEK } from "./time";

/** One WCT in wei. */
export const WCT = 10n ** 18n;

/** The most that all positions, or all rewards, may hold: 2^96 − 1 wei. */
export const MAX_AMOUNT = 2n ** 96n - 1n;

export const presets = [4n, 8n, 12n, 26n, 52n, 78n, 104n] as const;

/** amount · remaining lock time / 209 weeks, rounded down. */
export function weightOf(amount: bigint, remaining: bigint): bigint {
  return (amount * remaining) / (209n * WEEK);
}
