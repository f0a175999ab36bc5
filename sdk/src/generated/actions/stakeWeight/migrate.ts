// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { stakeWeight } from "./contract.js";
import type * as types from "./types.js";

/**
 * Opens a position for each of `locks`, paid by the caller, the bridge of the legacy system, out of one approval.
 *
 * Reverts with `ZeroAddress`, `ZeroAmount`, `PositionExists`, `InvalidPreset`, `NotWeekStart`, `UnlockEndTooLate`, `StakeLimitExceeded`, `TransferNotWhole` or EnforcedPause.
 */
export function migrate(connection: Connection, options: { locks: readonly types.LegacyLock[] }): Call<void> {
  return prepare(connection, stakeWeight, "migrate((address,uint256,uint256,uint256)[])", [options.locks]);
}
