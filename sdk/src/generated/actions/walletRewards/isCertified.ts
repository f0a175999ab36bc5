// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { walletRewards } from "./contract.js";

/** @returns Whether the wallet is certified now. */
export function isCertified(connection: Connection, options: { walletId: bigint | number }): Promise<boolean> {
  return read(connection, walletRewards, "isCertified(uint256)", [options.walletId]);
}
