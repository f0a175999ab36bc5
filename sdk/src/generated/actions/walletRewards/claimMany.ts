// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { walletRewards } from "./contract.js";

/**
 * `claim` for each of `walletIds`.
 *
 * @returns In wei, all together.
 */
export function claimMany(connection: Connection, options: { walletIds: readonly (bigint | number)[] }): Call<bigint> {
  return prepare(connection, walletRewards, "claimMany(uint256[])", [options.walletIds]);
}
