import { WEEK } from "./units.js";

/**
 * The period of wallet rewards that a second lies in: four weeks each, counted from 1970 (`WalletPeriod.sol`).
 *
 * @param timestamp In unix seconds, not before 1970.
 */
export function walletPeriodOf(timestamp: bigint | number): bigint {
  return BigInt(timestamp) / (4n * WEEK);
}
