// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { stakeWeight } from "./contract.js";

/**
 * Adds `amount` wei to the caller's Locked or Unlocking position, on its terms: the preset and, while Unlocking, the end stay as they are.
 *
 * Reverts with `ZeroAmount`, `NoActivePosition`, `StakeLimitExceeded`, `TransferNotWhole` or EnforcedPause.
 */
export function increaseAmount(connection: Connection, options: { amount: bigint | number }): Call<void> {
  return prepare(connection, stakeWeight, "increaseAmount(uint256)", [options.amount]);
}
