import type { Position } from "../generated/actions/stakeWeight/types.js";
import { WEEK } from "../time/units.js";

/** Remaining lock time of a position in seconds: its preset while Locked, else what is left until its end. */
export function remainingAt(
  { amount, presetWeeks, unlockEnd }: Pick<Position, "amount" | "presetWeeks" | "unlockEnd">,
  timestamp: bigint,
): bigint {
  if (amount === 0n) return 0n;
  if (unlockEnd === 0n) return presetWeeks * WEEK;
  return unlockEnd > timestamp ? unlockEnd - timestamp : 0n;
}
