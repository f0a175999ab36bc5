// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { walletRewards } from "./contract.js";

/** @returns Whether `period` was finalized. */
export function isFinalized(connection: Connection, options: { period: bigint | number }): Promise<boolean> {
  return read(connection, walletRewards, "isFinalized(uint256)", [options.period]);
}
