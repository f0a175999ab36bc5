// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { walletRewards } from "./contract.js";

/** @returns The number of wallets; their ids are 1 to this. */
export function walletCount(connection: Connection): Promise<bigint> {
  return read(connection, walletRewards, "walletCount()", []);
}
