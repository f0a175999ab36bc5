// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { walletRewards } from "./contract.js";

/**
 * Sets where the pay of the caller's wallet goes, what it is owed included.
 *
 * Reverts with `NotRegistered` or `InvalidPayout`.
 */
export function setPayout(connection: Connection, options: { payout: string }): Call<void> {
  return prepare(connection, walletRewards, "setPayout(address)", [options.payout]);
}
