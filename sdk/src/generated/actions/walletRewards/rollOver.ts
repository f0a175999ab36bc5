// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { walletRewards } from "./contract.js";

/**
 * Brings the funding of up to `max` missed periods into the next that is finalized, the oldest first. A finalization takes up to 32 of them by itself, so this is needed only after a longer silence.
 *
 * @returns How many were passed.
 */
export function rollOver(connection: Connection, options: { max: bigint | number }): Call<bigint> {
  return prepare(connection, walletRewards, "rollOver(uint256)", [options.max]);
}
