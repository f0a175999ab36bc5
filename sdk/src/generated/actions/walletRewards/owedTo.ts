// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { walletRewards } from "./contract.js";

/** @returns What the wallet has earned and not been paid, in wei. */
export function owedTo(connection: Connection, options: { walletId: bigint | number }): Promise<bigint> {
  return read(connection, walletRewards, "owedTo(uint256)", [options.walletId]);
}
