import { WEEK } from "./units.js";

/**
 * The start of the week that a second lies in: the last Thursday 00:00 UTC that is not after it, in unix seconds. A Thursday
 * 00:00:00 starts its own week (`Week.sol`).
 *
 * @param timestamp In unix seconds, not before 1970.
 */
export function weekStartOf(timestamp: bigint | number): bigint {
  const second = BigInt(timestamp);
  return second - (second % WEEK);
}
