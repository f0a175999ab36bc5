// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRewards } from "./contract.js";

/**
 * Adds `amount` of the caller's tokens, which it approved, to the budget of an epoch.
 *
 * Warning: funding cannot be taken back. Reverts with `ZeroAmount`, `EpochFinished`, `EpochTooFarAhead`, `FundingLimitExceeded`, `TransferNotWhole` or EnforcedPause.
 *
 * @param options.epoch - The running one or a later one, up to 366 ahead.
 */
export function fund(connection: Connection, options: { epoch: bigint | number; amount: bigint | number }): Call<void> {
  return prepare(connection, nodeRewards, "fund(uint256,uint256)", [options.epoch, options.amount]);
}
