// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { walletRewards } from "./contract.js";

/**
 * Pays what a wallet has earned to its payout address. Anyone may.
 *
 * Reverts with `UnknownWallet`.
 *
 * @returns In wei; 0 if there is nothing.
 */
export function claim(connection: Connection, options: { walletId: bigint | number }): Call<bigint> {
  return prepare(connection, walletRewards, "claim(uint256)", [options.walletId]);
}
