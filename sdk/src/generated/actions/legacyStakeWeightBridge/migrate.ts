// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { legacyStakeWeightBridge } from "./contract.js";

/**
 * Moves the locks of `accounts`; those that have none are passed over, those that cannot be moved are told by `LockLeft`. About 50,000 gas each in batches of 100.
 *
 * Reverts with `WrongToken`, or as StakeWeight does: while it is paused, or unless this contract is its migrator.
 *
 * @returns What was moved, in wei.
 */
export function migrate(connection: Connection, options: { accounts: readonly string[] }): Call<bigint> {
  return prepare(connection, legacyStakeWeightBridge, "migrate(address[])", [options.accounts]);
}
