import { DAY } from "./units.js";

/**
 * The performance epoch that a second lies in: UTC days, counted from 1970 (`Epoch.sol`).
 *
 * @param timestamp In unix seconds, not before 1970.
 */
export function epochOf(timestamp: bigint | number): bigint {
  return BigInt(timestamp) / DAY;
}
