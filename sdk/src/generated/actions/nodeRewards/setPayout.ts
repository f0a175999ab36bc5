// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRewards } from "./contract.js";

/**
 * Sets where the caller's pay goes.
 *
 * Reverts with `InvalidPayout`.
 */
export function setPayout(connection: Connection, options: { payout: string }): Call<void> {
  return prepare(connection, nodeRewards, "setPayout(address)", [options.payout]);
}
