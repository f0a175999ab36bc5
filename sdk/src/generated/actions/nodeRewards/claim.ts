// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRewards } from "./contract.js";

/**
 * Pays what the node of `operator` has earned to its payout address. Anyone may.
 *
 * @returns In wei; 0 if there is nothing.
 */
export function claim(connection: Connection, options: { operator: string }): Call<bigint> {
  return prepare(connection, nodeRewards, "claim(address)", [options.operator]);
}
