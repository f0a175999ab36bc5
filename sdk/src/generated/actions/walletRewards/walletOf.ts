// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { walletRewards } from "./contract.js";
import type * as types from "./types.js";

/** @returns All that is kept of the wallet. */
export function walletOf(connection: Connection, options: { walletId: bigint | number }): Promise<types.Wallet> {
  return read(connection, walletRewards, "walletOf(uint256)", [options.walletId]);
}
