// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { stakeWeight } from "./contract.js";

/**
 * Opens a Locked position of the caller, who must have approved `amount`.
 *
 * Reverts with `ZeroAmount`, `InvalidPreset`, `PositionExists`, `StakeLimitExceeded`, `TransferNotWhole` or EnforcedPause.
 *
 * @param options.amount - In wei, above 0.
 * @param options.presetWeeks - 4, 8, 12, 26, 52, 78 or 104.
 */
export function stake(
  connection: Connection,
  options: { amount: bigint | number; presetWeeks: bigint | number },
): Call<void> {
  return prepare(connection, stakeWeight, "stake(uint256,uint256)", [options.amount, options.presetWeeks]);
}
