// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRewards } from "./contract.js";

/**
 * `claim` for each of `operators`.
 *
 * @returns In wei, all together.
 */
export function claimMany(connection: Connection, options: { operators: readonly string[] }): Call<bigint> {
  return prepare(connection, nodeRewards, "claimMany(address[])", [options.operators]);
}
