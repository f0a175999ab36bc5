import type { Position } from "../generated/actions/stakeWeight/types.js";
import { WEEK } from "../time/units.js";
import type { WeightPoint } from "./Preview.js";
import { remainingAt } from "./remainingAt.js";

/** Stake weight is amount · remaining lock time ÷ 209 weeks (`Line.sol`). */
const WEIGHT_DENOMINATOR = 209n * WEEK;

/**
 * The stake weight of a position at any seconds, as long as the position stays as it is:
 *
 *     weight(t) = ⌊ amount · remaining(t) / 209 weeks ⌋        remaining = preset while Locked, else max(0, unlockEnd − t)
 *
 * in wei, the same as `weightAt` of StakeWeight tells, to the wei. Pure: no chain is asked. The formula is that of
 * `Line.sol`, in docs/mathematics.md.
 *
 * @param position As `positionOf` tells it.
 * @param timestamps In unix seconds, not before the position's last change.
 */
export function previewWeight(
  position: Pick<Position, "amount" | "presetWeeks" | "unlockEnd">,
  timestamps: readonly (bigint | number)[],
): WeightPoint[] {
  return timestamps.map((each) => {
    const timestamp = BigInt(each);
    return { timestamp, weight: (position.amount * remainingAt(position, timestamp)) / WEIGHT_DENOMINATOR };
  });
}
